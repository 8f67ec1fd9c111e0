import { goesOn } from './abbreviation.ts';

// The segmenter ends a sentence after “Mr.” and “p.”: it knows no abbreviations.
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(lang: string): Intl.Segmenter {
  let made = segmenters.get(lang);
  if (!made) {
    made = new Intl.Segmenter(lang, { granularity: 'sentence' });
    segmenters.set(lang, made);
  }
  return made;
}

/** How many characters a sentence is followed past an abbreviation. No page shows this much of a sentence. */
const FURTHEST = 400;

/** The start and end of the sentence that contains the characters from `start` to `end`. */
function sentenceBounds(text: string, start: number, end: number, lang: string): [number, number] {
  const segments = segmenter(lang).segment(text);
  const endOf = (at: number) => {
    const { index, segment } = segments.containing(at) ?? { index: at, segment: '' };
    return index + segment.length;
  };
  let from = segments.containing(start)?.index ?? 0;
  while (from > 0 && start - from < FURTHEST && goesOn(text, from, lang))
    from = segments.containing(from - 1)?.index ?? 0;
  let to = endOf(start);
  while (to < text.length && (to < end || (to - end < FURTHEST && goesOn(text, to, lang))))
    to = endOf(to);
  return [from, to];
}

/** The sentences of a text in order, each with the index at which it starts. */
export function sentencesOf(text: string, lang: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = [];
  let start = 0;
  for (const { index, segment } of segmenter(lang).segment(text)) {
    const end = index + segment.length;
    if (end < text.length && goesOn(text, end, lang)) continue;
    found.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return found;
}

/** A sentence of a paragraph, cut at the place of interest. */
export interface Context {
  before: string;
  match: string;
  after: string;
}

/** What an article says about a record: sentences that mention it, with their paragraphs, and the number of others. */
export interface Mentioned {
  contexts: (Context & { paragraph: string })[];
  rest: number;
}

const LONGEST_SIDE = 160;

function cutStart(text: string): string {
  if (text.length <= LONGEST_SIDE) return text;
  const cut = text.slice(-LONGEST_SIDE);
  // A script without spaces is cut at any place, but never inside a character.
  return `…${/\s/u.test(cut) ? cut.replace(/^\S*\s/u, ' ') : cut.replace(/^[\udc00-\udfff]/, '')}`;
}

function cutEnd(text: string): string {
  if (text.length <= LONGEST_SIDE) return text;
  const cut = text.slice(0, LONGEST_SIDE);
  return `${/\s/u.test(cut) ? cut.replace(/\s\S*$/u, ' ') : cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The sentence that contains the characters from `start` to `end`. A very long one is cut at words. */
export function sentenceAround(text: string, start: number, end: number, lang: string): Context {
  const [from, to] = sentenceBounds(text, start, end, lang);
  return {
    before: cutStart(text.slice(from, start)),
    match: text.slice(start, end),
    after: cutEnd(text.slice(end, to).trimEnd()),
  };
}

/** Cuts a text at a word and adds “…” if it is longer than `longest` characters. The result is no longer than that. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const atWord = /^.*\S(?=\s)/u.exec(text.slice(0, longest))?.[0];
  return `${atWord ?? text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The first sentence of a text, cut at a word when longer than `longest` characters. */
export function openingWords(text: string, lang: string, longest: number): string {
  const [from, to] = sentenceBounds(text, 0, 0, lang);
  return cutAtWord(text.slice(from, to).trim(), longest);
}
