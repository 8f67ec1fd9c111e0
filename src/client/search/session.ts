import type { ArticleData } from '../../domain/article/article-data.ts';
import type { Kind } from '../../domain/authorities/authority.ts';
import { ArchiveFiles, type ArticleNumber } from '../../domain/search/archive-files.ts';
import { NearFiles } from '../../domain/search/corrections/near-words.ts';
import {
  MANIFEST_PATH,
  type Manifest,
  type NamedRecord,
  PAGE_SIZE,
  SHARDS_PATH,
} from '../../domain/search/layout.ts';
import { rowsOfPart, withinPart } from '../../domain/search/query/part.ts';
import { FILTERED_KINDS, type SearchState } from '../../domain/search/state.ts';
import { WORDS_PATH } from '../../domain/search/words/layout.ts';
import { WordFiles } from '../../domain/search/words/word-files.ts';
import { articleDataPath, withBase } from '../../domain/url.ts';
import { type Corrected, corrected, offered } from './corrections/correcting.ts';
import { Guesses } from './corrections/guesses.ts';
import { coNamedIn, type Finding, find } from './finding/finding.ts';
import { telling } from './finding/most-words.ts';
import { type Hit, hitOf } from './results/hit.ts';
import { type Suggestion, suggestionsFor } from './suggestion.ts';
import { ArchiveTexts } from './texts/text-engine.ts';

/** What a search found, and the hits of one page. */
export interface Answer {
  finding: Finding;
  /** The search that was done in place of one with misspelt words. */
  corrected: SearchState | undefined;
  /** The page shown, and how many there are; both counted from 1. */
  page: number;
  pages: number;
  /** Number of the first hit on the page. */
  first: number;
  hits: Hit[];
}

/** Thrown where a new release was published since the page was opened: the old files may be gone. */
export class StaleRelease extends Error {}

/** The files of search, fetched when first needed and kept while the page is open. */
export class SearchSession {
  readonly #base: string;
  readonly #lang: string;
  #opened: Promise<{ files: ArchiveFiles; texts: ArchiveTexts; guesses: Guesses }> | undefined;
  readonly #articles = new Map<ArticleNumber, Promise<ArticleData>>();

  /**
   * @param base the site's base path
   * @param lang the language of the site, a BCP 47 tag
   */
  constructor(base: string, lang: string) {
    this.#base = base;
    this.#lang = lang;
  }

  /** Fetches the manifest once. After a failure the next call tries again. */
  open() {
    this.#opened ??= this.#manifest().then((manifest) => {
      const from = (path: string) => {
        const folder = withBase(path, this.#base);
        return <T>(name: string) => this.#file<T>(folder + name, manifest.release);
      };
      const files = new ArchiveFiles(manifest, from(SHARDS_PATH));
      const ofWords = from(WORDS_PATH);
      return {
        files,
        texts: new ArchiveTexts(new WordFiles(manifest.words, ofWords), manifest.articles),
        guesses: new Guesses(new NearFiles(manifest.near, ofWords), files),
      };
    });
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }

  async #manifest(): Promise<Manifest> {
    const address = withBase(MANIFEST_PATH, this.#base);
    // Always fetched from the host: an old manifest would lead to files that are gone.
    const response = await fetch(address, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
    return response.json();
  }

  /** A file of a release, which never changes; undefined where the release has no such file. */
  async #file<T>(address: string, release: string): Promise<T | undefined> {
    const response = await fetch(address, { cache: 'force-cache' });
    if (response.ok) return response.json();
    if (response.status !== 404) throw new Error(`${address} answered ${response.status}.`);
    await this.#checkRelease(release);
    return undefined;
  }

  async #checkRelease(release: string): Promise<void> {
    if ((await this.#manifest()).release !== release) throw new StaleRelease();
  }

  /** The names that may begin with what was typed. */
  async suggest(typed: string): Promise<Suggestion[]> {
    const { files } = await this.open();
    return suggestionsFor(typed, files);
  }

  /** Words of names that a misspelt word may mean, the likeliest first. */
  async meant(word: string): Promise<string[]> {
    const { guesses } = await this.open();
    return guesses.names(word);
  }

  /** A search with the present ids of its records, since an address may have old ones. */
  async present(state: SearchState): Promise<SearchState> {
    const { files } = await this.open();
    const chosen = { ...state.chosen };
    const presentIds = async (kind: Kind) => {
      const ids = state.chosen[kind].map(async (id) => (await files.record(kind, id))?.id ?? id);
      chosen[kind] = [...new Set(await Promise.all(ids))];
    };
    await Promise.all(FILTERED_KINDS.map(presentIds));
    return { ...state, chosen };
  }

  /** Searches, and fetches the hits of the page asked for, or of the last page where that does not exist. */
  async find(state: SearchState): Promise<Answer> {
    const { files, texts, guesses } = await this.open();
    const again = (other: SearchState) => find(other, files, texts, this.#lang);
    let finding: Finding;
    let better: Corrected | undefined;
    try {
      finding = await again(state);
      better = await corrected(state, finding, guesses, again);
      finding = better?.finding ?? finding;
    } catch (error) {
      // A failed word search may mean that the release is gone, so that is checked.
      await this.#checkRelease(files.manifest.release);
      throw error;
    }
    const pages = Math.max(1, Math.ceil(finding.articles.length / PAGE_SIZE));
    const page = Math.min(state.page, pages);
    const start = (page - 1) * PAGE_SIZE;
    const shown = finding.articles.slice(start, start + PAGE_SIZE);
    const hits = await Promise.all(shown.map((article) => this.hit(article, finding)));
    return { finding, corrected: better?.state, page, pages, first: start + 1, hits };
  }

  /** The names to narrow a search by, which are counted over all that was found. */
  async coNamed(finding: Finding, state: SearchState): Promise<NamedRecord[]> {
    const { files } = await this.open();
    return coNamedIn(finding, state, files);
  }

  /** For parts of a query what was probably meant, by the words as written. */
  async offers(finding: Finding): Promise<Map<string, string>> {
    const { texts, guesses } = await this.open();
    return offered(finding, guesses, texts);
  }

  /** Fetches an article that was found, as a hit. */
  async hit(article: ArticleNumber, finding: Finding): Promise<Hit> {
    const { parts, records, limits, begun, lacking } = finding;
    const { files, texts } = await this.open();
    const known = limits.chosen
      .flatMap(({ record }) => record?.first ?? [])
      .find(([number]) => number === article)?.[1];
    const data = await this.#article(
      article,
      known ?? texts.idOf(article) ?? (await files.idOf(article)),
    );
    const sought = telling(parts.filter(({ excluded }) => !excluded)).flatMap(withinPart);
    const matches = sought.flatMap((part) =>
      rowsOfPart(part).map((row) =>
        texts.matchOf(row, article, data, part === begun?.part ? begun.words : []),
      ),
    );
    const found = (await Promise.all(matches)).filter(({ forms }) => forms.length > 0);
    const lacks = lacking.get(article)?.map(({ written }) => written) ?? [];
    return { ...hitOf(data, records, found), lacks };
  }

  #article(article: ArticleNumber, id: string): Promise<ArticleData> {
    const known = this.#articles.get(article);
    if (known) return known;
    const address = withBase(articleDataPath(id), this.#base);
    const asked = fetch(address).then(async (response) => {
      // It may be gone with the release that this page was opened with.
      if (response.status === 404) {
        const { files } = await this.open();
        await this.#checkRelease(files.manifest.release);
      }
      if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
      return response.json() as Promise<ArticleData>;
    });
    this.#articles.set(article, asked);
    asked.catch(() => this.#articles.delete(article));
    return asked;
  }
}
