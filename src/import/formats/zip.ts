import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { ImportFault } from '../source-document.ts';
import type { Source } from './source.ts';

/** A zip whose entries are read where they stand; their names are names, and never paths. */
export interface Zip {
  names: ReadonlySet<string>;
  /** The bytes of an entry, piece by piece. Throws an `ImportFault` where there is none, or it is damaged. */
  stream: (name: string) => AsyncIterable<Uint8Array>;
  close: () => void;
}

/** No office document has as many. */
const MOST_ENTRIES = 10_000;

const damaged = (error: unknown) =>
  error instanceof ImportFault
    ? error
    : new ImportFault(`It is a zip that is damaged: ${(error as Error).message}. Save it again.`);

/** Opens a zip. @throws ImportFault where it is damaged */
export async function openZip(source: Source): Promise<Zip> {
  const entries = new Map<string, Entry>();
  const options = { autoClose: false, lazyEntries: true };
  let file: ZipFile;
  try {
    file = source.path
      ? await openPromise(source.path, options)
      : await fromBufferPromise(Buffer.from(await source.bytes()), options);
    if (file.entryCount > MOST_ENTRIES)
      throw new ImportFault(`It is a zip of more than ${MOST_ENTRIES.toLocaleString('en')} files.`);
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    throw damaged(error);
  }
  return {
    names: new Set(entries.keys()),
    stream: async function* (name) {
      const entry = entries.get(name);
      if (!entry) throw new ImportFault(`It is damaged: its part “${name}” is missing.`);
      if (entry.isEncrypted())
        throw new ImportFault('It is locked with a password. Save it without one.');
      try {
        yield* (await file.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw damaged(error);
      }
    },
    close: () => file.close(),
  };
}
