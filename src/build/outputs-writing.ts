import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentRoot } from '../content/files/archive-path.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import type { StoredArticle } from '../content/store/article-pieces.ts';
import { formerAddresses } from '../domain/article/former-address.ts';
import { movesOf } from '../domain/article/move.ts';
import { redirectsText } from '../domain/article/redirects.ts';
import { spellings } from '../domain/authorities/authority.ts';
import type { SpeltRecord } from '../domain/search/layout.ts';
import { articleDataPath, dataPathBeside, withBase } from '../domain/url.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { feedPathsOf, recordsWithFeed } from '../outputs/feeds/record-feeds.ts';
import { keepsEncodings } from '../outputs/media/encodings.ts';
import { mediumSources } from '../outputs/media/sources.ts';
import { foundArticles } from '../outputs/search-index/found-articles.ts';
import { writeSearchFiles } from '../outputs/search-index/search-files.ts';
import { type Maker, type SiteFile, siteFiles } from '../outputs/site-files.ts';
import { siteAddress, siteBase } from '../site-address.ts';
import { isDue, keepsFolder, type LastOutputs, type Made, nothingMade } from './outputs.ts';

/**
 * What the writing tells: when articles' data are written, when all are indexed, how many media have their pictures,
 * and at the end how many pictures were encoded; not if there are no media.
 */
export type OutputsMessage =
  | { written: number }
  | { indexed: number }
  | { done: number; all: number }
  | { encoded: number | undefined; made: Made };

/**
 * Digests of the code that makes the files which a build may keep. All other files besides pages are made by every
 * build, and written only where they differ.
 */
export interface OutputsCode extends Record<Maker, string> {
  /** Of what indexes words, and of what writes the other files of search. */
  search: { words: string; names: string };
  /** Of what makes the files of media, and of the part of it that encodes pictures. */
  media: { files: string; encoding: string };
}

/** Of what everything except pages is made. */
export interface OutputsInput {
  /** The folder of the store. */
  cache: string;
  /** The folder of the site that is being built. */
  next: string;
  /** The folder of the site as last built. */
  site: string;
  last: LastOutputs;
  code: OutputsCode;
}

const REDIRECTS = '_redirects';
/** So many articles had a list for each year as well, whose addresses lead on. */
const LISTED_BY_YEAR = 5000;

/** Writes everything of a site except its pages. */
class OutputsWriter {
  readonly #input: OutputsInput;
  readonly #store: ArchiveStore;
  readonly #articles: Pick<StoredArticle, 'id' | 'digest' | 'entry'>[];
  readonly #made = nothingMade();
  // The folders that exist already, so that the disk is not asked again for each file.
  readonly #folders = new Set<string>();

  constructor(input: OutputsInput) {
    this.#input = input;
    this.#store = new ArchiveStore(input.cache);
    this.#articles = [...this.#store.articles()].filter(({ entry }) => !entry.draft);
  }

  /** Writes all of it. @param say is told what is done */
  async write(say: (message: OutputsMessage) => void): Promise<void> {
    this.#redirects();
    for (const file of siteFiles(this.#store, this.#articles)) await this.#siteFile(file);
    say({ written: this.#data() });
    say({ indexed: await this.#search() });
    this.#store.close();
    say({ encoded: await this.#media(say), made: this.#made });
  }

  /** Whether a file must be made; either way it is noted. */
  #isDue(path: string, key: string): boolean {
    const { site, last } = this.#input;
    return isDue(site, path, key, last, this.#made);
  }

  /** Writes a file of the new site, and notes its digest. */
  #put(path: string, content: string | Uint8Array, digest = hash('sha256', content)): void {
    const file = join(this.#input.next, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(file, content);
    this.#made.digests.set(path, digest);
  }

  /** Writes those data of articles that are due, each beside its page and where that was before. @returns of how many */
  #data(): number {
    let written = 0;
    for (const { id, entry } of this.#articles) {
      const due = [articleDataPath(id), ...entry.formerly.map(dataPathBeside)]
        .map((path) => path.slice(1))
        .filter((path) => this.#isDue(path, entry.digest));
      if (due.length > 0) written += 1;
      for (const path of due) this.#put(path, this.#store.dataOf(id));
    }
    return written;
  }

  /** Writes a file of the site, unless it is there already and was made from the same input. */
  async #siteFile({ path, text, madeOf }: SiteFile): Promise<void> {
    const file = path.slice(1);
    if (madeOf !== undefined) {
      const key = `${madeOf.input} ${this.#input.code[madeOf.maker]}`;
      if (this.#isDue(file, key)) this.#put(file, await text());
      return;
    }
    const content = await text();
    const digest = hash('sha256', content);
    if (this.#isDue(file, digest)) this.#put(file, content, digest);
  }

  /** Writes redirects from old paths for the hosts that read such a file. On other hosts the pages there redirect. */
  #redirects(): void {
    const filed = this.#articles.map(({ id, entry }) => ({ id, data: entry }));
    const records = this.#store.records();
    const moves = movesOf(filed, records);
    const taken = new Set(moves.map(({ from }) => from));
    const former = formerAddresses(filed, siteAddress(), taken);
    const published = filed.filter(({ data }) => !data.withdrawn).map(({ data }) => data);
    const feeds = recordsWithFeed(published, records).flatMap(feedPathsOf);
    const had = published.length < LISTED_BY_YEAR ? [] : published;
    const years = [...new Set(had.map(({ date }) => date.slice(0, 4)))].toSorted();
    const text = redirectsText({ moves, former, feeds, years }, (path) =>
      withBase(path, siteBase()),
    );
    if (text !== '' && this.#isDue(REDIRECTS, hash('sha256', text))) this.#put(REDIRECTS, text);
  }

  /** Writes the files of search. @returns how many articles had their words indexed */
  async #search(): Promise<number> {
    const { cache, next, site, last, code } = this.#input;
    const records: SpeltRecord[] = this.#store.records().map(({ kind, id, data }) => {
      const { name, description, formerly } = data;
      return { kind, id, name, spellings: spellings(data), description, formerly };
    });
    const found = foundArticles(this.#articles);
    let indexed = 0;
    const due = new Map<string, string>();
    const keeps = (folder: string, input: string) => {
      const key = `${input} ${code.search.names}`;
      const isKept = keepsFolder(site, folder, key, last, this.#made);
      if (!isKept) due.set(folder, key);
      return isKept;
    };
    const put = (path: string, text: string) => {
      const digest = hash('sha256', text);
      const isDue = this.#isDue(path, digest);
      if (isDue) this.#put(path, text, digest);
      return isDue;
    };
    await writeSearchFiles(
      records,
      found,
      (id) => this.#store.articleData(id),
      { next, site, cache, code: code.search.words, keeps, put },
      (articles) => {
        indexed += articles;
      },
    );
    for (const [folder, key] of due)
      for (const path of filesIn(join(next, folder))) this.#made.keys.set(`${folder}${path}`, key);
    return indexed;
  }

  /** Writes the files of media. @returns how many pictures were encoded; undefined where there are no media */
  async #media(say: (message: OutputsMessage) => void): Promise<number | undefined> {
    const { cache, code } = this.#input;
    const sources = mediumSources(contentRoot(), this.#articles);
    // Where there were media once, what was encoded of them is let go of.
    if (sources.length === 0 && !keepsEncodings(cache)) return undefined;
    // It loads what decodes pictures; an archive without any needs none of it.
    const { makeMedia } = await import('../outputs/media/making.ts');
    return makeMedia(sources, cache, code.media.encoding, {
      isDue: (path, input) => this.#isDue(path.slice(1), `${input} ${code.media.files}`),
      write: (path, bytes) => this.#put(path.slice(1), bytes),
      at: (done, all) => say({ done, all }),
    });
  }
}

/** Writes everything of a site except its pages. @param say is told what is done */
export const writeOutputs = (
  input: OutputsInput,
  say: (message: OutputsMessage) => void,
): Promise<void> => new OutputsWriter(input).write(say);
