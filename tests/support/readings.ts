import type { Skipped } from '../../src/import/formats/skipped.ts';
import { itemsOf } from '../../src/import/item.ts';
import type { Terms } from '../../src/import/reader/terms.ts';
import type { WrittenDocument } from '../../src/import/source-document.ts';

/** What an input gives: source documents, what is passed over, and what is wrong, each in order. */
export interface Readings {
  stories: WrittenDocument[];
  skipped: Skipped[];
  faults: string[];
}

/** Reads an input of whatever form. */
export async function readingsOf(
  input: string | Uint8Array,
  name = 'input',
  terms: Terms = {},
): Promise<Readings> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const found: Readings = { stories: [], skipped: [], faults: [] };
  for await (const {
    item: { reading },
  } of itemsOf({ name, bytes }, terms)) {
    if ('document' in reading) found.stories.push(reading.document);
    else if ('skipped' in reading) found.skipped.push(reading);
    else found.faults.push(reading.fault);
  }
  return found;
}
