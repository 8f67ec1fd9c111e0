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
 * Serves `folder` on this machine only, the way a web host would: index.html for a folder, a redirect to the folder's
 * own address, the folder's 404.html, with that status, for what is not there, and the headers and redirects that its
 * `_headers` and `_redirects` tell hosts of. Files are looked up when asked for, so that a new build is served without
 * a restart.
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
