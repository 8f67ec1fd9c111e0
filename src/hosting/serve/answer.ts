import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { headersOf, readHeaders, readRedirects } from '../host-rules.ts';
import { HostFile } from './host-file.ts';
import { type FileAnswer, fileAnswer, isMissing, sizeOfFile } from './site-file.ts';
import { addressIn, type Target, targetOf } from './target.ts';

/** The caching header of every file for which `_headers` gives no other. */
const ASK_AGAIN = 'public, max-age=0, must-revalidate';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** Answers requests with the files of a folder, and with nothing else. */
export class SiteAnswers {
  readonly #folder: string;
  readonly #base: string;
  readonly #headers: HostFile<ReturnType<typeof readHeaders>>;
  readonly #redirects: HostFile<ReturnType<typeof readRedirects>>;

  /** @param base the path that the site lies under, with a slash at either end */
  constructor(folder: string, base: string) {
    this.#folder = folder;
    this.#base = base;
    this.#headers = new HostFile(join(folder, '_headers'), readHeaders);
    this.#redirects = new HostFile(join(folder, '_redirects'), readRedirects);
  }

  /** Answers a request; never fails. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const target = targetOf(request.url ?? '', this.#base);
      const answer = await this.#answerOf(request, target);
      await this.#give(request, response, answer, target);
    } catch {
      // Too many files are open, the disk fails, or the client has gone.
      if (response.headersSent) {
        response.destroy();
        return;
      }
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.writeHead(503, { 'Retry-After': '1', Connection: 'close' }).end();
    }
  }

  async #answerOf(request: IncomingMessage, target: Target | undefined): Promise<FileAnswer> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return empty(405, { Allow: 'GET, HEAD', Connection: 'close' });
    if (!target) return this.#missing();
    const led = this.#redirect(target) ?? (await this.#slash(target));
    if (led) return led;
    const segments = target.isFolder ? [...target.segments, 'index.html'] : target.segments;
    const size = await sizeOfFile(this.#folder, segments);
    if (size === undefined) return this.#missing();
    try {
      return await fileAnswer(request, this.#folder, segments, size);
    } catch (error) {
      // The file was removed while it was asked for.
      if (isMissing(error)) return this.#missing();
      throw error;
    }
  }

  /**
   * The redirect of `_redirects` for a path. As at Cloudflare Pages it takes precedence over a page that is at that
   * path for other hosts.
   */
  #redirect(target: Target): FileAnswer | undefined {
    const led = this.#redirects.said(addressIn(this.#base, target));
    return led && empty(led.status, { Location: led.to + target.query });
  }

  /** Redirects to the address with a slash, where a page is there. */
  async #slash(target: Target): Promise<FileAnswer | undefined> {
    if (target.isFolder) return undefined;
    const page = await sizeOfFile(this.#folder, [...target.segments, 'index.html']);
    if (page === undefined) return undefined;
    const address = addressIn(this.#base, { ...target, isFolder: true });
    return empty(301, { Location: address + target.query });
  }

  async #missing(): Promise<FileAnswer> {
    const size = await sizeOfFile(this.#folder, ['404.html']);
    const plain = { method: 'GET', headers: {} } as IncomingMessage;
    if (size === undefined)
      return { status: 404, headers: HTML, body: Readable.from(['Not found.']) };
    const { body } = await fileAnswer(plain, this.#folder, ['404.html'], size);
    return { status: 404, headers: { ...HTML, 'Content-Length': size }, body };
  }

  async #give(
    { method }: IncomingMessage,
    response: ServerResponse,
    { status, headers, body }: FileAnswer,
    target: Target | undefined,
  ): Promise<void> {
    try {
      this.#head(response, status, headers, target);
      if (method === 'HEAD' || status === 304) response.end();
      else await sendWhole(body, response);
    } finally {
      body.destroy();
    }
  }

  /** Writes the status and the headers: those of the file, and those that `_headers` gives for its path. */
  #head(
    response: ServerResponse,
    status: number,
    headers: FileAnswer['headers'],
    target: Target | undefined,
  ): void {
    const path = target ? addressIn('/', target) : '/';
    const isFile = [200, 206, 304].includes(status);
    response.setHeader('Cache-Control', ASK_AGAIN);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // Headers for a file do not apply where it is missing.
    for (const [name, value] of headersOf(this.#headers.said, path))
      if (isFile || !/^(?:cache-control|content-type)$/i.test(name))
        response.setHeader(name, value);
    response.writeHead(status);
  }
}

/**
 * Sends a body to its end, or ends the connection: if a file shrank, the next answer would be taken for the rest of it.
 */
async function sendWhole(body: Readable, response: ServerResponse): Promise<void> {
  let sent = 0;
  body.on('data', (chunk: Buffer) => {
    sent += chunk.length;
  });
  await pipeline(body, response, { end: false });
  const promised = response.getHeader('Content-Length');
  if (promised !== undefined && Number(promised) !== sent) response.destroy();
  else response.end();
}

const empty = (status: number, headers: FileAnswer['headers']): FileAnswer => ({
  status,
  headers: { ...headers, 'Content-Length': 0 },
  body: Readable.from([]),
});
