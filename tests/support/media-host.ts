import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** What a server does at a path: what it is asked, what it answers, and how often it was asked before. */
export type Act = (request: IncomingMessage, response: ServerResponse, times: number) => unknown;

/** A server of this machine that has media, and what it was asked. */
export interface MediaHost {
  /** Its address, without a slash at the end. */
  origin: string;
  asked: { path: string; headers: IncomingMessage['headers'] }[];
}

/** Starts a server that answers by path, and 404 for all else. It ends with the test. @param host an address of this machine */
export async function mediaHost(
  t: TestContext,
  acts: Record<string, Act>,
  host = '127.0.0.1',
): Promise<MediaHost> {
  const asked: MediaHost['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const times = asked.filter((one) => one.path === path).length;
    asked.push({ path, headers: request.headers });
    const act = acts[path];
    if (act) act(request, response, times);
    else response.writeHead(404).end('none');
  });
  server.listen(0, host);
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, asked };
}
