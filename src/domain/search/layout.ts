import type { Kind } from '../authorities/authority.ts';
import type { WordsIndex } from './words/layout.ts';

/**
 * The files below `/search/`. The build writes them and the browser reads them. The manifest has the same name in every
 * release of the archive, and names the other files, each after what is in it: so files of two releases are never read
 * together, and where an article changes, most files stay.
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
  /** Differs from release to release. */
  release: string;
  /** How many articles can be found. */
  articles: number;
  /** How many records there are of each kind; they are numbered in this order, the most frequent of a kind first. */
  records: Record<Kind, number>;
  /** The index of words. */
  words: WordsIndex;
  /** The years in which there are articles, each with the number of its first one, in the order of the files of days. */
  years: [year: string, first: number][];
  /** The digests of the files of what misspelt words may mean, in the order of their numbers. */
  near: string;
  /** The beginnings of words whose names are together, by the number of the file that has them. */
  names: string[][];
  /** The digests of the files of each sort, in the order of their numbers, without anything between them. */
  files: Record<Sort, string>;
}

/** The sorts of files besides the words. */
export const SORTS = ['names', 'postings', 'records', 'ids', 'filed', 'days'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * How many characters a digest has: the first 30 bits of the SHA-256 of a file in base32. They tell the states of one
 * file apart, and each costs who searches four bytes.
 */
export const DIGEST_LENGTH = 6;
/** The folder of these files. */
export const SHARDS_PATH = '/search/names/';

/**
 * The name of a file in that folder, by its sort and number: `postings-17-k3vq5a.json`. Files of names are known by their
 * first beginning, in codes, since it can have any letter: another file before them gives them other numbers.
 *
 * @returns undefined where the release has no such file
 */
export function shardName(
  { files, names }: Pick<Manifest, 'files' | 'names'>,
  sort: Sort,
  number: number,
): string | undefined {
  const at = number * DIGEST_LENGTH;
  const digest = files[sort].slice(at, at + DIGEST_LENGTH);
  if (digest === '') return undefined;
  const codes = Array.from(names[number]?.[0] ?? '', (letter) =>
    letter.codePointAt(0)?.toString(16),
  );
  return `${sort}-${sort === 'names' ? codes.join('-') : number}-${digest}.json`;
}

/** The names that have a word with a certain beginning. */
export interface NamesFile {
  records: NamedRecord[];
  /** A spelling as written, and whose it is: an index in `records`. */
  spellings: [written: string, record: number][];
}
/** The names of several beginnings; a record that has many stands once. */
export interface NamesShard {
  records: NamedRecord[];
  beginnings: [beginning: string, spellings: NamesFile['spellings']][];
}

/** The articles that are filed under a record. */
export interface RecordFile extends NamedRecord {
  /** For each article, by time: its number minus the number before, then how often it mentions the record. */
  articles: number[];
  /** The articles that a search for it alone shows first, with their ids. */
  first: [article: number, id: string][];
  /** The records that its articles are most often filed under as well, with the number of these articles. */
  beside: NamedRecord[];
}
/** How many records a file of postings holds on average: few files, and little for a reader who asks for one record. */
const RECORDS_IN_POSTINGS = 32;
/** How many files so many records have: a power of two, so that another record seldom moves all of them. */
export const postingsCount = (records: number): number =>
  records === 0 ? 0 : 2 ** Math.max(0, Math.round(Math.log2(records / RECORDS_IN_POSTINGS)));
/** The number of the file of a record, of so many. A reader who has its id alone finds it without another request. */
export const postingsNumber = (key: string, files: number): number => spread(key) % files;

/** A number that spreads keys evenly (FNV-1a, 32 bits). */
export function spread(key: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < key.length; at++)
    number = Math.imul(number ^ key.charCodeAt(at), 0x01000193) >>> 0;
  return number;
}

/** How many ids of articles a file holds, in the order of their numbers. */
export const IDS_IN_FILE = 64;

/** Articles per file. Each lists its records: the first's number, then the difference to each next one. */
export const FILED_IN_FILE = 2048;

/** How many records a file holds, in the order of their numbers. */
export const RECORDS_IN_FILE = 128;

/** The days of a year on which there are articles, each with the number of its first article. */
export type DaysFile = [day: string, first: number][];

/** Results on a page. */
export const PAGE_SIZE = 10;
/** How many names of each kind are offered to narrow a search by. */
export const MOST_CO_NAMED = 8;
