import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A simple web host like most: text files are sent gzipped, and browsers revalidate what they have with an ETag. */

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A running host. */
export interface Host {
  url: string;
  /** Bytes sent so far, headers included, also to the workers of pages. */
  sent: () => number;
  /** Requests answered so far. */
  asked: () => number;
  close: () => void;
}

/** Serves folders on this machine until it is closed. Where several have a file, the first one's is sent. */
export async function openHost(...folders: string[]): Promise<Host> {
  const packed = new Map<string, { body: Buffer; etag: string; type: string | undefined }>();
  const load = async (path: string) => {
    for (const folder of folders) {
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      if (!(await stat(file).catch(() => undefined))?.isFile()) continue;
      const bytes = await readFile(file);
      const type = TYPES[extname(file)];
      const body = type ? gzipSync(bytes) : bytes;
      const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
      return { body, etag, type };
    }
    return undefined;
  };
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(pathname);
    const found = packed.get(path) ?? (await load(path));
    if (!found) return response.writeHead(404).end();
    packed.set(path, found);
    const headers = { ETag: found.etag };
    if (request.headers['if-none-match'] === found.etag)
      return response.writeHead(304, headers).end();
    const { body, type } = found;
    const described = type
      ? { 'Content-Type': type, 'Content-Encoding': 'gzip' }
      : { 'Content-Type': 'application/octet-stream' };
    return response
      .writeHead(200, { ...headers, ...described, 'Content-Length': body.length })
      .end(body);
  });
  const sockets = new Set<Socket>();
  let ended = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      ended += socket.bytesWritten;
    });
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    sent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, ended),
    asked: () => asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
