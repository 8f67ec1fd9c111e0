import { closestMatch } from 'leven';
import type { Kind } from '../archive/authority.ts';
import type { CatalogueFile, NamedRecord } from './catalogue-file.ts';
import { queryWords } from './indexed-text.ts';

/** A record in the catalogue: its index among the records. */
export type RecordNumber = number;
/** An article in the catalogue: its index in order of time. */
export type ArticleNumber = number;

/** A record and how many of the present articles name it. */
export interface Facet {
  record: NamedRecord;
  count: number;
}

// Readers leave an apostrophe out as often as not: “odarra” is O’Darra.
const keyOf = (words: readonly string[]) => words.join(' ').replaceAll("'", '');

/** The ends of a person's name that may stand for it: “Varga-Lund” and “Lund” for Ismenia Varga-Lund. */
function surnames({ kind, name }: NamedRecord): string[] {
  const words = queryWords(name);
  return kind === 'people' ? words.slice(1).map((_, index) => keyOf(words.slice(index + 1))) : [];
}

function append<K>(lists: Map<K, number[]>, key: K, number: number): void {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}

/** The names and articles of the archive, made ready to be asked. */
export class Catalogue {
  readonly #file: CatalogueFile;
  readonly #spelt = new Map<string, RecordNumber[]>();
  /** By surname; asked only where nobody has the words for a spelling. */
  readonly #surnamed = new Map<string, RecordNumber[]>();
  readonly #numbers = new Map<string, RecordNumber>();
  readonly #texts = new Map<string, ArticleNumber>();
  readonly #mentions: Map<ArticleNumber, number>[];

  constructor(file: CatalogueFile) {
    this.#file = file;
    for (const [article, text] of file.texts.entries()) this.#texts.set(text, article);
    file.records.forEach((record, number) => {
      this.#numbers.set(`${record.kind}/${record.id}`, number);
      const keys = record.spellings.map((spelling) => keyOf(queryWords(spelling)));
      for (const key of new Set(keys)) append(this.#spelt, key, number);
      for (const key of surnames(record)) append(this.#surnamed, key, number);
    });
    this.#mentions = file.postings.map((posting) => {
      const counts = new Map<ArticleNumber, number>();
      for (let at = 0; at < posting.length; at += 2)
        counts.set(posting[at] ?? 0, posting[at + 1] ?? 0);
      return counts;
    });
  }

  /** How many articles there are. */
  get size(): number {
    return this.#file.articles.length;
  }

  /** The id of an article. */
  idOf = (article: ArticleNumber): string => this.#file.articles[article] ?? '';

  /** The day of an article. */
  dayOf = (article: ArticleNumber): string => this.idOf(article).slice(0, 10).replaceAll('/', '-');

  /** The article that the index of words knows by this name. */
  articleOf = (text: string): ArticleNumber | undefined => this.#texts.get(text);

  /** The records that go by a spelling, given as its words; else the people of this surname. */
  named = (words: readonly string[]): RecordNumber[] =>
    this.#spelt.get(keyOf(words)) ?? this.#surnamed.get(keyOf(words)) ?? [];

  record = (number: RecordNumber): NamedRecord | undefined => this.#file.records[number];
  numberOf = (kind: Kind, id: string): RecordNumber | undefined =>
    this.#numbers.get(`${kind}/${id}`);

  /** The articles that name a record or are about it, with the number of mentions. */
  mentionsOf = (record: RecordNumber): ReadonlyMap<ArticleNumber, number> =>
    this.#mentions[record] ?? new Map<ArticleNumber, number>();

  /** The records that articles name, by kind, the most named first. */
  facets(articles: ReadonlySet<ArticleNumber>): Record<Kind, Facet[]> {
    const facets: Record<Kind, Facet[]> = { people: [], places: [], organisations: [] };
    this.#file.records.forEach((record, number) => {
      let count = 0;
      for (const article of this.mentionsOf(number).keys()) if (articles.has(article)) count++;
      if (count > 0) facets[record.kind].push({ record, count });
    });
    for (const found of Object.values(facets)) found.sort((a, b) => b.count - a.count);
    return facets;
  }

  /** The spelling of a name that a mistyped one most likely means. */
  nearest(words: readonly string[]): string | undefined {
    const typed = keyOf(words);
    return closestMatch(typed, [...this.#spelt.keys()], {
      maxDistance: Math.max(1, Math.floor(typed.length / 4)),
    });
  }
}
