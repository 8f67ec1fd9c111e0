import { queryWords } from '../../domain/search/indexed-text.ts';
import { withinPart } from '../../domain/search/query/part.ts';
import { queryParts } from '../../domain/search/query.ts';
import { merged, type Range, wordRanges } from '../search/results/marking.ts';

/**
 * Where the words and phrases of a query stand in a text, in whatever spelling of their letters. Other forms of a word
 * are not looked for: what leads to a scan names the words as they stand on it.
 */
export function queryRanges(text: string, q: string): Range[] {
  const { parts } = queryParts(q, () => []);
  const standing = new Set(queryWords(text));
  const ranges = parts
    .flatMap(withinPart)
    .filter(({ excluded, words }) => !excluded && words.every((word) => standing.has(word)))
    .flatMap(({ words }) => wordRanges(text, { forms: words.map((word) => new Set([word])) }));
  return merged(ranges);
}
