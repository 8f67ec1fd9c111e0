import { headersOf } from '../host-rules.ts';
import { addressIn, type Target, targetOf } from '../serve/target.ts';
import type { Bytes } from './bytes.ts';
import { type Answer, type Asked, empty, fileAnswer, whole } from './file-answer.ts';
import { pathOf } from './layout.ts';
import { GoneFault, type KnownRoot, type PackedSite } from './packed-site.ts';

/** The caching header of every file for which the site's `_headers` gives no other. */
const ASK_AGAIN = 'public, max-age=0, must-revalidate';
const HTML = 'text/html; charset=utf-8';
const MISSING = '404.html';

/** Answers requests with the files of a packed site, as a web host answers them with those of a folder. */
export class PackedAnswers {
  readonly #site: PackedSite;

  constructor(site: PackedSite) {
    this.#site = site;
  }

  /** The answer to a request, and its body where one is sent. @throws an error where the packed site cannot be read */
  async answer(asked: Asked): Promise<Omit<Answer, 'body'> & { body?: Bytes }> {
    try {
      return await this.#opened(asked, await this.#site.root(), this.#site.earlier());
    } catch (error) {
      if (!(error instanceof GoneFault)) throw error;
      // Another site was published since the root was read, or what stayed of an earlier one has gone.
      return await this.#opened(asked, await this.#site.root(true), []);
    }
  }

  async #opened(asked: Asked, root: KnownRoot, earlier: readonly KnownRoot[]) {
    const target = targetOf(asked.target, root.base);
    const { status, headers, body } = await this.#answerOf(asked, root, target, earlier);
    const all = headersFor(root, target, status, headers);
    if (!body || asked.method === 'HEAD') return { status, headers: all };
    return { status, headers: all, body: await body() };
  }

  async #answerOf(
    asked: Asked,
    root: KnownRoot,
    target: Target | undefined,
    earlier: readonly KnownRoot[],
  ): Promise<Answer> {
    if (asked.method !== 'GET' && asked.method !== 'HEAD')
      return empty(405, ['Allow', 'GET, HEAD']);
    if (!target) return this.#missing(root);
    const at = pathOf(target);
    const found = await this.#site.find(root, at);
    const { to, status = 301, size } = found?.entry ?? {};
    if (to !== undefined) return led(status, to, target);
    if (found && size !== undefined) return fileAnswer(asked, found, this.#site);
    const page = await this.#site.find(root, pageOf(target));
    const isPage = page?.entry.size !== undefined;
    if (isPage && target.isFolder) return fileAnswer(asked, page, this.#site);
    if (isPage) return led(301, addressIn(root.base, { ...target, isFolder: true }), target);
    const redirect = root.redirects(addressIn(root.base, target));
    if (redirect) return led(redirect.status, redirect.to, target);
    return (await this.#earlier(asked, target, earlier)) ?? this.#missing(root);
  }

  /** What no page of the site asks for any more, but one that is open may: its name is made from its content. */
  async #earlier(
    asked: Asked,
    target: Target,
    earlier: readonly KnownRoot[],
  ): Promise<Answer | undefined> {
    for (const root of earlier) {
      const caching = headersOf(root.headers, addressIn('/', target)).get('Cache-Control');
      if (!caching?.includes('immutable')) continue;
      const found = await this.#site.find(root, pathOf(target)).catch(ignoreGone);
      if (found?.entry.size !== undefined) return fileAnswer(asked, found, this.#site);
    }
    return undefined;
  }

  async #missing(root: KnownRoot): Promise<Answer> {
    const found = await this.#site.find(root, MISSING);
    if (!found) return { status: 404, headers: new Map([['Content-Type', HTML]]) };
    return {
      status: 404,
      headers: new Map([
        ['Content-Type', HTML],
        ['Content-Length', `${found.entry.size}`],
      ]),
      body: () => whole(found, this.#site),
    };
  }
}

/** The path of the page that a folder shows, whether or not its address has the slash. */
const pageOf = ({ segments }: Target) => [...segments, 'index.html'].join('/');

const led = (status: number, to: string, { query }: Target) =>
  empty(status, ['Location', to + query]);

/** All headers of an answer: its own, and those that the site’s `_headers` gives for the path. */
function headersFor(
  root: KnownRoot,
  target: Target | undefined,
  status: number,
  own: ReadonlyMap<string, string>,
): Map<string, string> {
  const headers = new Map([['Cache-Control', ASK_AGAIN], ...own]);
  const isFile = [200, 206, 304].includes(status);
  // Headers for a file do not apply where it is missing.
  for (const [name, value] of headersOf(root.headers, target ? addressIn('/', target) : '/'))
    if (isFile || !/^(?:cache-control|content-type)$/i.test(name)) headers.set(name, value);
  return headers;
}

/** What an earlier site had may be gone by now. */
function ignoreGone(error: unknown): undefined {
  if (!(error instanceof GoneFault)) throw error;
}
