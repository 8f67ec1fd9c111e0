import type { Kind } from '../authorities/authority.ts';
import {
  DAYS_FILE,
  type DaysFile,
  FILED_IN_FILE,
  filedFile,
  IDS_IN_FILE,
  idsFile,
  type Manifest,
  type NamedRecord,
  type NamesFile,
  namesFile,
  type PostingsFile,
  postingsFile,
  RECORDS_IN_FILE,
  type RecordFile,
  recordsFile,
} from './layout.ts';

/** The number of an article: its place in the order of time, from 0. */
export type ArticleNumber = number;

/** Reads a JSON file of a release. The path is relative to its folder. Undefined if there is no such file. */
export type ReadFile = <T>(path: string) => Promise<T | undefined>;

/** The files of a release. Each is read when first needed, then kept. A read that failed is tried again next time. */
export class ArchiveFiles {
  readonly manifest: Manifest;
  readonly #read: ReadFile;
  readonly #beginnings: ReadonlySet<string>;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(manifest: Manifest, read: ReadFile) {
    this.manifest = manifest;
    this.#read = read;
    this.#beginnings = new Set(manifest.names);
  }

  #keep<T>(path: string): Promise<T | undefined> {
    const known = this.#kept.get(path);
    if (known) return known as Promise<T | undefined>;
    const asked = this.#read<T>(path);
    this.#kept.set(path, asked);
    asked.catch(() => this.#kept.delete(path));
    return asked;
  }

  async #must<T>(path: string): Promise<T> {
    const file = await this.#keep<T>(path);
    if (file === undefined) throw new Error(`${path} is missing from this release.`);
    return file;
  }

  /** The file of the names that may contain this word. It may hold other names too. */
  async names(word: string): Promise<NamesFile> {
    const letters = Array.from(word);
    for (let length = letters.length; length > 0; length--) {
      const beginning = letters.slice(0, length).join('');
      if (this.#beginnings.has(beginning)) return this.#must<NamesFile>(namesFile(beginning));
    }
    return { records: [], spellings: [] };
  }

  /** A record by its id. Undefined if the archive has none. */
  async record(kind: Kind, id: string): Promise<RecordFile | undefined> {
    const { postings } = this.manifest;
    if (postings === 0) return undefined;
    const key = `${kind}/${id}`;
    const file = await this.#must<PostingsFile>(postingsFile(key, postings));
    return file.find(([name]) => name === key)?.[1];
  }

  /** The id of an article. */
  async idOf(article: ArticleNumber): Promise<string> {
    const ids = await this.#must<string[]>(idsFile(Math.floor(article / IDS_IN_FILE)));
    return ids[article % IDS_IN_FILE] ?? '';
  }

  /** The numbers of the articles between two days, both included: the first, and one past the last. Empty is open. */
  async between(from: string, to: string): Promise<[ArticleNumber, ArticleNumber]> {
    const days = await this.#must<DaysFile>(DAYS_FILE);
    const firstOn = (isReached: (day: string) => boolean) =>
      days.find(([day]) => isReached(day))?.[1] ?? this.manifest.articles;
    return [
      from ? firstOn((day) => day >= from) : 0,
      to ? firstOn((day) => day > to) : this.manifest.articles,
    ];
  }

  /** How many of these articles are filed under each record, by the record's number. */
  async counts(articles: ReadonlySet<ArticleNumber>): Promise<Map<number, number>> {
    const wanted = new Set([...articles].map((article) => Math.floor(article / FILED_IN_FILE)));
    const counts = new Map<number, number>();
    const files = [...wanted].map(async (file) => {
      const filed = await this.#must<number[][]>(filedFile(file));
      filed.forEach((gaps, index) => {
        if (!articles.has(file * FILED_IN_FILE + index)) return;
        let record = 0;
        for (const gap of gaps) {
          record += gap;
          counts.set(record, (counts.get(record) ?? 0) + 1);
        }
      });
    });
    await Promise.all(files);
    return counts;
  }

  /** A record by its number. */
  async recordAt(number: number): Promise<NamedRecord> {
    const file = await this.#must<NamedRecord[]>(recordsFile(Math.floor(number / RECORDS_IN_FILE)));
    const record = file[number % RECORDS_IN_FILE];
    if (!record) throw new Error(`There is no record ${number} in this release.`);
    return record;
  }
}
