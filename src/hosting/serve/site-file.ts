import { once } from 'node:events';
import { fstatSync, ReadStream, type Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import send from '@fastify/send';
import { BYTES, ownType } from '../file-type.ts';

/** The answer to a request for a file: all of it, a part, or that it has not changed. */
export interface FileAnswer {
  status: number;
  // biome-ignore lint/plugin: the library’s own form; they are asked for by names that are written here.
  headers: Record<string, string | number>;
  /** Open, if it comes from a file. */
  body: Readable;
}

/** Error codes that mean that no readable file is there. */
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

/** What is at a path of the folder; undefined where nothing is, or where a link leads to it. */
async function found(root: string, segments: readonly string[]): Promise<Stats | undefined> {
  const path = join(root, ...segments);
  try {
    // Compares names exactly, also where a disk takes two spellings for one name: an address has only one.
    return (await realpath(path)) === path ? await stat(path) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The size of a regular file in the folder itself, at these segments; undefined for everything else. */
export async function sizeOfFile(
  folder: string,
  segments: readonly string[],
): Promise<number | undefined> {
  const file = await found(await realpath(folder), segments);
  return file?.isFile() ? file.size : undefined;
}

/**
 * A `Range` header that the library reads correctly: one range as in RFC 9110. Undefined for any other, so that the whole
 * file is sent. Where more bytes from the end are wanted than the file has, the range is the whole file.
 */
function soundRange(range: string | undefined, size: number): string | undefined {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return `bytes=${Number(last) > size ? '0-' : `-${last}`}`;
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return `bytes=${first}-${last}`;
}

/**
 * The request in a form that the library reads correctly: it mistakes a weak tag for a strong one, and reads ranges
 * loosely.
 */
function asked({ method, headers }: IncomingMessage, size: number) {
  const { range, ...rest } = headers;
  const isByTag = rest['if-range']?.includes('"');
  const sound = isByTag ? undefined : soundRange(range, size);
  return { method, headers: { ...rest, ...(sound && { range: sound }) } };
}

/** True where the opened file is the one that the headers were made from. */
function isSame(body: ReadStream, { ino, size, mtimeMs }: Stats): boolean {
  // The library’s type has no descriptor; a stream that is open has one.
  const opened = fstatSync((body as unknown as { fd: number }).fd);
  return opened.ino === ino && opened.size === size && opened.mtimeMs === mtimeMs;
}

/** How often a file is read again that is replaced while it is asked for: no site is built anew faster than this. */
const TURNS = 50;

/**
 * Answers a request with a file that was found. If the file is replaced meanwhile, it is read again.
 *
 * @throws the system's error where it cannot be opened; an error where it was another file each time
 */
export async function fileAnswer(
  request: IncomingMessage,
  folder: string,
  segments: readonly string[],
  size: number,
): Promise<FileAnswer> {
  const path = `/${segments.map(encodeURIComponent).join('/')}`;
  const options = { root: folder, dotfiles: 'allow', index: false, cacheControl: false } as const;
  for (let turn = 0; turn < TURNS; turn++) {
    const answer = await send(asked(request, size) as IncomingMessage, path, options);
    const { statusCode, headers, stream, type, metadata } = answer;
    if (type === 'file' && statusCode !== 304)
      headers['Content-Type'] = ownType(path) ?? headers['Content-Type'] ?? BYTES;
    if (type === 'file' && stream instanceof ReadStream) {
      await once(stream, 'open');
      if (!isSame(stream, metadata.stat)) {
        stream.destroy();
        continue;
      }
    }
    return { status: statusCode, headers, body: stream };
  }
  // The length of one file with the bytes of another would be a page cut short.
  throw new Error(`${path} was replaced ${TURNS} times while it was asked for`);
}
