import { foldWithOrigin } from '../archive/fold.ts';
import { sentenceAround } from '../archive/sentence.ts';
import type { ArticleData } from '../data/article-data.ts';
import type { NamedRecord } from './catalogue-file.ts';
import type { TextPlaces } from './text-engine.ts';

/** A stretch of text, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A paragraph of a hit: the sentence with the match, to be linked to the paragraph. */
export interface Snippet {
  paragraph: string;
  pieces: Piece[];
}

interface Range {
  start: number;
  end: number;
}

const WORDS = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const MOST = 3;

/** Where words, given folded, stand in a text. */
export function wordRanges(text: string, words: ReadonlySet<string>): Range[] {
  const { text: folded, origin } = foldWithOrigin(text);
  const ranges: Range[] = [];
  for (const match of folded.matchAll(WORDS)) {
    const word = match[0];
    const bare = word.replace(/'s?$/u, '');
    if (!words.has(word) && !words.has(bare)) continue;
    const length = words.has(word) ? word.length : bare.length;
    ranges.push({ start: origin(match.index), end: origin(match.index + length) });
  }
  for (const word of words) {
    if (!UNSPACED.test(word)) continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      ranges.push({ start: origin(at), end: origin(at + word.length) });
    }
  }
  return ranges;
}

/** Ranges in order, overlapping ones made one. */
function merged(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else joined.push({ ...range });
  }
  return joined;
}

function piecesOf(text: string, marks: readonly Range[], lang: string): Piece[] {
  const [first] = marks;
  if (!first) return [{ text, marked: false }];
  const context = sentenceAround(text, first.start, first.end, lang);
  const pieces: Piece[] = [
    { text: context.before, marked: false },
    { text: context.match, marked: true },
  ];
  // What follows the first match may hold others; it begins where that one ends.
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

/** The paragraphs of an article to show for a hit: those with the most different matches, in the order of the text. */
export function snippetsOf(
  article: ArticleData,
  records: readonly NamedRecord[],
  places: readonly TextPlaces[],
): Snippet[] {
  const found = article.paragraphs.map(({ id, text }, index) => {
    const named = records.map(({ kind, id: record }) =>
      article.mentions.filter(
        (mention) => mention.kind === kind && mention.id === record && mention.paragraph === id,
      ),
    );
    const worded = places.map(({ paragraphs, marked }) =>
      paragraphs.has(id) ? wordRanges(text, marked) : [],
    );
    const matches = [...named, ...worded].filter(({ length }) => length > 0);
    return { id, text, index, marks: merged(matches.flat()), different: matches.length };
  });
  return found
    .filter(({ different }) => different > 0)
    .toSorted((a, b) => b.different - a.different || a.index - b.index)
    .slice(0, MOST)
    .toSorted((a, b) => a.index - b.index)
    .map(({ id, text, marks }) => ({ paragraph: id, pieces: piecesOf(text, marks, article.lang) }));
}
