import { openingWords, sentenceAround } from '../../../domain/language/sentence.ts';
import { wordsIn } from '../../../domain/search/indexed-text.ts';
import type { TextMatch } from '../texts/text-engine.ts';

/** A piece of text, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A range in a text: the index of its first UTF-16 unit, and one past the last. */
export interface Range {
  start: number;
  end: number;
}

/** Finds the words of a match in a text. Several words must be next to each other. */
export function wordRanges(text: string, { forms }: TextMatch): Range[] {
  if (forms.length === 0 || forms.some(({ size }) => size === 0)) return [];
  const standing = wordsIn(text);
  return standing.flatMap(({ start }, at) => {
    const last = standing[at + forms.length - 1];
    const fits = forms.every((some, index) => some.has(standing[at + index]?.word ?? ''));
    return last && fits ? [{ start, end: last.end }] : [];
  });
}

/** The ranges in order, with overlapping or touching ones merged. */
export function merged(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}

/** The sentence with the first mark, and further marks in it; the opening words where the text has no marks. */
export function piecesOf(text: string, marks: readonly Range[], lang: string): Piece[] {
  const [first] = marks;
  if (!first) return [{ text: openingWords(text, lang, 180), marked: false }];
  const context = sentenceAround(text, first.start, first.end, lang);
  const pieces: Piece[] = [
    { text: context.before, marked: false },
    { text: context.match, marked: true },
  ];
  // Marks that overlap an earlier one, or end after the sentence, are skipped.
  let at = first.end;
  const end = first.end + context.after.replace(/…$/u, '').length;
  for (const mark of marks.slice(1)) {
    if (mark.start < at || mark.end > end) continue;
    pieces.push(
      { text: text.slice(at, mark.start), marked: false },
      { text: text.slice(mark.start, mark.end), marked: true },
    );
    at = mark.end;
  }
  pieces.push({
    text: text.slice(at, end) + (context.after.endsWith('…') ? '…' : ''),
    marked: false,
  });
  return pieces.filter((piece) => piece.text !== '');
}

/** A whole text with its marks. @param marks in order, without overlaps */
export function markedPieces(text: string, marks: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  return [...pieces, { text: text.slice(at), marked: false }].filter(({ text }) => text !== '');
}
