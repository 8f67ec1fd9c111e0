import { unescaped } from '../../../markup/markup.ts';
import { possibleTimes, type Time } from '../../../time/time.ts';
import { byHeadline } from './headline-line.ts';
import type { Json } from './linked-data.ts';
import { markedTimes } from './marked-time.ts';
import type { PageMeta } from './page-meta.ts';
import { textTimes } from './text-time.ts';

/** What a page says of the time of its article. */
export interface Dated {
  time: Time | undefined;
  /** A day that only its text seems to say. */
  suggested: string | undefined;
}

/** Names of `meta` elements with the time of publication, the most exact first; prefixes of systems are left out. */
const PUBLISHED =
  /(?:^|article|og|shareaholic|rnews|cxenseparserecs|prism|citation|bepress|parsely|sailthru|sw|dc|dcterms|dcdate|dctermsdate|original|first|content|page|post|news|story|analytics)(?:published(?:time|date|at|on)?|publication(?:date|time)|publish(?:ing)?(?:date|time)?|pub(?:date|time)|date(?:published|issued|publication|ofpublication)|releasedate|issued|onlinedate|datetimepublished)$/;
const DATES = [
  'dcdate',
  'dctermsdate',
  'sailthrudate',
  'citationdate',
  'bepresscitationdate',
  'date',
  'articledate',
  'dcdatecreated',
  'dctermscreated',
  'articlecreated',
  'datecreated',
  'created',
  'uploaddate',
];
const NOT_ITS_OWN = /video|image|modif|updat|expir|unpublish/;

const publicationNames = (meta: PageMeta) =>
  [...meta.keys()].filter((name) => PUBLISHED.test(name) && !NOT_ITS_OWN.test(name));

const metaTimes = (meta: PageMeta, lang: string | undefined, names: readonly string[]): Time[][] =>
  names.flatMap((name) => (meta.get(name) ?? []).map((content) => possibleTimes(content, lang)));

/** A clock at midnight of 1970 was never set. */
const isSet = ({ published, date }: Time) => date !== '1970-01-01' || published === '';

const DAY = 24 * 60 * 60 * 1000;

/** True where a moment in UTC may lie on a day elsewhere. */
const mayBeOn = (day: string, moment: string) => {
  const offset = Date.parse(moment) - Date.parse(`${day}T12:00:00Z`);
  return Math.abs(offset) <= DAY / 2 + 14 * 60 * 60 * 1000;
};

/** The time of publication that a page states, the most exact statement first. */
export function datedBy(
  document: Document,
  {
    article,
    page,
    meta,
    lang,
    headline,
    addressDay,
  }: {
    article: Json;
    page: Json;
    meta: PageMeta;
    lang: string | undefined;
    headline: Element | undefined;
    addressDay: string | undefined;
  },
): Dated {
  const read = (value: unknown) =>
    possibleTimes(typeof value === 'string' ? unescaped(value) : value, lang);
  const ofAddress: Time[] = addressDay ? [{ date: addressDay, published: addressDay }] : [];
  const isNear = byHeadline(document, headline);
  const marked = markedTimes(document, lang, headline, isNear);
  const inText = textTimes(document, lang, headline, isNear);
  const stated = [
    read(article['datePublished']),
    ...metaTimes(meta, lang, publicationNames(meta)),
    read(page['datePublished']),
    ...marked.slice(0, 2),
    ofAddress,
    // What is only called a date may be that of the last change.
    ...metaTimes(meta, lang, DATES),
    ...marked.slice(2),
    read(article['dateCreated']),
    read(article['uploadDate']),
    inText.times,
  ]
    .map((times) => times.filter(isSet))
    .filter((times) => times.length > 0);
  const sure = new Set(stated.flatMap((times) => (times.length === 1 ? [times[0]?.date] : [])));
  // Of two days that numbers may mean, the one that the page says elsewhere too.
  const settled = stated.flatMap((times) => {
    const agreed = times.length === 1 ? times : times.filter(({ date }) => sure.has(date));
    return agreed.length === 1 ? agreed : [];
  });
  const [time] = settled;
  if (!time) return { time, suggested: inText.suggested };
  // A moment in UTC says nothing of the day at the place; the address, or what readers see, does.
  const isUtc = /(?:Z|[+-]00:00)$/.test(time.published);
  const [shown] = isUtc
    ? [...ofAddress, ...marked.slice(1).flat()].filter(({ date }) => mayBeOn(date, time.published))
    : [];
  return { time: shown ? { ...time, date: shown.date } : time, suggested: undefined };
}
