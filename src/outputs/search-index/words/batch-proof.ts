import { END } from '../../../domain/search/indexed-text.ts';
import { articlesIn, type Piece, placesIn, rowsOf } from '../../../domain/search/words/posting.ts';

/** What is proved of a term. */
interface Proved {
  words: readonly string[];
  piece: Piece;
}

/**
 * Reads terms of a batch as the published index is read, and looks for every word at every place.
 *
 * @param rows the words of each article
 * @throws naming words that are not found where they stand
 */
export function proveBatch(terms: readonly Proved[], rows: readonly (readonly string[])[]): void {
  const found = rows.map(({ length }) => new Uint8Array(length));
  for (const { words, piece } of terms) {
    const own = new Set(words);
    const [articles, places] = rowsOf([piece]);
    const numbers = articlesIn(articles);
    for (const [index, at] of placesIn(places, numbers.length)) {
      const [article = 0] = numbers[index] ?? [];
      for (const place of at)
        if (own.has(rows[article]?.[place] ?? END)) found[article]?.fill(1, place, place + 1);
    }
  }
  const missed = rows.flatMap((row, article) =>
    row.filter((word, place) => word !== END && found[article]?.[place] !== 1),
  );
  if (missed.length > 0)
    throw new Error(
      `The index of words does not find what it must: ${[...new Set(missed)].slice(0, 50).join(', ')}`,
    );
}
