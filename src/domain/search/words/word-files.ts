import type { ArticleNumber, ReadFile } from '../archive-files.ts';
import { ArticleNumbers } from './article-numbers.ts';
import { firstOf } from './first.ts';
import type { PlacesFile, WordsFile, WordsIndex, WordsMap } from './layout.ts';
import { lastUpTo, leafAt, mapAt } from './map.ts';
import { articlesIn, placesIn } from './posting.ts';
import { type Term, type TermPart, WordsLeaf } from './term.ts';
import { isInHeading, weightOf } from './weight.ts';

/** Which articles of a term are wanted. */
export interface Wanted {
  /** False for a range of articles that can be left out. */
  isWanted?: ((first: ArticleNumber, end: ArticleNumber) => boolean) | undefined;
  /** Those that have it in their heading, and no others. */
  inHeading?: boolean;
}

/** Reads all of a release’s index of words, a file at a time. Each is read when first needed, then kept. */
export class WordFiles {
  readonly #index: WordsIndex;
  readonly #read: ReadFile;
  readonly #numbers: ArticleNumbers;
  readonly #kept = new Map<string, Promise<unknown>>();
  /** Ids of articles that files of words had. */
  readonly #ids = new Map<ArticleNumber, string>();

  constructor(index: WordsIndex, read: ReadFile) {
    this.#index = index;
    this.#read = read;
    this.#numbers = new ArticleNumbers(index.batches);
  }

  /** The term that a word asks for: that of which it is a written form, or that whose stem it is. */
  async term(word: string): Promise<Term | undefined> {
    const leaf = await this.#leafOf(word);
    const stem = leaf?.stemOf(word) ?? word;
    return leaf?.term(stem) ?? (stem === word ? undefined : this.stemmed(stem));
  }

  /** The term with a stem. */
  async stemmed(stem: string): Promise<Term | undefined> {
    return (await this.#leafOf(stem))?.term(stem);
  }

  /**
   * The written words that begin with these letters, in the order of the alphabet; where they stand in many files, those
   * of the first ones.
   *
   * @param files how many files are looked into
   */
  async beginningWith(letters: string, files: number): Promise<string[]> {
    const found: string[] = [];
    let word: string | undefined = letters;
    for (let looked = 0; looked < files && word?.startsWith(letters); looked++) {
      const [leaf, next]: [WordsLeaf | undefined, string | undefined] =
        await this.#leafAndNext(word);
      found.push(...[...(leaf?.words ?? [])].filter((one) => one.startsWith(letters)));
      word = next;
    }
    return found.toSorted();
  }

  /** The id of an article, where what was read so far has it. */
  idOf(article: ArticleNumber): string | undefined {
    return this.#ids.get(article);
  }

  /** The articles of a term, each with the weight that it has there. */
  async articles({ parts, first }: Term, wanted: Wanted = {}): Promise<Map<ArticleNumber, number>> {
    const { isWanted, inHeading = false } = wanted;
    const rows = parts.map(async (part, at) => {
      const bounds = [parts[at - 1]?.end ?? 0, part.end].map((batch) =>
        this.#numbers.firstOf(batch),
      );
      return isWanted?.(bounds[0] ?? 0, bounds[1] ?? 0) === false ? [] : this.#articlesOf(part);
    });
    const weights = new Map(
      (await Promise.all(rows))
        .flat()
        .filter(([, sign]) => !inHeading || isInHeading(sign))
        .map(([number, sign]) => [this.#numbers.articleAt(number), weightOf(sign)]),
    );
    // Of some ranges alone others might be first.
    if (first.length > 0 && !isWanted && !inHeading)
      for (const [at, article] of firstOf(weights).entries())
        this.#ids.set(article, first[at] ?? '');
    return weights;
  }

  /** Where a term stands in some articles. Articles that do not have it are left out. */
  async places(
    { parts }: Term,
    wanted: ReadonlySet<ArticleNumber>,
  ): Promise<Map<ArticleNumber, number[]>> {
    const sought = [...wanted];
    const all = parts.map(async (part, at) => {
      const [first, end] = [
        this.#numbers.firstOf(parts[at - 1]?.end ?? 0),
        this.#numbers.firstOf(part.end),
      ];
      if (!sought.some((article) => article >= first && article < end)) return [];
      const numbers = (await this.#articlesOf(part)).map(([number]) =>
        this.#numbers.articleAt(number),
      );
      const isWanted = (index: number) => wanted.has(numbers[index] ?? -1);
      if (!numbers.some((_, index) => isWanted(index))) return [];
      const file = await this.#file<PlacesFile>(part.names.places);
      const row = file[part.index ?? 0] ?? '';
      return Array.from(
        placesIn(row, numbers.length, isWanted),
        ([index, places]) => [numbers[index] ?? 0, places] as const,
      );
    });
    return new Map((await Promise.all(all)).flat());
  }

  async #articlesOf({ articles, names }: TermPart): Promise<[article: number, sign: number][]> {
    return articlesIn(articles ?? (await this.#file<string[]>(names.terms))[0] ?? '');
  }

  async #leafOf(word: string): Promise<WordsLeaf | undefined> {
    return (await this.#leafAndNext(word))[0];
  }

  /** The file that has a word if any has, and the first word of the one after it. */
  async #leafAndNext(word: string): Promise<[WordsLeaf | undefined, string | undefined]> {
    let { map } = this.#index;
    let next: string | undefined;
    for (;;) {
      const at = lastUpTo(map.words, word);
      if (at < 0) return [undefined, undefined];
      next = map.words[at + 1] ?? next;
      if (map.level === 0) return [await this.#leaf(map, at), next];
      map = await this.#file<WordsMap>(mapAt(map, at));
    }
  }

  async #leaf(map: WordsMap, at: number): Promise<WordsLeaf> {
    const names = leafAt(map, at);
    return this.#keep(`leaf ${names.terms}`, async () => {
      return new WordsLeaf(await this.#file<WordsFile>(names.terms), names);
    });
  }

  #file<T>(name: string): Promise<T> {
    return this.#keep(name, async () => {
      const file = await this.#read<T>(name);
      if (file === undefined) throw new Error(`${name} is missing from this release.`);
      return file;
    });
  }

  /** Keeps what was read. What failed is tried again next time. */
  #keep<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known) return known as Promise<T>;
    const asked = read();
    this.#kept.set(key, asked);
    asked.catch(() => this.#kept.delete(key));
    return asked;
  }
}
