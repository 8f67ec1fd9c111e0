import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputsOf } from '../../src/import/input.ts';
import { itemsOf } from '../../src/import/item.ts';
import type { WrittenMedium } from '../../src/import/media/source-medium.ts';
import type { WrittenDocument } from '../../src/import/source-document.ts';
import { write } from './scratch.ts';

/** The documents of a file or folder, with the files that lie there. */
export async function documentsIn(
  folder: string,
  path: string,
  files: Record<string, string | Uint8Array>,
): Promise<WrittenDocument[]> {
  write(folder, files);
  const found: WrittenDocument[] = [];
  for (const input of inputsOf(join(folder, path))) {
    if ('fault' in input) throw input.fault;
    for await (const { item } of itemsOf(input)) {
      const { reading } = item;
      if ('document' in reading) {
        // What a source holds is there while it is read.
        for (const medium of reading.document.media ?? [])
          if (medium.local) medium.local = { bytes: bytesOf(medium) };
        found.push(reading.document);
      } else if ('fault' in reading) throw new Error(reading.fault);
    }
  }
  return found;
}

/** The bytes of a medium that was found. */
export const bytesOf = ({ local, name }: WrittenMedium): Buffer => {
  if (!local) throw new Error(`${name} was not found`);
  return Buffer.from('path' in local ? readFileSync(local.path) : local.bytes);
};
