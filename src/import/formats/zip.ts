import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { ImportFault } from '../source-document.ts';
import { isBomb, MOST_TIMES } from './saved/warc/unpacked.ts';
import { LARGEST, type Source } from './source.ts';

/** A zip whose entries are read one by one, where they stand; their names are names and never paths. */
export interface Zip {
  names: ReadonlySet<string>;
  /** The bytes of an entry. Throws an `ImportFault` where there is none, or it is damaged. */
  stream: (name: string) => AsyncIterable<Uint8Array>;
  /** The first bytes of an entry. */
  start: (name: string) => Promise<Uint8Array>;
  /** All bytes of an entry. Throws an `ImportFault` where they are more than any article has. */
  bytes: (name: string) => Promise<Buffer>;
  close: () => void;
}

const MOST_ENTRIES = 100_000;

const damaged = (error: unknown) =>
  error instanceof ImportFault
    ? error
    : new ImportFault(`It is a zip that is damaged: ${(error as Error).message}. Save it again.`);

/** Opens a zip. @throws ImportFault where it is damaged, locked with a password, or has too many entries */
export async function openZip(source: Pick<Source, 'path' | 'bytes'>): Promise<Zip> {
  let file: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    const options = { autoClose: false, lazyEntries: true };
    file = source.path
      ? await openPromise(source.path, options)
      : await fromBufferPromise(Buffer.from(await source.bytes()), options);
    if (file.entryCount > MOST_ENTRIES)
      throw new ImportFault(`It is a zip of more than ${MOST_ENTRIES.toLocaleString('en')} files.`);
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    throw damaged(error);
  }

  async function* stream(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name);
    if (!entry) throw new ImportFault(`It is damaged: its part “${name}” is missing.`);
    if (entry.isEncrypted())
      throw new ImportFault('It is locked with a password. Save it without one.');
    if (isBomb(entry.compressedSize, entry.uncompressedSize))
      throw new ImportFault(
        `Its part “${name}” unpacks to more than ${MOST_TIMES} times its size, as nothing that was written for readers does.`,
      );
    try {
      const bytes = await file.openReadStreamPromise(entry);
      yield* bytes as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw damaged(error);
    }
  }

  async function bytes(name: string): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of stream(name)) {
      parts.push(part);
      size += part.length;
      if (size > LARGEST) throw new ImportFault('It holds a file of more than 64 MB.');
    }
    return Buffer.concat(parts);
  }

  return {
    bytes,
    names: new Set(entries.keys()),
    stream,
    start: async (name) => {
      for await (const chunk of stream(name)) return chunk;
      return new Uint8Array();
    },
    close: () => file.close(),
  };
}
