import type { Correction } from '../archive/correction.ts';
import { plainSentence } from '../archive/figure-sentence.ts';
import { listPages } from '../archive/pager.ts';
import { type ArticleEntry, articles, langOf } from '../articles.ts';
import { site } from '../site.ts';
import { saidBefore } from './claim.ts';
import { paths } from './paths.ts';

/** A correction as its article shows it. */
export interface ShownCorrection extends Correction {
  /** The ids of what its paragraph became. */
  became: readonly string[];
  /** The old id, where nothing else on the page has it: the notice answers to it. */
  id: string | undefined;
}

/** A correction with what it replaced in words: of a figure the sentence that it was. */
const inWords = (article: ArticleEntry, correction: Correction): Correction =>
  correction.was?.startsWith('f-')
    ? { ...correction, text: plainSentence(saidBefore(article, correction)) }
    : correction;

/** The corrections of an article, the latest first. */
export function correctionsOf(article: ArticleEntry): ShownCorrection[] {
  const { data } = article;
  const taken = new Set([...data.paragraphIds, ...data.marked]);
  return data.corrections
    .map((correction, index) => {
      const { was } = correction;
      const isFree = was?.startsWith('p-') && !taken.has(was);
      if (was && isFree) taken.add(was);
      return {
        ...inWords(article, correction),
        became: data.became[index] ?? [],
        id: isFree ? was : undefined,
      };
    })
    .toSorted((a, b) => b.date.localeCompare(a.date));
}

/** A correction among those of the whole archive. */
export interface ListedCorrection {
  article: ArticleEntry;
  correction: ShownCorrection;
}

/** Every correction of the archive, the latest first. */
export const allCorrections = (): ListedCorrection[] =>
  articles()
    .toReversed()
    .flatMap((article) => correctionsOf(article).map((correction) => ({ article, correction })))
    .toSorted((a, b) => b.correction.date.localeCompare(a.correction.date));

const listed = ({ article, correction }: ListedCorrection) => ({
  article: article.id,
  heading: article.data.heading,
  lang: langOf(article),
  ...correction,
});

/** The pages of all corrections; one where there are none. */
export function correctionPaths() {
  const corrections = allCorrections();
  const all = listPages(corrections, site.pageSize).map(({ items, number, count }) => ({
    params: { page: number === 1 ? undefined : `page-${number}` },
    props: { total: corrections.length, number, count, items: items.map(listed) },
  }));
  return paths(all, (sheet) => sheet);
}

export type CorrectionsSheet = ReturnType<typeof correctionPaths>[number]['props'];
