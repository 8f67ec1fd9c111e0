import type { ArticleData } from '../../domain/article/article-data.ts';
import { stem } from '../../domain/language/en/stem.ts';
import type { ArticleNumber } from '../../domain/search/archive-files.ts';
import { articleWords, END } from '../../domain/search/indexed-text.ts';
import type { WordsPart } from '../../domain/search/layout.ts';
import { textNames } from '../../domain/search/text-names.ts';

/** The parts of Pagefind's interface that are used here. */
interface PagefindResult {
  id: string;
  score: number;
  /** Where in the text words stand that match, counted in words. */
  words: number[];
}
interface PagefindInstance {
  init: () => Promise<void>;
  mergeIndex: (basePath: string, options: IndexOptions) => Promise<void>;
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
  destroy: () => Promise<void>;
}
interface IndexOptions {
  language: string;
  baseUrl: string;
  metaCacheTag: string;
}
interface Pagefind {
  createInstance: (options: IndexOptions & { basePath: string }) => PagefindInstance;
}

/** Words that were searched for, and the forms in which an article has them. */
export interface TextMatch {
  words: readonly string[];
  /** As indexed: for “strike” perhaps “strike” and “strikes”. Empty where the article does not hold the words. */
  forms: ReadonlySet<string>;
}

/** How an article matches the words: its score, and positions of words in its text. */
interface Held {
  score: number;
  /** Positions found by the exact search: at least one occurrence. */
  certain: number[];
  /** Positions of these words and of longer ones with the same beginning. */
  possible: number[];
}
type Answer = ReadonlyMap<ArticleNumber, Held>;

/** Results are ranked only up to this number, since ranking more takes long and says little. */
const MOST_RANKED = 2000;
/** How many answers are kept. */
const MOST_KEPT = 64;

/** A part of the index of words, and the address of its folder, ending in a slash. */
export interface TextsPart extends WordsPart {
  address: string;
}

const optionsOf = ({ language, texts }: TextsPart): IndexOptions => ({
  language,
  baseUrl: '/',
  // Each content has a folder of its own, so a browser may keep these files.
  metaCacheTag: texts,
});

async function unpacked(response: Response): Promise<Uint8Array> {
  if (!response.ok || !response.body)
    throw new Error(`${response.url} answered ${response.status}.`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** For one part: the numbers of articles by Pagefind's names for their texts. */
async function numbersIn({ address, texts, first }: TextsPart): Promise<[string, ArticleNumber][]> {
  const meta = await unpacked(await fetch(address + texts, { cache: 'force-cache' }));
  return textNames(meta).map((name, index) => [name, first + index]);
}

/** Searches texts with Pagefind, in such a way that the answer depends on the words alone. */
export class PagefindTexts {
  readonly #parts: readonly TextsPart[];
  #module: Promise<Pagefind> | undefined;
  #numbers: Promise<Map<string, ArticleNumber>> | undefined;
  #spare: Promise<PagefindInstance> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  readonly #answers = new Map<string, Promise<Answer>>();

  /** @param parts of the index; the engine is taken from the first */
  constructor(parts: readonly TextsPart[]) {
    this.#parts = parts;
  }

  /** The articles whose text holds the words next to each other, each with its rank, the higher the better. */
  async holding(words: readonly string[]): Promise<Map<ArticleNumber, number>> {
    const answer = await this.#answer(words.join(' '));
    return new Map([...answer].map(([article, { score }]) => [article, score]));
  }

  /** The forms in which an article has the words. */
  async matchOf(
    words: readonly string[],
    article: ArticleNumber,
    data: ArticleData,
  ): Promise<TextMatch> {
    const held = (await this.#answer(words.join(' '))).get(article);
    if (!held) return { words, forms: new Set() };
    const standing = articleWords(data).flatMap((block) => [...block, END]);
    const at = (places: readonly number[]) => places.flatMap((place) => standing[place] ?? []);
    const stems = new Set(words.map(stem));
    const possible = at(held.possible).filter((word) => stems.has(stem(word)));
    return { words, forms: new Set([...at(held.certain), ...possible]) };
  }

  #answer(query: string): Promise<Answer> {
    const known = this.#answers.get(query);
    if (known) return known;
    // One query at a time: Pagefind ran out of memory when several instances loaded at once.
    const asked = this.#last.then(() => this.#ask(query));
    this.#last = asked.catch(() => undefined);
    this.#answers.set(query, asked);
    // A failed query is not kept: the network may be back.
    asked.catch(() => this.#answers.delete(query));
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > MOST_KEPT) this.#answers.delete(oldest);
    return asked;
  }

  async #ask(query: string): Promise<Answer> {
    if (this.#parts.length === 0) return new Map();
    // Pagefind matches beginnings of words in whatever parts of its index are loaded. So each query gets a new instance
    // and is asked in its exact form: then the result does not depend on earlier searches. The plain form is asked only
    // to rank what the exact one found.
    const instance = await (this.#spare ?? this.#instance());
    this.#spare = undefined;
    const exact = await instance.search(`"${query}"`);
    const isTelling = exact.results.length > 0 && exact.results.length <= MOST_RANKED;
    const ranked = isTelling ? (await instance.search(query)).results : [];
    const numbers = await this.#articleNumbers();
    const byId = new Map(ranked.map((result) => [result.id, result]));
    const answer = exact.results.map(({ id, words }): [ArticleNumber, Held] => {
      const number = numbers.get(id);
      if (number === undefined) throw new Error('The index of words holds an unknown article.');
      const { score = 0, words: possible = [] } = byId.get(id) ?? {};
      return [number, { score, certain: words, possible }];
    });
    void this.#renew(instance);
    return new Map(answer);
  }

  /** Prepares an instance for the next query, and destroys the used one. */
  async #renew(used: PagefindInstance) {
    const spare = this.#instance();
    this.#spare = spare;
    await spare.catch(() => {
      if (this.#spare === spare) this.#spare = undefined;
    });
    // The new instance must exist first: destroying the last one also ends Pagefind's worker.
    await used.destroy();
  }

  async #instance(): Promise<PagefindInstance> {
    const [first, ...others] = this.#parts;
    if (!first) throw new Error('The archive has no index of words.');
    this.#module ??= import(/* @vite-ignore */ `${first.address}pagefind.js`).catch((error) => {
      this.#module = undefined;
      throw error;
    });
    const { createInstance } = await this.#module;
    const instance = createInstance({ basePath: first.address, ...optionsOf(first) });
    await instance.init();
    await Promise.all(others.map((part) => instance.mergeIndex(part.address, optionsOf(part))));
    return instance;
  }

  /**
   * The article numbers, by Pagefind's names for their texts. Pagefind fetches the same file, so the browser has it in
   * its cache.
   */
  #articleNumbers() {
    this.#numbers ??= Promise.all(this.#parts.map(numbersIn)).then(
      (parts) => new Map(parts.flat()),
    );
    this.#numbers.catch(() => {
      this.#numbers = undefined;
    });
    return this.#numbers;
  }
}
