import { ImportFault } from '../../source-document.ts';
import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import { itemsOf } from './items.ts';
import { valuesAt } from './value-stream.ts';

/** JSON that is larger than what is read at once. */

/** The items of a list, as they come. */
async function* partsOfList(source: Source): AsyncGenerator<Part> {
  const sha256 = await source.sha256();
  let number = 0;
  for await (const { value } of valuesAt(source, ['$.*'])) {
    let readers: Part['read'][];
    try {
      readers = await itemsOf(value, sha256, 1);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      readers = [() => Promise.reject(error)];
    }
    for (const read of readers) yield { place: `, item ${++number}`, isSole: false, read };
  }
}

/** The items of a large JSON text: of a list, or of an export of Ghost. @throws ImportFault where it is neither */
export async function* partsOfLarge(source: Source): AsyncGenerator<Part> {
  if (source.head.text.startsWith('[')) {
    yield* partsOfList(source);
    return;
  }
  const { partsOfGhost } = await import('../ghost/large-export.ts');
  let isEmpty = true;
  for await (const part of partsOfGhost(source)) {
    isEmpty = false;
    yield part;
  }
  // It says what can be done with a text that is too large.
  if (isEmpty) await source.bytes();
}
