import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { PackedAnswers } from './answers.ts';
import type { Bytes } from './bytes.ts';
import { PackedSite } from './packed-site.ts';
import { httpSource, type Source } from './source.ts';

/** The program that answers for nginx and Caddy with a packed site. It becomes one file, packs/server.mjs. */

const HELP = `node server.mjs FOLDER      answers with the packed site in a folder
node server.mjs URL         answers with the one at an address, such as that of a bucket
PORT=8787 HOST=127.0.0.1    where it listens: at this port, for this machine alone, where nothing else is said`;

/** The times that a client may take, in milliseconds: for its headers, its request, and without a byte. */
const PATIENCE = { headers: 5_000, request: 10_000, silence: 30_000 };
/** How often it looks who has taken too long, in milliseconds: Node looks each 30 s where nothing is said. */
const LOOKING = 1_000;
/** Connections at once; each has at most one open file. */
const MOST = 512;

const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/** Files of a folder. Their names come from the lists of the packed site, never from a request. */
const folderSource = (folder: string): Source => ({
  async open(file, range) {
    const opened = await open(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (MISSING.has(error.code ?? '')) return undefined;
      throw error;
    });
    const bounds = range && { start: range.start, end: range.end - 1 };
    return opened && (Readable.toWeb(opened.createReadStream(bounds)) as unknown as Bytes);
  },
});

function sourceOf(place: string): Source {
  if (!/^https?:\/\//i.test(place)) return folderSource(resolve(place));
  const base = new URL(place.endsWith('/') ? place : `${place}/`);
  return httpSource((path, headers) =>
    fetch(new URL(path, base), { headers, signal: AbortSignal.timeout(PATIENCE.silence) }),
  );
}

/** Sends a body to its end, or ends the connection: the next answer would be taken for the rest of one cut short. */
async function send(body: Bytes, response: ServerResponse): Promise<void> {
  let sent = 0;
  const counted = Readable.fromWeb(body as unknown as NodeStream).on('data', (chunk: Buffer) => {
    sent += chunk.length;
  });
  await pipeline(counted, response, { end: false });
  if (Number(response.getHeader('Content-Length') ?? sent) !== sent)
    throw new Error('A pack ends early.');
  response.end();
}

/** What a reader is told for a page that cannot be had now. */
const UNANSWERED =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Try again</title><p>This page could not be read. The archive may just be brought up to date: try again.</p></html>';

/** True where the reader has gone away before the end. */
const isClosed = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

async function respond(answers: PackedAnswers, request: IncomingMessage, response: ServerResponse) {
  try {
    const { status, headers, body } = await answers.answer({
      method: request.method ?? '',
      target: request.url ?? '',
      header: (name) => request.headers[name]?.toString(),
    });
    response.setHeaders(headers).writeHead(status);
    if (body) await send(body, response);
    else response.end();
  } catch (error) {
    if (isClosed(error)) return;
    console.error(
      `${JSON.stringify(request.url ?? '')} could not be answered: ${(error as Error).message || 'a pack is not as it was made'}. Where it stays so, run npm run verify on the packed site, and publish it again with --all.`,
    );
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response
      .writeHead(503, {
        'Content-Type': 'text/html; charset=utf-8',
        'Retry-After': '1',
        Connection: 'close',
      })
      .end(request.method === 'HEAD' ? undefined : UNANSWERED);
  }
}

const [place, ...more] = process.argv.slice(2);
if (place === undefined || place.startsWith('-') || more.length > 0) {
  console.error(HELP);
  process.exit(2);
}
const [port, host] = [Number(process.env['PORT'] ?? 8787), process.env['HOST'] ?? '127.0.0.1'];
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is a number from 0 to 65535.\n${HELP}`);
  process.exit(2);
}
const site = new PackedSite(sourceOf(place));
await site.root().catch((error: Error) => {
  console.error(`${place} is no packed site that can be read: ${error.message}`);
  process.exit(1);
});
const answers = new PackedAnswers(site);
const server = createServer(
  {
    headersTimeout: PATIENCE.headers,
    requestTimeout: PATIENCE.request,
    connectionsCheckingInterval: LOOKING,
  },
  (request, response) => void respond(answers, request, response),
);
server.setTimeout(PATIENCE.silence);
server.maxConnections = MOST;
server.listen(port, host);
await once(server, 'listening').catch((error: Error) => {
  console.error(`It cannot listen at ${host}:${port}: ${error.message}`);
  process.exit(1);
});
const address = server.address();
console.log(
  `Answering at http://${host}:${typeof address === 'object' ? address?.port : port}/ (Ctrl-C stops it).`,
);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
