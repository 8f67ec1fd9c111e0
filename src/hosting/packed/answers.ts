import { headersOf } from '../host-rules.ts';
import { addressIn, type Target, targetOf } from '../serve/target.ts';
import { type Bytes, part, unpacked } from './bytes.ts';
import { namesContent, namesExactly, rangeOf, tagOf, takesGzip } from './conditions.ts';
import { pathOf } from './layout.ts';
import { type Found, GoneFault, type KnownRoot, type PackedSite } from './packed-site.ts';

/** A request. */
export interface Asked {
  method: string;
  /** The path with its query, as it was sent. */
  target: string;
  /** A header by its name in small letters. */
  header(name: string): string | undefined;
}

/** What is answered. */
export interface Answer {
  status: number;
  headers: Map<string, string>;
  /** Opens what is sent; undefined where nothing is. */
  body?: () => Promise<Bytes>;
}

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
      return await this.#opened(asked, await this.#site.root());
    } catch (error) {
      if (!(error instanceof GoneFault)) throw error;
      // Another site was published since the root was read.
      return await this.#opened(asked, await this.#site.root(true));
    }
  }

  async #opened(asked: Asked, root: KnownRoot) {
    const target = targetOf(asked.target, root.base);
    const { status, headers, body } = await this.#answerOf(asked, root, target);
    const all = headersFor(root, target, status, headers);
    if (!body || asked.method === 'HEAD') return { status, headers: all };
    return { status, headers: all, body: await body() };
  }

  async #answerOf(asked: Asked, root: KnownRoot, target: Target | undefined): Promise<Answer> {
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
    return (await this.#earlier(asked, target, at)) ?? this.#missing(root);
  }

  /** What no page of the site asks for any more, but one that is open may: its name is made from its content. */
  async #earlier(asked: Asked, target: Target, at: string): Promise<Answer | undefined> {
    for (const root of this.#site.earlier()) {
      const caching = headersOf(root.headers, addressIn('/', target)).get('Cache-Control');
      if (!caching?.includes('immutable')) continue;
      const found = await this.#site.find(root, at).catch(ignoreGone);
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

const empty = (status: number, ...headers: [name: string, value: string][]): Answer => ({
  status,
  headers: new Map([...headers, ['Content-Length', '0']]),
});

const led = (status: number, to: string, { query }: Target) =>
  empty(status, ['Location', to + query]);

/** A file as it is, however it lies in its pack. */
async function whole(found: Found, site: PackedSite): Promise<Bytes> {
  const bytes = await site.open(found);
  return found.entry.gzip ? unpacked(bytes) : bytes;
}

/** Answers with a file, with a part of it, or that it has not changed. */
function fileAnswer({ header }: Asked, found: Found, site: PackedSite): Answer {
  const { type = '', size = 0, tag = '', length = size, gzip = false } = found.entry;
  const vary: [string, string][] = gzip ? [['Vary', 'Accept-Encoding']] : [];
  const [match, noneMatch, ifRange] = ['if-match', 'if-none-match', 'if-range'].map(header);
  const isGzip = gzip && header('range') === undefined && takesGzip(header('accept-encoding'));
  const etag = tagOf(tag, isGzip);
  if (match !== undefined && !namesExactly(match, tag)) return empty(412);
  if (noneMatch !== undefined && namesContent(noneMatch, tag))
    return { status: 304, headers: new Map([['ETag', etag], ...vary]) };
  const isRange = ifRange === undefined || ifRange.trim() === etag;
  const range = isRange ? rangeOf(header('range'), size) : undefined;
  if (range === 'none') return empty(416, ['Content-Range', `bytes */${size}`]);
  const headers = new Map([
    ['Content-Type', type],
    ['ETag', etag],
    ['Accept-Ranges', 'bytes'],
    ...vary,
  ]);
  if (range) {
    const { start, end } = range;
    headers.set('Content-Range', `bytes ${start}-${end - 1}/${size}`);
    headers.set('Content-Length', `${end - start}`);
    const body = async () =>
      gzip ? part(await whole(found, site), start, end) : site.open(found, range);
    return { status: 206, headers, body };
  }
  headers.set('Content-Length', `${isGzip ? length : size}`);
  if (!isGzip) return { status: 200, headers, body: () => whole(found, site) };
  headers.set('Content-Encoding', 'gzip');
  return { status: 200, headers, body: () => site.open(found) };
}

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
