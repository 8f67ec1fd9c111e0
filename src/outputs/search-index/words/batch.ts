import type { ArticleData } from '../../../domain/article/article-data.ts';
import { articleWords, END, type Indexed } from '../../../domain/search/indexed-text.ts';
import { type Piece, pieceOf, type Standing } from '../../../domain/search/words/posting.ts';
import { type Extent, weightSign } from '../../../domain/search/words/weight.ts';
import { proveBatch } from './batch-proof.ts';
import { type PlacedStem, stemsOf } from './stems.ts';

/** The text of an article that is indexed. */
export type IndexedText = Pick<ArticleData, 'id'> & Indexed;

/** A term in the articles of a batch. They are numbered from 0. */
export interface BatchTerm {
  stem: string;
  /** The words that have this stem, in order. */
  words: string[];
  /** Words of which a part has it, in order. */
  around: string[];
  piece: Piece;
}

/** The words of an article in a row, with one more at the end of each block. */
export const rowOf = (blocks: readonly (readonly string[])[]): string[] =>
  blocks.flatMap((words) => [...words, END]);

const NUMBER = /^\p{Nd}/u;

function extentOf(blocks: readonly (readonly string[])[]): Extent {
  const [heading = [], opening = [], ...more] = blocks;
  const end = heading.length + 1;
  const opened = end + opening.length + 1;
  return {
    heading: end,
    opening: opened,
    all: more.reduce((sum, { length }) => sum + length + 1, opened),
    numbers: blocks.flat().filter((word) => NUMBER.test(word)).length,
  };
}

/**
 * Indexes the words of some articles. What it gives depends on them alone, so that batches can be made anywhere and in any
 * order.
 *
 * @param articles in the order of time
 * @returns the terms in order
 * @throws where the index is not what the articles hold
 */
export async function batchOf(articles: readonly IndexedText[]): Promise<BatchTerm[]> {
  const texts = articles.map((article) => {
    const blocks = articleWords(article);
    return { row: rowOf(blocks), extent: extentOf(blocks) };
  });
  const rows = texts.map(({ row }) => row);
  const standing = standingOf(await stemsOf(rows.map((row) => row.join(' '))), rows);
  const stems = wordStems(standing);
  const terms = standing.map(({ stem, words, articles }): BatchTerm => {
    const inOrder = [...words].toSorted();
    const isOwn = (word: string) => stems.get(word) === stem;
    return {
      stem,
      words: inOrder.filter(isOwn),
      around: inOrder.filter((word) => !isOwn(word)),
      piece: pieceOf(
        articles.map(([article, places]): Standing => {
          const extent = texts[article]?.extent;
          return { article, places, sign: extent ? weightSign(places, extent) : 0 };
        }),
      ),
    };
  });
  proveBatch(terms, rows);
  return terms;
}

/** A stem with the words that have it, and the places of these in each article that has any. */
interface StandingStem {
  stem: string;
  words: Set<string>;
  articles: [article: number, places: number[]][];
}

/** Puts the places of one stem together, and notes them in `isIndexed`. */
function standingStem(
  { stem, places }: PlacedStem,
  rows: readonly (readonly string[])[],
  isIndexed: readonly Uint8Array[],
): StandingStem {
  const words = new Set<string>();
  const articles = new Map<number, number[]>();
  for (let at = 0; at < places.length; at += 2) {
    const [text = 0, place = 0] = [places[at], places[at + 1]];
    const word = rows[text]?.[place];
    // Words are counted otherwise then than they are read here.
    if (word === undefined || (word === END) !== (stem === END))
      throw new Error(`The index of words has “${stem}” where no such word stands.`);
    words.add(word);
    const known = articles.get(text);
    if (!known) articles.set(text, [place]);
    else if (known.at(-1) !== place) known.push(place);
    const row = isIndexed[text];
    if (row) row[place] = 1;
  }
  const inOrder = [...articles].toSorted(([a], [b]) => a - b);
  for (const [, all] of inOrder)
    if (all.some((place, at) => at > 0 && place <= (all[at - 1] ?? 0)))
      all.splice(0, all.length, ...[...new Set(all)].toSorted((a, b) => a - b));
  return { stem, words, articles: inOrder };
}

/** All stems in order, each once. */
function standingOf(
  stems: readonly PlacedStem[],
  rows: readonly (readonly string[])[],
): StandingStem[] {
  const isIndexed = rows.map(({ length }) => new Uint8Array(length));
  const places = new Map<string, number[]>();
  for (const { stem, places: some } of stems)
    places.set(stem, places.has(stem) ? [...(places.get(stem) ?? []), ...some] : some);
  const standing = Array.from(places, ([stem, all]) =>
    standingStem({ stem, places: all }, rows, isIndexed),
  );
  const left = new Map<string, number[]>();
  rows.forEach((row, text) => {
    row.forEach((word, place) => {
      if (word === END || isIndexed[text]?.[place] === 1) return;
      const known = left.get(word);
      if (known) known.push(text, place);
      else left.set(word, [text, place]);
    });
  });
  // A word that Pagefind leaves out is found as it stands.
  for (const [stem, more] of left) {
    const known = standing.findIndex((one) => one.stem === stem);
    const all = [...more, ...(places.get(stem) ?? [])];
    const whole = standingStem({ stem, places: all }, rows, isIndexed);
    if (known < 0) standing.push(whole);
    else standing[known] = whole;
  }
  return standing.filter(({ stem }) => stem !== END).toSorted((a, b) => (a.stem < b.stem ? -1 : 1));
}

/** How many letters two words begin with alike. */
function alike(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/**
 * The stem of each word. Pagefind also gives those of its parts, of “o'brien” besides “obrien” that of “brien”: that of the
 * whole word begins most like it.
 */
function wordStems(standing: readonly StandingStem[]): Map<string, string> {
  const stems = new Map<string, string>();
  for (const { stem, words } of standing)
    for (const word of words) {
      const known = stems.get(word);
      const whole = word.replaceAll("'", '');
      if (known === undefined || alike(stem, whole) > alike(known, whole)) stems.set(word, stem);
    }
  return stems;
}
