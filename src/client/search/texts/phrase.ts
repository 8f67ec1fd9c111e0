import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import type { Term } from '../../../domain/search/words/term.ts';
import type { WordFiles } from '../../../domain/search/words/word-files.ts';

/** Articles, each with the weight that words have there. */
export type Weights = ReadonlyMap<ArticleNumber, number>;

/** The articles that have any of some terms, with the sums of their weights. @param isWanted false for what can be left out */
export async function weightsOf(
  files: WordFiles,
  terms: readonly Term[],
  isWanted?: (first: ArticleNumber, end: ArticleNumber) => boolean,
): Promise<Weights> {
  const [only, ...others] = await Promise.all(terms.map((term) => files.articles(term, isWanted)));
  if (!only) return new Map();
  for (const other of others)
    for (const [article, weight] of other) only.set(article, (only.get(article) ?? 0) + weight);
  return only;
}

/** About how much must be read of the articles of terms. A range of a frequent one has a file of its own. */
const sizeOf = (terms: readonly Term[]): number =>
  terms
    .flatMap(({ parts }) => parts)
    .reduce((sum, { articles }) => sum + (articles?.length ?? 10_000), 0);

/**
 * The articles that have words next to each other. What a phrase weighs is what the least of its words does.
 *
 * @param words for each word the terms by which it is found
 */
export async function holdingPhrase(
  files: WordFiles,
  words: readonly (readonly Term[])[],
): Promise<Weights> {
  const [rarest = [], ...others] = words.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const first = await weightsOf(files, rarest);
  if (first.size === 0) return first;
  // Of frequent words only those parts are read where the rarest one is.
  const known = [...first.keys()];
  const isWanted = (from: ArticleNumber, end: ArticleNumber) =>
    known.some((article) => article >= from && article < end);
  const rest = await Promise.all(others.map((terms) => weightsOf(files, terms, isWanted)));
  const candidates = new Map<ArticleNumber, number>();
  for (const [article, weight] of first) {
    const all = rest.map((weights) => weights.get(article) ?? 0);
    const least = Math.min(weight, ...all);
    if (least > 0) candidates.set(article, least);
  }
  return standingTogether(files, words, candidates);
}

async function standingTogether(
  files: WordFiles,
  words: readonly (readonly Term[])[],
  candidates: Weights,
): Promise<Weights> {
  if (candidates.size === 0) return candidates;
  const wanted = new Set(candidates.keys());
  const places = await Promise.all(
    words.map((terms) => Promise.all(terms.map((term) => files.places(term, wanted)))),
  );
  const isPhrase = (article: ArticleNumber) => {
    let begins: Set<number> | undefined;
    for (const [at, ofTerms] of places.entries()) {
      const here = ofTerms.flatMap((of) => of.get(article) ?? []).map((place) => place - at);
      const before = begins;
      begins = new Set(before ? here.filter((place) => before.has(place)) : here);
    }
    return (begins?.size ?? 0) > 0;
  };
  return new Map([...candidates].filter(([article]) => isPhrase(article)));
}
