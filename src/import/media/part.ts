import type { Reading } from '../source-document.ts';
import { mediaOf } from './block-media.ts';

/** How pictures are named that are parts of the file of their document. */
export const PART = 'part:';

/** What holds the parts, by their names. */
interface Parts {
  names: ReadonlySet<string>;
  bytes: (name: string) => Promise<Uint8Array>;
}

/** The most bytes of pictures that are taken out of a document. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What was read, with the files of its pictures taken out of its document, which is closed behind them. */
export async function withParts(reading: Reading, zip: Parts): Promise<Reading> {
  let size = 0;
  for (const medium of 'document' in reading ? mediaOf(reading.document.body) : []) {
    const [reference = ''] = medium.references;
    const name = reference.slice(PART.length);
    if (!reference.startsWith(PART) || !zip.names.has(name) || size > MOST_BYTES) continue;
    const bytes = await zip.bytes(name);
    size += bytes.length;
    medium.local = { bytes };
  }
  return reading;
}
