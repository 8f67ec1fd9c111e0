import type { ArticleNumber } from '../../../domain/search/archive-files.ts';
import type { Term } from '../../../domain/search/words/term.ts';
import type { Wanted, WordFiles } from '../../../domain/search/words/word-files.ts';

/** Articles, each with the weight that words have there. */
export type Weights = ReadonlyMap<ArticleNumber, number>;

/** The articles that have any of some terms, with the sums of their weights. */
export async function weightsOf(
  files: WordFiles,
  terms: readonly Term[],
  wanted?: Wanted,
): Promise<Weights> {
  const [only, ...others] = await Promise.all(terms.map((term) => files.articles(term, wanted)));
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
 * @param inHeading true where the heading must have them
 */
export async function holdingPhrase(
  files: WordFiles,
  words: readonly (readonly Term[])[],
  inHeading: boolean,
): Promise<Weights> {
  const [rarest = [], ...others] = words.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const first = await weightsOf(files, rarest, { inHeading });
  if (first.size === 0) return first;
  // Of frequent words only those parts are read where the rarest one is.
  const known = [...first.keys()];
  const isWanted = (from: ArticleNumber, end: ArticleNumber) =>
    known.some((article) => article >= from && article < end);
  const rest = await Promise.all(
    others.map((terms) => weightsOf(files, terms, { isWanted, inHeading })),
  );
  const candidates = new Map<ArticleNumber, number>();
  for (const [article, weight] of first) {
    const all = rest.map((weights) => weights.get(article) ?? 0);
    const least = Math.min(weight, ...all);
    if (least > 0) candidates.set(article, least);
  }
  return standingTogether(files, words, candidates, inHeading);
}

async function standingTogether(
  files: WordFiles,
  words: readonly (readonly Term[])[],
  candidates: Weights,
  inHeading: boolean,
): Promise<Weights> {
  if (candidates.size === 0) return candidates;
  const wanted = new Set(candidates.keys());
  const places = await Promise.all(
    words.map((terms) => Promise.all(terms.map((term) => files.places(term, wanted)))),
  );
  const isPhrase = (article: ArticleNumber) => {
    const here = places.map((ofTerms) => ofTerms.flatMap((of) => of.get(article) ?? []));
    const [first = new Set<number>(), ...others] = here.map(
      (at, index) => new Set(at.map((place) => place - index)),
    );
    const begins = [...first].filter((begin) => others.every((other) => other.has(begin)));
    // The heading has the first place of each of the words, and a phrase does not go on behind its end.
    const last = inHeading ? Math.max(...here.map((at) => Math.min(...at))) : Infinity;
    return begins.some((begin) => begin <= last);
  };
  return new Map([...candidates].filter(([article]) => isPhrase(article)));
}
