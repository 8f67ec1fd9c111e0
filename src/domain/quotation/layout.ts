/**
 * The files below `/verify/`. They tell where each paragraph of the archive is or was, by the eight characters of its
 * id. The index is split by the first bits of these, so that a check fetches only a small part of it.
 */

/** An article with a paragraph. If a correction has replaced the paragraph, also the day of that correction. */
export type Standing = [article: string] | [article: string, until: string];

/** The paragraphs whose ids have the same beginning. Read only its own keys, not inherited ones. */
// biome-ignore lint/plugin: a form of JSON.
export type ParagraphsFile = Record<string, Standing[]>;

/** The first file to read. */
export interface QuoteIndex {
  /** The number of first bits by which the index is split; a character of an id has five. */
  bits: number;
  /** How many articles the index covers. */
  articles: number;
}

/** A text that a correction replaced. */
export interface FormerText {
  article: string;
  date: string;
  /** What it was, as the correction names it: a paragraph, `title`, `m-….caption`. */
  was: string;
  text: string;
  became: readonly string[];
}

export const QUOTE_INDEX_PATH = '/verify/index.json';
export const FORMER_TEXTS_PATH = '/verify/former.json';
/** The part of an id that comes from the words: without `p-` and without the number of a repeated text. */
export const markOfId = (id: string) => id.slice(2, 10);

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5;

/** The file of the paragraphs whose ids begin with the same bits as this one. @param bits at most 20 */
export function paragraphsPath(mark: string, bits: number): string {
  const length = Math.ceil(bits / BITS);
  let number = 0;
  for (const character of mark.slice(0, length))
    number = number * CHARACTERS.length + Math.max(0, CHARACTERS.indexOf(character));
  return `/verify/paragraphs/${number >>> (length * BITS - bits)}.json`;
}
