import {
  articles,
  langOf,
  type PublishedArticle,
  type RecordEntry,
  recordOf,
  records,
} from '../../content/queries/articles.ts';
import type { Correction, RecordCorrection } from '../../domain/article/correction.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import { isDayOrMoment, isPeriod, longPeriod } from '../../domain/date.ts';
import { publishedMedia } from '../../domain/media/filed-medium.ts';
import { mediumOfCorrection } from '../../domain/media/told.ts';
import { listPages } from '../../domain/pager.ts';
import { articlePath, recordPath } from '../../domain/url.ts';
import { plainSentence } from '../../messages/figure-sentence.ts';
import { site } from '../../site.ts';
import { saidBefore } from '../claim.ts';
import { paths } from '../paths.ts';

/** A correction as its page shows it. */
export interface ShownCorrection extends Correction {
  /** The ids of what its paragraph became. */
  became: readonly string[];
  /** The old id that the notice is linked by, unless something else on the page has this id. */
  id: string | undefined;
  /** The medium at which it is told, where it is of one that the article shows, or of what stood in its place. */
  medium: string | undefined;
}

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['verbatim', 'word for word'],
  ['account', 'an account'],
  ['none', 'not held, but for its record'],
]);

/** Fields whose value is a day, a month or a year, or a moment of a day. */
const DATED = /^(?:date|source\.(?:accessed|published)|m-[a-z2-7]{12}\.dateCreated)$/;
const DAY_LENGTH = 10;

/** What had an address of its own on the page: a paragraph, and the file of a medium. */
const LINKED = /^(?:p-|m-[a-z2-7]{12}$)/;

const nameOf = (kind: RecordEntry['kind'], id: string) => recordOf(kind, id)?.data.name ?? id;

/** A correction with its old value in words: for a figure the sentence, for an id the name, for a day the day. */
function inWords(article: PublishedArticle, correction: Correction): Correction {
  const { was = '', text = '' } = correction;
  if (was.startsWith('f-'))
    return { ...correction, text: plainSentence(saidBefore(article, correction)) };
  const period = text.slice(0, DAY_LENGTH);
  if (DATED.test(was) && (isPeriod(text) || isDayOrMoment(text)))
    return { ...correction, text: longPeriod(period, langOf(article)) };
  if (was === 'text') return { ...correction, text: TEXTS.get(text) ?? text };
  return was === 'dateline' ? { ...correction, text: nameOf('places', text) } : correction;
}

const latestFirst = <C extends { date: string }>(corrections: readonly C[]): C[] =>
  corrections.toSorted((a, b) => b.date.localeCompare(a.date));

/** The corrections of an article, the latest first. */
export function correctionsOf(article: PublishedArticle): ShownCorrection[] {
  const { data } = article;
  const taken = new Set([
    ...data.paragraphIds,
    ...data.marked,
    ...data.media.flatMap(({ id }) => id ?? []),
  ]);
  const media = new Set(publishedMedia(data).map(({ id }) => id));
  const shown = data.corrections.map((correction, index) => {
    const { was } = correction;
    const isFree = was !== undefined && LINKED.test(was) && !taken.has(was);
    if (was && isFree) taken.add(was);
    return {
      ...inWords(article, correction),
      became: data.became[index] ?? [],
      id: isFree ? was : undefined,
      medium: mediumOfCorrection(correction, data.corrections, (id) => media.has(id)),
    };
  });
  return latestFirst(shown);
}

const ofRecord = ({ kind }: RecordEntry, correction: RecordCorrection): ShownCorrection => {
  const { was, text } = correction;
  const isId = was === 'partOf' || was === 'distinctFrom';
  return {
    ...correction,
    text: isId ? nameOf(kind, text) : text,
    became: [],
    id: undefined,
    medium: undefined,
  };
};

/** The corrections of a person, place or organisation, the latest first. */
export const recordCorrectionsOf = (record: RecordEntry): ShownCorrection[] =>
  latestFirst(record.data.corrections.map((one) => ofRecord(record, one)));

/** A correction among those of the whole archive. */
export interface ListedCorrection {
  /** Path of what was corrected. */
  path: string;
  /** Its headline or name. */
  title: string;
  lang: string;
  correction: ShownCorrection;
}

/** Every correction of the archive, the latest first. */
export function allCorrections(): ListedCorrection[] {
  const ofArticles = articles()
    .toReversed()
    .flatMap((article) =>
      correctionsOf(article).map((correction) => ({
        ...{ path: articlePath(article.id), title: article.data.heading.text },
        ...{ lang: langOf(article), correction },
      })),
    );
  const ofRecords = KINDS.flatMap(records).flatMap((record) =>
    recordCorrectionsOf(record).map((correction) => ({
      ...{ path: recordPath(record.kind, record.id), title: record.data.name },
      ...{ lang: site.lang, correction },
    })),
  );
  return [...ofArticles, ...ofRecords].toSorted((a, b) =>
    b.correction.date.localeCompare(a.correction.date),
  );
}

const listed = ({ correction, ...one }: ListedCorrection) => ({ ...one, ...correction });

/** The pages of all corrections; one where there are none. */
export function correctionPaths() {
  const corrections = allCorrections();
  const all = listPages(corrections, site.pageSize).map(({ items, number, count }) => ({
    params: { page: number === 1 ? undefined : `page-${number}` },
    props: { total: corrections.length, number, count, items: items.map(listed) },
  }));
  return paths(all, (pageData) => pageData);
}

export type CorrectionsPageData = ReturnType<typeof correctionPaths>[number]['props'];
