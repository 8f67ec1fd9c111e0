import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportFault } from '../../../source-document.ts';

/**
 * Web archives unpack to some ten times their size, and nothing that was written for readers to two hundred times of it.
 * What is small may, and harms nobody.
 */
export const MOST_TIMES = 200;
const SMALL = 512 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** Whether bytes were packed to mislead. */
export const isBomb = (packed: number, size: number): boolean =>
  size > SMALL && size > packed * MOST_TIMES;

const BOMB = `It unpacks to more than ${MOST_TIMES} times its size, as no web archive does, and was read as far as that.`;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The bytes of a stream that is packed with gzip, as a whole or in pieces after each other.
 *
 * @throws ImportFault where it breaks off, is damaged, or unpacks to far more than anybody wrote
 */
export async function* unpacked(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let size = 0;
  async function* counted() {
    for await (const chunk of stream) {
      packed += chunk.length;
      yield chunk;
    }
  }
  const input = Readable.from(counted(), { objectMode: true, highWaterMark: 1 });
  const gunzip = createGunzip({ chunkSize: MEGABYTE / 4 });
  // What goes wrong is thrown where the bytes are read.
  pipeline(input, gunzip, () => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (isBomb(packed, size)) throw new ImportFault(BOMB);
      yield chunk;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    throw new ImportFault(
      `${code === 'Z_BUF_ERROR' ? 'It breaks off' : 'It is damaged'} after ${Math.round(size / MEGABYTE).toLocaleString('en')} MB (unpacked); what stands before is read. Fetch it again.`,
    );
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}
