/**
 * The files below `/verify/`. They tell where each paragraph of the archive is or was, by the eight characters of its
 * id. The index is split by the first of these characters, so that a check fetches only a small part of it.
 */

/** An article with a paragraph. If a correction has replaced the paragraph, also the day of that correction. */
export type Standing = [article: string] | [article: string, until: string];

/** The paragraphs whose ids have the same beginning. Read only its own keys, not inherited ones. */
// biome-ignore lint/plugin: a form of JSON.
export type ParagraphsFile = Record<string, Standing[]>;

/** The first file to read. */
export interface QuoteIndex {
  /** The number of first characters by which the index is split. */
  length: number;
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
/** The file of the paragraphs whose ids have this beginning. An empty beginning gives the file of all paragraphs. */
export const paragraphsPath = (beginning: string) =>
  `/verify/paragraphs/${beginning || 'all'}.json`;

/** The part of an id that comes from the words: without `p-` and without the number of a repeated text. */
export const markOfId = (id: string) => id.slice(2, 10);
