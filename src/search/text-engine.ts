import { foldedWords } from '../archive/fold.ts';
import type { ArticleNumber } from './catalogue.ts';
import type { TextEngine } from './finding.ts';

/** The parts of Pagefind's interface that are used here. */
interface PagefindResult {
  id: string;
  score: number;
  data: () => Promise<{ sub_results: { url: string; excerpt: string }[] }>;
}
interface PagefindInstance {
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
}
interface Pagefind {
  createInstance: (options: { baseUrl: string; excerptLength: number }) => PagefindInstance;
}

/** Where in an article words of a query stand. */
export interface TextPlaces {
  /** Ids of the paragraphs. */
  paragraphs: Set<string>;
  /** The words that matched, folded: “strike” matches “strikes”. */
  marked: Set<string>;
}

const MARKED = /<mark>(.*?)<\/mark>/gs;

/** Pagefind, asked so that the answer depends on the words alone. */
export class PagefindTexts implements TextEngine {
  readonly #address: string;
  readonly #articleOf: (text: string) => ArticleNumber | undefined;
  #module: Promise<Pagefind> | undefined;
  /** The search asked for last. */
  #before: Promise<unknown> = Promise.resolve();
  readonly #found = new Map<string, Promise<Map<ArticleNumber, PagefindResult>>>();

  /** @param address of the folder of Pagefind's files, ending in a slash */
  constructor(address: string, articleOf: (text: string) => ArticleNumber | undefined) {
    this.#address = address;
    this.#articleOf = articleOf;
  }

  async holding(words: readonly string[]): Promise<Map<ArticleNumber, number>> {
    const found = await this.#search(words.join(' '));
    return new Map([...found].map(([article, { score }]) => [article, score]));
  }

  /** Where the words stand in an article that holds them. */
  async placesOf(words: readonly string[], article: ArticleNumber): Promise<TextPlaces> {
    const places: TextPlaces = { paragraphs: new Set(), marked: new Set() };
    const result = (await this.#search(words.join(' '))).get(article);
    if (!result) return places;
    for (const { url, excerpt } of (await result.data()).sub_results) {
      const [, paragraph] = url.split('#');
      if (paragraph) places.paragraphs.add(paragraph);
      for (const [, marked = ''] of excerpt.matchAll(MARKED)) {
        for (const word of foldedWords(marked)) places.marked.add(word);
      }
    }
    return places;
  }

  #search(query: string): Promise<Map<ArticleNumber, PagefindResult>> {
    const known = this.#found.get(query);
    if (known) return known;
    // One after another: several of Pagefind's instances loading at once have run out of its memory's bounds.
    const asked = this.#before.then(() => this.#ask(query));
    this.#before = asked.catch(() => undefined);
    this.#found.set(query, asked);
    // What failed is asked again: the network may be back.
    asked.catch(() => this.#found.delete(query));
    return asked;
  }

  async #ask(query: string): Promise<Map<ArticleNumber, PagefindResult>> {
    this.#module ??= import(/* @vite-ignore */ `${this.#address}pagefind.js`).catch((error) => {
      this.#module = undefined;
      throw error;
    });
    // Pagefind matches the beginnings of words in whatever parts of its index were loaded before: an instance of its own
    // for each query, and the exact form of it, make the set the same whatever was searched for earlier. The plain form
    // ranks what the exact one found.
    const instance = (await this.#module).createInstance({ baseUrl: '/', excerptLength: 60 });
    const exact = await instance.search(`"${query}"`);
    const plain = query.includes(' ') ? exact : await instance.search(query);
    const scores = new Map(plain.results.map(({ id, score }) => [id, score]));
    const found = new Map<ArticleNumber, PagefindResult>();
    for (const result of exact.results) {
      const article = this.#articleOf(result.id);
      if (article === undefined)
        throw new Error('The index of words is not of the same build as the catalogue.');
      const score = scores.get(result.id) ?? 0;
      found.set(article, { id: result.id, score, data: () => result.data() });
    }
    return found;
  }
}
