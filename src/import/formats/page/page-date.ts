import { foldSpace } from '../../../domain/article/paragraph.ts';
import { unescaped } from '../../markup/markup.ts';
import { possibleTimes, type Time, timesIn } from '../../time/time.ts';
import type { Json } from './linked-data.ts';
import { mainArticle, namesOf, nearest, UNREAD, wordsOf } from './page-element.ts';
import { type PageMeta, plainName } from './page-meta.ts';

/** What a page says of the time of its article. */
export interface Dated {
  time: Time | undefined;
  /** A day that only its text seems to say. */
  suggested: string | undefined;
}

/** Names of `meta` elements with the time of publication, the most exact first; prefixes of systems are left out. */
const PUBLISHED =
  /(?:^|article|og|shareaholic|rnews|cxenseparserecs|prism|citation|bepress|parsely|sailthru|sw|dc|dcterms|dcdate|dctermsdate|original|first|content|page|post|news|story|analytics)(?:published(?:time|date|at|on)?|publication(?:date|time)|publish(?:ing)?(?:date|time)?|pub(?:date|time)|date(?:published|issued|publication|ofpublication)|releasedate|issued|onlinedate|datetimepublished)$/;
const DATES = ['dcdate', 'dctermsdate', 'sailthrudate', 'citationdate', 'bepresscitationdate', 'date', 'articledate', 'dcdatecreated', 'dctermscreated', 'articlecreated', 'datecreated', 'created', 'uploaddate'];
const NOT_ITS_OWN = /video|image|modif|updat|expir|unpublish/;

/** Names of classes by which an element says that it is the day of publication, or the line that has it. */
const DAY_NAMES =
  /^(?:date|dates|datum|datetime|time|timestamp|published|publish|publishdate|publishingdate|pubdate|publication|posted|postdate|postedon|fecha|dateline|created|authored|erstellt|datestamp|articledate|newsdate|creationdate)$/;
const LINE_NAMES =
  /^(?:meta|metadata|postmeta|entrymeta|byline|submitted|info|infos|articleinfo|articleinfos|details?|credits?|subline|autor|author|kicker)$/;
const CHANGED = /^(?:updated?|modified|changed|lastmod|aktualisiert|update)$/;
/** Words that come before the day of a change. */
const CHANGE = /(?:updat|aktualis|modifi|actualiz|atualiz|aggiorn|änder|stand\b|changed|edited|bijgewerkt|oppdatert|opdateret|uppdatera|päivitetty|обновл|оновл|更新)[^\p{N}]*$/iu;

const LONGEST_LINE = 200;

/** A time in the page, and the element that says it. */
interface Candidate {
  element: Element;
  times: Time[];
}

/** The times of publication that an element says in words, but for changes. */
const timesOf = (text: string, lang: string | undefined): Time[] => {
  const found = timesIn(text, lang).filter(({ before }) => !CHANGE.test(before));
  return found.length === 1 ? (found[0]?.times ?? []) : [];
};

const valueOf = (element: Element, lang: string | undefined): Time[] => {
  for (const name of ['content', 'datetime', 'title', 'data-datetime']) {
    const times = possibleTimes(element.getAttribute(name), lang);
    if (times.length > 0) return times;
  }
  const text = wordsOf(element);
  return text.length > LONGEST_LINE ? [] : timesOf(text, lang);
};

/** Whether an element has the time of a change, by its name or by the words before it. */
function hasChanged(element: Element): boolean {
  const names = namesOf(element);
  if (names.some((name) => CHANGED.test(name)) && !names.some((name) => /^(?:published|pubdate)$/.test(name))) return true;
  let before = '';
  for (let one = element.previousSibling; one && before.trim() === ''; one = one.previousSibling) before = one.textContent ?? '';
  return CHANGE.test(before.slice(-60));
}

/** What a page marks as the time of publication: with microdata or RDFa, microformats, `time`, and the names of classes. */
const MARKS: readonly ((document: Document) => Element[])[] = [
  (document) => [...document.querySelectorAll('[itemprop~="datePublished" i], [property~="datePublished" i], [property$=":datePublished" i], [property~="dc:date" i], [property~="dc:issued" i], time[pubdate], .dt-published, abbr.published, .entry-date abbr, [data-pubdate]')].filter((one) => one.localName !== 'meta' || one.closest('[itemscope], [typeof]')),
  (document) => [...document.querySelectorAll('time')],
  (document) => named(document, DAY_NAMES),
  (document) => named(document, LINE_NAMES),
];

const named = (document: Document, names: RegExp) =>
  [...document.body.querySelectorAll('[class], [id], [data-testid]')].filter((element) => namesOf(element).some((name) => names.test(name)));

/** The time of the candidates that belong to the article; several days there cannot be told apart. */
function timesNear(candidates: readonly Candidate[], headline: Element | undefined, main: Element | undefined): Time[] {
  for (const isStrict of [true, false]) {
    const inside = nearest(candidates, headline, main, isStrict);
    const days = new Set(inside.map(({ times }) => times[0]?.date));
    const [first] = inside;
    if (first && days.size === 1) return first.times;
  }
  return [];
}

function markedTimes(document: Document, lang: string | undefined, headline: Element | undefined): Time[][] {
  const main = mainArticle(document);
  return MARKS.map((marks) => {
    const candidates = marks(document).flatMap((element) => {
      const times = hasChanged(element) ? [] : valueOf(element, lang);
      return times.length > 0 ? [{ element, times }] : [];
    });
    return timesNear(candidates, headline, main);
  });
}

function metaTimes(meta: PageMeta, lang: string | undefined): Time[][] {
  const names = [...meta.keys()].filter((name) => PUBLISHED.test(name) && !NOT_ITS_OWN.test(name));
  return [...names, ...DATES].flatMap((name) =>
    (meta.get(plainName(name)) ?? []).map((content) => possibleTimes(content, lang)),
  );
}

/** A clock at midnight of 1970 was never set. */
const isSet = ({ published, date }: Time) => date !== '1970-01-01' || published === '';

const DAY = 24 * 60 * 60 * 1000;

/** True where a moment in UTC may lie on a day elsewhere. */
const mayBeOn = (day: string, moment: string) => {
  const offset = Date.parse(moment) - Date.parse(`${day}T12:00:00Z`);
  return Math.abs(offset) <= DAY / 2 + 14 * 60 * 60 * 1000;
};

/** The days that the text around the headline names; the first after it is most likely that of publication. */
function suggestedIn(document: Document, lang: string | undefined, headline: Element | undefined): string | undefined {
  const walker = document.createTreeWalker(document.body, 4);
  const candidates: Candidate[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = foldSpace(node.nodeValue ?? '');
    if (!element || text.length > LONGEST_LINE || UNREAD.test(element.localName)) continue;
    const times = timesOf(text, lang);
    if (times.length === 1 && !hasChanged(element)) candidates.push({ element, times });
  }
  const inside = nearest(candidates, headline, mainArticle(document), true);
  const after = inside.find(({ element }) => headline && (headline.compareDocumentPosition(element) & 4) !== 0);
  return (after ?? inside[0])?.times[0]?.date;
}

/** The time of publication that a page states, the most exact statement first. */
export function datedBy(
  document: Document,
  { article, page, meta, lang, headline, addressDay }: {
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
  const marked = markedTimes(document, lang, headline);
  const stated = [
    read(article['datePublished']),
    ...metaTimes(meta, lang),
    read(page['datePublished']),
    ...marked.slice(0, 2),
    ofAddress,
    ...marked.slice(2),
    read(article['dateCreated']),
    read(article['uploadDate']),
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
  if (!time) return { time, suggested: suggestedIn(document, lang, headline) };
  // A moment in UTC says nothing of the day at the place; the address, or what readers see, does.
  const isUtc = /(?:Z|[+-]00:00)$/.test(time.published);
  const shown = isUtc
    ? [...ofAddress, ...marked.slice(1).flat()].find(({ date }) => date !== time.date && mayBeOn(date, time.published))
    : undefined;
  return { time: shown ? { ...time, date: shown.date } : time, suggested: undefined };
}
