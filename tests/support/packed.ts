import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { Agent as AgentHttp, type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { Agent as AgentHttps, request as requestHttps } from 'node:https';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { SITE_MANIFEST } from '../../src/fixity/copy.ts';
import { packSite } from '../../src/packing/packing.ts';
import { digestsIn } from '../../src/publication/contents.ts';
import { distOf, type TestArchive } from './archives.ts';

/** An answer as it came. */
export interface Answer {
  status: number;
  headers: Map<string, string>;
  body: Buffer;
}

/** Something that answers: a path, with these headers. */
export type Ask = (path: string, headers?: [string, string][], method?: string) => Promise<Answer>;

const headersOf = (headers: IncomingHttpHeaders) =>
  new Map(Object.entries(headers).map(([name, value]) => [name, `${value}`]));

/** Asks a server, for just this path. @param origin without a slash at its end */
export function serverAt(origin: string): Ask {
  const { hostname, port, protocol } = new URL(origin);
  const isSafe = protocol === 'https:';
  const [send, agent] = isSafe
    ? [requestHttps, new AgentHttps({ keepAlive: true })]
    : [requestHttp, new AgentHttp({ keepAlive: true })];
  return async (path, headers = [], method = 'GET') => {
    const asked = send({
      hostname,
      port,
      path,
      method,
      agent,
      headers: Object.fromEntries(headers),
      rejectUnauthorized: false,
    });
    const [answer] = await once(asked.end(), 'response');
    return {
      status: answer.statusCode,
      headers: headersOf(answer.headers),
      body: await buffer(answer),
    };
  };
}

/** Packs a built archive into a folder. */
export const packed = (archive: TestArchive, folder: string) =>
  packSite(
    {
      dist: distOf(archive),
      digests: digestsIn(readFileSync(join(distOf(archive), SITE_MANIFEST), 'latin1')),
      base: archive.base,
    },
    folder,
  );

/** The bindings of a Worker whose files lie in a folder. */
export const BINDINGS = {
  /** Static files, whose host gives no parts: see docs/hosting-packed.md. */
  assets: (folder: string) => {
    const read = new Map<string, Buffer>();
    return {
      ASSETS: {
        async fetch({ url }: Request) {
          const file = join(folder, decodeURIComponent(new URL(url).pathname));
          if (!existsSync(file)) return new Response('', { status: 404 });
          const content = read.get(file) ?? readFileSync(file);
          read.set(file, content);
          return new Response(new Uint8Array(content));
        },
      },
    };
  },
  /** A bucket of R2. */
  bucket: (folder: string) => ({
    ARCHIVE: {
      async get(key: string, options?: { range: { offset: number; length: number } }) {
        const file = join(folder, key);
        if (!existsSync(file)) return null;
        const { offset = 0, length = Number.POSITIVE_INFINITY } = options?.range ?? {};
        const stream = createReadStream(file, { start: offset, end: offset + length - 1 });
        return { body: Readable.toWeb(stream) };
      },
    },
  }),
};

/** Asks the Worker of a packed site, as Cloudflare runs it. */
export async function workerOf(folder: string, kind: keyof typeof BINDINGS): Promise<Ask> {
  // Each running Worker is its own module.
  const { default: worker } = await import(
    `${pathToFileURL(join(folder, 'packs/worker.js'))}?${kind}`
  );
  const bindings = BINDINGS[kind](folder);
  return async (path, headers = [], method = 'GET') => {
    const request = new Request(`https://archive.example${path}`, { method, headers });
    const response: Response = await worker.fetch(request, bindings);
    return {
      status: response.status,
      headers: new Map(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
  };
}

/** Starts the program of a packed site. @param place its folder or address */
export async function startProgram(
  folder: string,
  place = folder,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const program: ChildProcess = spawn(process.execPath, [join(folder, 'packs/server.mjs'), place], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!program.stdout) throw new Error('The program has no output.');
  const ended = once(program, 'exit');
  const [said] = await once(program.stdout, 'data');
  const [, port] = /http:\/\/[^/]*:(\d+)\//.exec(`${said}`) ?? [];
  if (port === undefined) throw new Error(`The program said ${said}`);
  return {
    port: Number(port),
    stop: async () => {
      program.kill();
      await ended;
    },
  };
}
