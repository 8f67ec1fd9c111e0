import type { Kind } from '../authorities/authority.ts';
import {
  type DaysFile,
  DIGEST_LENGTH,
  FILED_IN_FILE,
  IDS_IN_FILE,
  type Manifest,
  type NamedRecord,
  type NamesFile,
  type NamesShard,
  postingsNumber,
  RECORDS_IN_FILE,
  type RecordFile,
  type Sort,
  shardName,
} from './layout.ts';
import { type PostingsFile, recordOf } from './postings.ts';

/** The number of an article: its place in the order of time, from 0. */
export type ArticleNumber = number;

/** Reads a JSON file of a release by its name. Undefined if there is no such file. */
export type ReadFile = <T>(name: string) => Promise<T | undefined>;

/** The files of a release. Each is read when first needed, then kept. A read that failed is tried again next time. */
export class ArchiveFiles {
  readonly manifest: Manifest;
  readonly #read: ReadFile;
  /** The number of the file of names, by beginning. */
  readonly #beginnings: ReadonlyMap<string, number>;
  readonly #kept = new Map<string, Promise<unknown>>();
  readonly #named = new Map<string, NamesFile>();

  constructor(manifest: Manifest, read: ReadFile) {
    this.manifest = manifest;
    this.#read = read;
    this.#beginnings = new Map(
      manifest.names.flatMap((some, number) => some.map((beginning) => [beginning, number])),
    );
  }

  #keep<T>(path: string): Promise<T | undefined> {
    const known = this.#kept.get(path);
    if (known) return known as Promise<T | undefined>;
    const asked = this.#read<T>(path);
    this.#kept.set(path, asked);
    asked.catch(() => this.#kept.delete(path));
    return asked;
  }

  async #file<T>(sort: Sort, number: number): Promise<T> {
    const name = shardName(this.manifest, sort, number);
    const file = name && (await this.#keep<T>(name));
    if (!file) throw new Error(`${name ?? `${sort} ${number}`} is missing from this release.`);
    return file;
  }

  /** The names that may contain this word. There may be others among them. */
  async names(word: string): Promise<NamesFile> {
    const letters = Array.from(word);
    for (let length = letters.length; length > 0; length--) {
      const beginning = letters.slice(0, length).join('');
      const number = this.#beginnings.get(beginning);
      if (number !== undefined) return this.#namesOf(beginning, number);
    }
    return { records: [], spellings: [] };
  }

  async #namesOf(wanted: string, number: number): Promise<NamesFile> {
    const { records, beginnings } = await this.#file<NamesShard>('names', number);
    for (const [beginning, spellings] of beginnings)
      if (!this.#named.has(beginning)) this.#named.set(beginning, { records, spellings });
    return this.#named.get(wanted) ?? { records: [], spellings: [] };
  }

  /** A record by its id. Undefined if the archive has none. */
  async record(kind: Kind, id: string): Promise<RecordFile | undefined> {
    const count = this.manifest.files.postings.length / DIGEST_LENGTH;
    if (count === 0) return undefined;
    const key = `${kind}/${id}`;
    return recordOf(await this.#file<PostingsFile>('postings', postingsNumber(key, count)), key);
  }

  /** The id of an article. */
  async idOf(article: ArticleNumber): Promise<string> {
    const ids = await this.#file<string[]>('ids', Math.floor(article / IDS_IN_FILE));
    return ids[article % IDS_IN_FILE] ?? '';
  }

  /** The numbers of the articles between two days, both included: the first, and one past the last. Empty is open. */
  async between(from: string, to: string): Promise<[ArticleNumber, ArticleNumber]> {
    const { articles } = this.manifest;
    return Promise.all([
      from ? this.#firstSince(from, (day) => day >= from) : 0,
      to ? this.#firstSince(to, (day) => day > to) : articles,
    ]);
  }

  /** The number of the first article that is reached, looked for from the year of a day on. */
  async #firstSince(day: string, isReached: (day: string) => boolean): Promise<ArticleNumber> {
    const { years, articles } = this.manifest;
    const at = years.findIndex(([year]) => year >= day.slice(0, 4));
    const [year, first] = years[at] ?? [day, articles];
    if (year > day.slice(0, 4)) return first;
    const found = (await this.daysOf(year)).find(([one]) => isReached(one));
    return found?.[1] ?? years[at + 1]?.[1] ?? articles;
  }

  /** The days of a year on which there are articles, each with the number of its first one. */
  async daysOf(year: string): Promise<DaysFile> {
    const at = this.manifest.years.findIndex(([one]) => one === year);
    return at < 0 ? [] : this.#file<DaysFile>('days', at);
  }

  /** How many of these articles are filed under each record, by the record's number. */
  async counts(articles: ReadonlySet<ArticleNumber>): Promise<Map<number, number>> {
    const wanted = new Set([...articles].map((article) => Math.floor(article / FILED_IN_FILE)));
    const counts = new Map<number, number>();
    const files = [...wanted].map(async (file) => {
      const filed = await this.#file<number[][]>('filed', file);
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
    const file = await this.#file<NamedRecord[]>('records', Math.floor(number / RECORDS_IN_FILE));
    const record = file[number % RECORDS_IN_FILE];
    if (!record) throw new Error(`There is no record ${number} in this release.`);
    return record;
  }
}
