import { bottomOf, topOf, usualSize } from './line.ts';
import type { Piece } from './piece.ts';

/** How much larger than other type a letter is that stands at the head of a paragraph. */
const LARGE = 1.8;

/** Pieces with the large letters that begin paragraphs put before the words that stand beside their heads. */
export function withLargeLetters(pieces: readonly Piece[]): Piece[] {
  const least = usualSize(pieces) * LARGE;
  const large = pieces.filter(
    ({ text, size }) => size > least && /^["“„«'‘]?\p{L}$/u.test(text.trim()),
  );
  const placed = new Set<Piece>();
  // A page of large letters alone has no words that they begin.
  const FEW = 20;
  for (const letter of large.slice(0, FEW)) {
    const beside = pieces
      .filter(
        (one) =>
          one.size < least &&
          one.left > letter.left &&
          one.left - letter.right < letter.size &&
          topOf(one) > topOf(letter) - one.size &&
          one.base < bottomOf(letter) + one.size / 2,
      )
      .toSorted((a, b) => a.base - b.base);
    const [first] = beside;
    if (!first) continue;
    first.text = letter.text.trim() + first.text.trimStart();
    placed.add(letter);
    // The lines beside it begin as far to the left as those below.
    for (const one of beside) one.left = letter.left;
  }
  return pieces.filter((piece) => !placed.has(piece));
}
