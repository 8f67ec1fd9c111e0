import { Digits, digitsOf, signOf } from './digits.ts';

/**
 * Articles and places of a term as rows of numbers. Each can be put together of rows that were written of some articles
 * at a time, without their being read: all but the first number of a row depends on the row alone.
 */

/** Where a term stands in an article. */
export interface Standing {
  /** The number of the article, by batch. */
  article: number;
  /** The sign of its weight (`weight.ts`). */
  sign: number;
  /** In order; counted in words from 0. */
  places: readonly number[];
}

/** The articles of a term, in a row that lacks its first number. */
export interface Piece {
  first: number;
  last: number;
  /** What follows the first number. */
  articles: string;
  places: string;
}

/** Writes where a term stands. @param standing in the order of the articles, at least one */
export function pieceOf(standing: readonly Standing[]): Piece {
  let [articles, places] = ['', ''];
  let before: number | undefined;
  for (const { article, sign, places: all } of standing) {
    articles += (before === undefined ? '' : digitsOf(article - before)) + signOf(sign);
    before = article;
    places += digitsOf(all.length);
    let at = 0;
    for (const place of all) {
      places += digitsOf(place - at);
      at = place;
    }
  }
  return { first: standing[0]?.article ?? 0, last: before ?? 0, articles, places };
}

/** How many articles a piece is of. */
export function articleCount({ articles }: Pick<Piece, 'articles'>): number {
  const digits = new Digits(articles);
  let count = 0;
  for (; !digits.isAtEnd; count++) {
    if (count > 0) digits.number();
    digits.sign();
  }
  return count;
}

/** The pieces as one row of articles and one of places. @param pieces in the order of their articles */
export function rowsOf(pieces: readonly Piece[]): [articles: string, places: string] {
  let [articles, places, before] = ['', '', 0];
  for (const piece of pieces) {
    articles += digitsOf(piece.first - before) + piece.articles;
    places += piece.places;
    before = piece.last;
  }
  return [articles, places];
}

/** Reads a row of articles: the number of each, and the sign of its weight. @throws where it is none */
export function articlesIn(row: string): [article: number, sign: number][] {
  const digits = new Digits(row);
  const all: [number, number][] = [];
  for (let article = 0; !digits.isAtEnd; ) {
    article += digits.number();
    all.push([article, digits.sign()]);
  }
  return all;
}

/**
 * Reads a row of places.
 *
 * @param count how many articles it is of
 * @param isWanted is asked of each article by its index; the places of others are passed over
 * @throws where it is none, or of another number of articles
 */
export function* placesIn(
  row: string,
  count: number,
  isWanted: (index: number) => boolean = () => true,
): Generator<[index: number, places: number[]]> {
  const digits = new Digits(row);
  for (let index = 0; index < count; index++) {
    const wanted = isWanted(index);
    const places: number[] = [];
    let at = 0;
    for (let left = digits.number(); left > 0; left--) {
      at += digits.number();
      if (wanted) places.push(at);
    }
    if (wanted) yield [index, places];
  }
  if (!digits.isAtEnd) throw new Error('A row of places has more than its articles.');
}
