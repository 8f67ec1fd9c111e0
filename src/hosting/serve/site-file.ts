import { once } from 'node:events';
import { fstatSync, ReadStream, type Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import send from '@fastify/send';

/** What a file answers a request with: all of it, a part, or that nothing has changed. */
export interface FileAnswer {
  status: number;
  // biome-ignore lint/plugin: the library’s own form; they are asked for by names that are written here.
  headers: Record<string, string | number>;
  /** Opened, where it is of a file. */
  body: Readable;
}

/** What the library's table of types has not, or has without saying that it is UTF-8, by how the name ends. */
const TYPES = Object.entries({
  '.atom': 'application/atom+xml; charset=utf-8',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
});

/** Of what no type is known, such as the index of words. */
const BYTES = 'application/octet-stream';

/** Nothing that can be given out is there. */
const MISSING = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EACCES',
  'EPERM',
  'EINVAL',
]);

export const isMissing = (error: unknown): boolean =>
  MISSING.has(`${(error as NodeJS.ErrnoException).code}`);

/** What is at a path of the folder: nothing where it is not there, or where a link leads to it. */
async function found(root: string, segments: readonly string[]): Promise<Stats | undefined> {
  const path = join(root, ...segments);
  try {
    // Also where a disk takes two spellings for one name: an address has one.
    return (await realpath(path)) === path ? await stat(path) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The size of a regular file that lies in the folder itself, at these segments; nothing for all else. */
export async function sizeOfFile(
  folder: string,
  segments: readonly string[],
): Promise<number | undefined> {
  const file = await found(await realpath(folder), segments);
  return file?.isFile() ? file.size : undefined;
}

/**
 * A `Range` header as the library reads it right: one range as RFC 9110 writes it. Anything else asks for the whole
 * file, and so does the end of a file that is shorter than what is asked of it.
 */
function soundRange(range: string | undefined, size: number): string | undefined {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return `bytes=${Number(last) > size ? '0-' : `-${last}`}`;
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return `bytes=${first}-${last}`;
}

/** The request as the library is asked: it takes a weak tag for a strong one, and reads ranges loosely. */
function asked({ method, headers }: IncomingMessage, size: number) {
  const { range, ...rest } = headers;
  const isByTag = rest['if-range']?.includes('"');
  const sound = isByTag ? undefined : soundRange(range, size);
  return { method, headers: { ...rest, ...(sound && { range: sound }) } };
}

/** True where what was opened is what the headers were made of. */
function isSame(body: ReadStream, { ino, size, mtimeMs }: Stats): boolean {
  // The library’s type has no descriptor; a stream that is open has one.
  const opened = fstatSync((body as unknown as { fd: number }).fd);
  return opened.ino === ino && opened.size === size && opened.mtimeMs === mtimeMs;
}

/**
 * Answers a request with a file that was found; one that is replaced meanwhile is read anew.
 *
 * @throws the system's error where it cannot be opened
 */
export async function fileAnswer(
  request: IncomingMessage,
  folder: string,
  segments: readonly string[],
  size: number,
): Promise<FileAnswer> {
  const path = `/${segments.map(encodeURIComponent).join('/')}`;
  const options = { root: folder, dotfiles: 'allow', index: false, cacheControl: false } as const;
  for (let turn = 0; ; turn++) {
    const answer = await send(asked(request, size) as IncomingMessage, path, options);
    const { statusCode, headers, stream, type, metadata } = answer;
    const [, said] = TYPES.find(([ending]) => path.endsWith(ending)) ?? [];
    if (type === 'file' && statusCode !== 304)
      headers['Content-Type'] = said ?? headers['Content-Type'] ?? BYTES;
    if (type === 'file' && stream instanceof ReadStream) {
      await once(stream, 'open');
      if (!isSame(stream, metadata.stat) && turn < 3) {
        stream.destroy();
        continue;
      }
    }
    return { status: statusCode, headers, body: stream };
  }
}
