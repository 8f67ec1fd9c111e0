const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(lang: string): Intl.Segmenter {
  let made = segmenters.get(lang);
  if (!made) {
    // `ss-standard` keeps “Mr. Varga” in one sentence where Unicode has the language's abbreviations.
    made = new Intl.Segmenter(`${lang}-u-ss-standard`, { granularity: 'sentence' });
    segmenters.set(lang, made);
  }
  return made;
}

/** A sentence of a paragraph, cut at the place of interest. */
export interface Context {
  before: string;
  match: string;
  after: string;
}

const LONGEST_SIDE = 160;

function cutStart(text: string): string {
  if (text.length <= LONGEST_SIDE) return text;
  return `…${text.slice(-LONGEST_SIDE).replace(/^\S*\s/u, ' ')}`;
}

function cutEnd(text: string): string {
  if (text.length <= LONGEST_SIDE) return text;
  return `${text.slice(0, LONGEST_SIDE).replace(/\s\S*$/u, ' ')}…`;
}

/** The sentence in which the characters from `start` to `end` stand, cut at words where it is very long. */
export function sentenceAround(text: string, start: number, end: number, lang: string): Context {
  const segments = segmenter(lang).segment(text);
  const first = segments.containing(start);
  const last = segments.containing(Math.max(start, end - 1));
  const from = first?.index ?? 0;
  const to = last ? last.index + last.segment.length : text.length;
  return {
    before: cutStart(text.slice(from, start)),
    match: text.slice(start, end),
    after: cutEnd(text.slice(end, to).trimEnd()),
  };
}

/** A text cut at a word, with an ellipsis, where it is longer than `longest` characters, the ellipsis counted. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  // A script without spaces is cut where it falls, but never inside a character.
  const atWord = /^.*\S(?=\s)/u.exec(cut)?.[0] ?? cut.replace(/[\ud800-\udbff]$/, '');
  return `${atWord}…`;
}

/** The first sentence of a text, cut at a word when longer than `longest` characters. */
export function openingWords(text: string, lang: string, longest: number): string {
  const [first] = segmenter(lang).segment(text);
  return cutAtWord((first?.segment ?? text).trim(), longest);
}
