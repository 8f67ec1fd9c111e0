import { articleDataPath, withBase } from '../archive/url.ts';
import type { ArticleData } from '../data/article-data.ts';
import { type ArticleNumber, Catalogue } from './catalogue.ts';
import { CATALOGUE_PATH } from './catalogue-file.ts';
import { type Finding, find } from './finding.ts';
import { snippetsOf } from './hit.ts';
import type { Hit } from './results.ts';
import type { SearchState } from './state.ts';
import { PagefindTexts } from './text-engine.ts';

/** Results on a page. */
const PAGE_SIZE = 10;

async function fetched<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}

/** What a search found, and its page of it. */
export interface Answer {
  catalogue: Catalogue;
  finding: Finding;
  /** The page shown, and how many there are; both counted from 1. */
  page: number;
  pages: number;
  /** Number of the first hit on the page. */
  first: number;
  hits: Hit[];
}

/** The files of search, fetched when first needed and kept while the page is open. */
export class SearchSession {
  readonly #base: string;
  #opened: Promise<{ catalogue: Catalogue; texts: PagefindTexts }> | undefined;
  readonly #articles = new Map<ArticleNumber, Promise<ArticleData>>();

  /** @param base the site's base path */
  constructor(base: string) {
    this.#base = base;
  }

  /** Fetches the catalogue, once. What failed is fetched again at the next call. */
  open() {
    this.#opened ??= fetched<ConstructorParameters<typeof Catalogue>[0]>(
      withBase(CATALOGUE_PATH, this.#base),
    ).then((file) => {
      const catalogue = new Catalogue(file);
      return {
        catalogue,
        texts: new PagefindTexts(withBase('/pagefind/', this.#base), catalogue.articleOf),
      };
    });
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }

  /** Finds what a state asks for, with the hits of its page; a page past the last is the last. */
  async find(state: SearchState): Promise<Answer> {
    const { catalogue, texts } = await this.open();
    const finding = await find(state, catalogue, texts);
    const pages = Math.max(1, Math.ceil(finding.articles.length / PAGE_SIZE));
    const page = Math.min(state.page, pages);
    const start = (page - 1) * PAGE_SIZE;
    const shown = finding.articles.slice(start, start + PAGE_SIZE);
    const records = finding.records.flatMap((number) => catalogue.record(number) ?? []);
    const hits = shown.map(async (article) => {
      const [data, ...places] = await Promise.all([
        this.#article(article, catalogue),
        ...finding.parts.map(({ words }) => texts.placesOf(words, article)),
      ]);
      return { article: data, snippets: snippetsOf(data, records, places) };
    });
    return { catalogue, finding, page, pages, first: start + 1, hits: await Promise.all(hits) };
  }

  #article(article: ArticleNumber, catalogue: Catalogue): Promise<ArticleData> {
    const known = this.#articles.get(article);
    if (known) return known;
    const asked = fetched<ArticleData>(
      withBase(articleDataPath(catalogue.idOf(article)), this.#base),
    );
    this.#articles.set(article, asked);
    asked.catch(() => this.#articles.delete(article));
    return asked;
  }
}
