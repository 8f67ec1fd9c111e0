import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { explainListening, readPort } from './port.mjs';
import { command, Refusal } from './refusal.mjs';
import { root } from './setup.mjs';

/** A folder that is being served: at `url` until `close`. */
export interface Served {
  url: string;
  close(): Promise<void>;
}

/** What the server's own table lacks, or names without saying that it is UTF-8, by how the file's name ends. */
const types: Record<string, string> = {
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pagefind': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Serves `folder` on this machine only, the way a plain web host would: index.html for a folder, a
 * redirect to the folder's own address, and the folder's 404.html, with that status, for the rest.
 *
 * @param at `port`, where 0 is any free one; `base`, the path that the site lies under, with a slash
 *   at either end
 * @throws an error that names the port if it is taken
 */
export async function serve(folder: string, at: { port: number; base?: string }): Promise<Served> {
  const { port, base = '/' } = at;
  const server = createServer(answer(resolve(folder), base));
  await new Promise<void>((listening, failed) => {
    server.once('error', (error) => failed(explainListening(error, port)));
    server.listen(port, 'localhost', listening);
  });

  const { port: opened } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${opened}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function answer(folder: string, base: string) {
  const missing = async (_request: IncomingMessage, response: ServerResponse) => {
    const page = await readFile(join(folder, '404.html')).catch(() => 'Not found.');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  const send = sirv(folder, {
    // Files are looked up when asked for, so that a new build is served without a restart.
    dev: true,
    etag: true,
    extensions: [],
    onNoMatch: missing,
    setHeaders: (response, address) => {
      const [, type] = Object.entries(types).find(([ending]) => address.endsWith(ending)) ?? [];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });

  return (request: IncomingMessage, response: ServerResponse) => {
    const { address, query } = parts(request.url ?? '/');
    const inside = address.slice(base.length - 1);

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (`${address}/` === base || (address.startsWith(base) && isFolder(folder, inside))) {
      response.writeHead(301, { Location: `${address}/${query}` }).end();
    } else if (!address.startsWith(base) || inside.includes('//')) {
      void missing(request, response);
    } else {
      request.url = inside.endsWith('/') ? `${inside}index.html` : inside;
      send(request, response);
    }
  };
}

function parts(url: string) {
  const end = url.indexOf('?');
  return end < 0
    ? { address: url, query: '' }
    : { address: url.slice(0, end), query: url.slice(end) };
}

/** Whether `address`, which has no slash at its end, names a folder with a page of its own. */
function isFolder(folder: string, address: string) {
  // An address with `//` in it could redirect to another host.
  if (address.endsWith('/') || address.includes('//')) return false;
  try {
    const page = join(folder, decodeURI(address), 'index.html');
    return page.startsWith(folder + sep) && existsSync(page);
  } catch {
    return false;
  }
}

/** The path that the site lies under, from its address: `/archive/` for https://host/archive. */
export function basePath(siteUrl: string | undefined) {
  if (siteUrl === undefined || siteUrl === '') return '/';
  if (!URL.canParse(siteUrl)) {
    throw new Refusal(
      `SITE_URL is ‘${siteUrl}’, which is not an address: give the whole of it, for example https://example.org/archive/.`,
    );
  }
  return new URL(siteUrl).pathname.replace(/\/*$/, '/');
}

if (import.meta.main) {
  await command(async () => {
    const port = readPort(process.env.PORT);
    const dist = join(root, 'dist');
    if (!existsSync(dist))
      throw new Refusal('There is no dist/ to serve: run `npm run build` first.');

    const served = await serve(dist, { port, base: basePath(process.env.SITE_URL) });
    console.log(`The archive is at ${served.url} (Ctrl-C stops it).`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => void served.close());
    }
  });
}
