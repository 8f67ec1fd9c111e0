import type { Kind } from '../authorities/authority.ts';

/**
 * What lies below `/search/`, written by the build and read in the browser. The manifest has the same name in every
 * release of the archive; all else lies in a folder named after its release, so that files of two releases are never
 * read together.
 */

/** A person, place or organisation as search shows it. */
export interface NamedRecord {
  kind: Kind;
  id: string;
  name: string;
  description?: string | undefined;
  /** How many articles are filed under it. */
  count: number;
}

/** A record with every spelling: what the build starts from. */
export interface SpeltRecord extends Omit<NamedRecord, 'count'> {
  spellings: string[];
  /** Ids that it had before: a search that was linked with one finds it still. */
  formerly?: readonly string[];
}

/** Where the records with their spellings are. */
export const NAMES_PATH = '/search/names.json';

/** What says which release is the present one. */
export const MANIFEST_PATH = '/search/archive.json';
export interface Manifest {
  /** The name of the folder that holds the files of this release. */
  release: string;
  /** How many articles can be found. */
  articles: number;
  /** How many records there are of each kind; they are numbered in this order, the most frequent of a kind first. */
  records: Record<Kind, number>;
  /** The parts of the index of words, in the order of time. */
  words: WordsPart[];
  /** The beginnings of words that have a file of names. */
  names: string[];
}

/** An index of the words of consecutive articles. Its folder has a name of its own, and outlives a release. */
export interface WordsPart {
  /** The name of its folder below `/search/words/`. */
  folder: string;
  /** The language that Pagefind was told. */
  language: string;
  /** The file in the folder that has Pagefind's names for the articles. */
  texts: string;
  /** The number of the first article. */
  first: number;
}

/** The folder of a release. */
export const releasePath = (release: string) => `/search/${release}/`;

/** The names of which a word begins in one way. */
export interface NamesFile {
  records: NamedRecord[];
  /** A spelling as written, and whose it is: an index in `records`. */
  spellings: [written: string, record: number][];
}
/** `names/62-6c.json` for words that begin with “bl”: a file name must hold any letter. */
export const namesFile = (beginning: string) =>
  `names/${Array.from(beginning, (letter) => letter.codePointAt(0)?.toString(16)).join('-')}.json`;

/** The articles that are filed under a record. */
export interface RecordFile extends NamedRecord {
  /** Number of an article less that of the one before, then how often it is mentioned there; in turn, by time. */
  articles: number[];
  /** The articles that a search for it alone shows first, with their ids. */
  first: [article: number, id: string][];
  /** The records that its articles are most often filed under as well, with the number of these articles. */
  beside: NamedRecord[];
}
export const recordFile = (kind: Kind, id: string) => `${kind}/${id}.json`;

/** Ids of articles by their numbers, so many to a file. */
export const IDS_IN_FILE = 32;
export const idsFile = (file: number) => `articles/${file}.json`;

/** For runs of articles the records that each is filed under: the first's number, then what must be added for the next. */
export const FILED_IN_FILE = 2048;
export const filedFile = (file: number) => `filed/${file}.json`;

/** Records by their numbers. */
export const RECORDS_IN_FILE = 128;
export const recordsFile = (file: number) => `records/${file}.json`;

/** The days on which there are articles, each with the number of its first article. */
export type DaysFile = [day: string, first: number][];
export const DAYS_FILE = 'days.json';

/** The folder of a part of the index of words. */
export const wordsPath = (folder: string) => `/search/words/${folder}/`;

/** Results on a page. */
export const PAGE_SIZE = 10;
/** Names of a kind that are offered to narrow by. */
export const MOST_BESIDE = 8;
