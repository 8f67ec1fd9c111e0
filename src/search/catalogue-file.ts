import type { Kind } from '../archive/authority.ts';

/** A record as search knows it. */
export interface NamedRecord {
  kind: Kind;
  id: string;
  name: string;
  /** Every spelling, as written. */
  spellings: string[];
  description?: string | undefined;
}

/** What the build writes for search besides the index of the words: `search/catalogue.json`. */
export interface CatalogueFile {
  records: NamedRecord[];
  /** Ids of the articles, in order of time; the day is the id's first three parts. */
  articles: string[];
  /** The name under which the index of the words knows each article. */
  texts: string[];
  /** For each record the articles that name it or are about it: index in `articles`, then the number of mentions, in turn. */
  postings: number[][];
}

/** Where it is, below the base path. */
export const CATALOGUE_PATH = '/search/catalogue.json';

/** Where the records are, for the build to read them back. */
export const NAMES_PATH = '/search/names.json';
