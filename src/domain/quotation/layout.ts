/**
 * What lies below `/verify/`: where each paragraph of the archive stands, or stood, by the eight characters of its id.
 * The index is parted by their first ones, so that a check fetches a small part of it however large the archive is.
 */

/** Where an article has a paragraph; with the day of the correction that replaced it where it had it. */
export type Standing = [article: string] | [article: string, until: string];

/** The paragraphs whose id begins in one way; read by keys of its own alone. */
// biome-ignore lint/plugin: a form of JSON.
export type ParagraphsFile = Record<string, Standing[]>;

/** The first file to read. */
export interface QuoteIndex {
  /** By how many characters the index is parted. */
  length: number;
  /** How many articles it is of. */
  articles: number;
}

/** A text that a correction replaced. */
export interface FormerText {
  article: string;
  date: string;
  was: string;
  text: string;
  became: readonly string[];
}

export const QUOTE_INDEX_PATH = '/verify/index.json';
export const FORMER_TEXTS_PATH = '/verify/former.json';
/** The file of the paragraphs whose id begins so; of all where it begins in no way. */
export const paragraphsPath = (beginning: string) =>
  `/verify/paragraphs/${beginning || 'all'}.json`;

/** The characters of an id that are made of the words: without `p-`, and without the number of a repeated text. */
export const markOfId = (id: string) => id.slice(2, 10);
