import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { explainListening } from '../port.mjs';
import { SiteAnswers } from './answer.ts';

/** A folder that is being served: at `url` until `close`. */
export interface Served {
  url: string;
  close(): Promise<void>;
}

/**
 * The time that a client may take, in milliseconds: for the headers, for the whole request, and without sending
 * anything.
 */
const PATIENCE = { headers: 5_000, request: 10_000, silence: 30_000 };
/** Connections at once; each costs a socket and at most one open file. */
const MOST = 512;

/**
 * Serves a folder on this machine only, as a web host would: a folder's index.html, redirects to addresses with a slash,
 * the site's 404.html with that status, and the headers and redirects in `_headers` and `_redirects`. Files are looked up
 * at each request, so that a new build is served without a restart.
 *
 * @param at `port`, where 0 is any free one; `base`, the path that the site lies under, with a slash
 *   at either end
 * @throws an error that names the port if it is taken
 */
export async function serve(folder: string, at: { port: number; base?: string }): Promise<Served> {
  const { port, base = '/' } = at;
  const answers = new SiteAnswers(resolve(folder), base);
  const server = createServer(
    {
      headersTimeout: PATIENCE.headers,
      requestTimeout: PATIENCE.request,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => void answers.answer(request, response),
  );
  server.setTimeout(PATIENCE.silence);
  server.maxConnections = MOST;
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
