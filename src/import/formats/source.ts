import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import type { Input } from '../input.ts';
import { ImportFault } from '../source-document.ts';
import { type Head, headOf } from './head.ts';

/** Bytes that hold one item or several. */
export interface Source {
  head: Head;
  /** The file that they are; nothing where they are in memory. */
  path: string | undefined;
  /** True where nobody named it: it lies in a folder that is imported. */
  isFound: boolean;
  /** How many bytes it has. */
  size: number;
  /** The encoding that the archivist named. */
  encoding: string | undefined;
  /** The bytes from the first, piece by piece, as often as it is asked. */
  stream: () => AsyncIterable<Uint8Array>;
  /** All bytes at once. Throws an `ImportFault` where they are more than any article has. */
  bytes: () => Promise<Uint8Array>;
  /** The SHA-256 of all bytes, in hexadecimal. */
  sha256: () => Promise<string>;
  /** How far its bytes are read; those that are read again are counted again. */
  bytesRead: () => number;
}

/** How much of a source is looked at to know its form. */
const SNIFFED = 64 * 1024;

/** The most that is read at once of a source that cannot be taken piece by piece, in bytes. */
export const LARGEST = 64 * 1024 * 1024;

/** The SHA-256 of bytes, in hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Opens an input to be read. Throws as the file system does where it cannot be.
 *
 * @param came told of how many bytes came, at each piece
 */
export async function openSource(
  input: Input,
  encoding: string | undefined,
  came?: (bytes: number) => void,
): Promise<Source> {
  let read = 0;
  async function* stream(): AsyncGenerator<Uint8Array> {
    if ('bytes' in input) {
      read = input.bytes.length;
      yield input.bytes;
      return;
    }
    let at = 0;
    for await (const chunk of createReadStream(input.path) as AsyncIterable<Uint8Array>) {
      at += chunk.length;
      read = at;
      came?.(chunk.length);
      yield chunk;
    }
  }

  async function start(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of stream()) {
      parts.push(part);
      size += part.length;
      if (size >= SNIFFED) break;
    }
    return Buffer.concat(parts).subarray(0, SNIFFED);
  }

  async function bytes(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of stream()) {
      parts.push(part);
      size += part.length;
      if (size > LARGEST)
        throw new ImportFault(
          'It is larger than 64 MB. Split it, or give one item a line (.ndjson), which may be of any length.',
        );
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  async function digest(): Promise<string> {
    const hash = createHash('sha256');
    for await (const part of stream()) hash.update(part);
    return hash.digest('hex');
  }
  let sha256: Promise<string> | undefined;

  return {
    head: headOf(input.name, await start()),
    path: 'path' in input ? input.path : undefined,
    isFound: input.isFound ?? false,
    size: 'path' in input ? statSync(input.path).size : input.bytes.length,
    encoding,
    stream,
    bytes,
    sha256: () => {
      sha256 ??= digest();
      return sha256;
    },
    bytesRead: () => read,
  };
}
