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

/** Words that were looked for, and the forms in which an article has them. */
export interface TextMatch {
  words: readonly string[];
  /** As indexed: for “strike” perhaps “strike” and “strikes”. Empty where the article does not hold the words. */
  forms: ReadonlySet<string>;
}

/** An article that holds the words: its rank, and where they stand. */
interface Held {
  score: number;
  /** Where they certainly stand, once at least. */
  certain: number[];
  /** Where they or longer words that begin alike stand. */
  possible: number[];
}
type Answer = ReadonlyMap<ArticleNumber, Held>;

/** A word that more texts hold says nothing of which of them is the best, and ranking them takes long. */
const MOST_RANKED = 2000;
/** Queries whose answers are kept. */
const MOST_KEPT = 64;

/** A part of the index of words, and the address of its folder, ending in a slash. */
export interface TextsPart extends WordsPart {
  address: string;
}

const optionsOf = ({ language, texts }: TextsPart): IndexOptions => ({
  language,
  baseUrl: '/',
  // The folder has a name of its own for each content: what the browser keeps of it stays right.
  metaCacheTag: texts,
});

async function unpacked(response: Response): Promise<Uint8Array> {
  if (!response.ok || !response.body)
    throw new Error(`${response.url} answered ${response.status}.`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The numbers of the articles of a part by Pagefind's names for their texts. */
async function numbersIn({ address, texts, first }: TextsPart): Promise<[string, ArticleNumber][]> {
  const meta = await unpacked(await fetch(address + texts, { cache: 'force-cache' }));
  return textNames(meta).map((name, index) => [name, first + index]);
}

/** Pagefind, asked so that the answer depends on the words alone. */
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

  /** The forms in which words stand in an article. */
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
    // One after another: several of Pagefind's instances loading at once have run out of its memory's bounds.
    const asked = this.#last.then(() => this.#ask(query));
    this.#last = asked.catch(() => undefined);
    this.#answers.set(query, asked);
    // What failed is asked again: the network may be back.
    asked.catch(() => this.#answers.delete(query));
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size > MOST_KEPT) this.#answers.delete(oldest);
    return asked;
  }

  async #ask(query: string): Promise<Answer> {
    if (this.#parts.length === 0) return new Map();
    // Pagefind matches the beginnings of words in whatever parts of its index were loaded before: an instance of its own
    // for each query, and the exact form of it, make the set the same whatever was searched for earlier. The plain form
    // ranks what the exact one found.
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

  /** Makes an instance ready for the next query, and lets go of one. */
  async #renew(used: PagefindInstance) {
    const spare = this.#instance();
    this.#spare = spare;
    await spare.catch(() => {
      if (this.#spare === spare) this.#spare = undefined;
    });
    // Not before: the last one to go takes Pagefind's worker with it.
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

  /** The articles by Pagefind's names for their texts. It has read this file too: it comes over the network once. */
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
