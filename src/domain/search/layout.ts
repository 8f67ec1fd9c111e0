import type { Kind } from '../authorities/authority.ts';

/**
 * The files below `/search/`. The build writes them and the browser reads them. The manifest has the same name in every
 * release of the archive. The other files are in a folder named after their release, so that files of two releases are
 * never read together.
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

/** A record with all its spellings. The build starts from these. */
export interface SpeltRecord extends Omit<NamedRecord, 'count'> {
  spellings: string[];
  /** Ids that it had before. A link to a search with an old id still works. */
  formerly?: readonly string[];
}

/** Where the records with their spellings are. */
export const NAMES_PATH = '/search/names.json';

/** The manifest says which release is the current one. */
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
  /** How many files of postings there are. */
  postings: number;
}

/** An index of the words of consecutive articles. Its folder has its own name and is kept from release to release. */
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

/** The names that have a word with a certain beginning. */
export interface NamesFile {
  records: NamedRecord[];
  /** A spelling as written, and whose it is: an index in `records`. */
  spellings: [written: string, record: number][];
}
/** `names/62-6c.json` for words that begin with “bl”. Codes are used because a word can have any letter. */
export const namesFile = (beginning: string) =>
  `names/${Array.from(beginning, (letter) => letter.codePointAt(0)?.toString(16)).join('-')}.json`;

/** The articles that are filed under a record. */
export interface RecordFile extends NamedRecord {
  /** For each article, by time: its number minus the number before, then how often it mentions the record. */
  articles: number[];
  /** The articles that a search for it alone shows first, with their ids. */
  first: [article: number, id: string][];
  /** The records that its articles are most often filed under as well, with the number of these articles. */
  beside: NamedRecord[];
}
/** Records with their articles, each by kind and id (`people/ada-varga`). An earlier id has the record as well. */
export type PostingsFile = [key: string, record: RecordFile][];
/** How many records such a file holds on average: enough for few files, few enough for a reader who asks for one. */
export const RECORDS_IN_POSTINGS = 16;
/** The file of a record, of so many files. A reader who has its id alone finds it without another request. */
export const postingsFile = (key: string, files: number) => postingsPath(spread(key) % files);
export const postingsPath = (number: number) => `postings/${number}.json`;

/** A number that spreads keys evenly (FNV-1a, 32 bits). */
function spread(key: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < key.length; at++)
    number = Math.imul(number ^ key.charCodeAt(at), 0x01000193) >>> 0;
  return number;
}

/** How many ids of articles a file holds, in the order of their numbers. */
export const IDS_IN_FILE = 32;
export const idsFile = (file: number) => `articles/${file}.json`;

/** Articles per file. Each lists its records: the first's number, then the difference to each next one. */
export const FILED_IN_FILE = 2048;
export const filedFile = (file: number) => `filed/${file}.json`;

/** How many records a file holds, in the order of their numbers. */
export const RECORDS_IN_FILE = 128;
export const recordsFile = (file: number) => `records/${file}.json`;

/** The days on which there are articles, each with the number of its first article. */
export type DaysFile = [day: string, first: number][];
export const DAYS_FILE = 'days.json';

/** The folder of a part of the index of words. */
export const wordsPath = (folder: string) => `/search/words/${folder}/`;

/** Results on a page. */
export const PAGE_SIZE = 10;
/** How many names of each kind are offered to narrow a search by. */
export const MOST_CO_NAMED = 8;
