import type { Input } from './input.ts';
import { type Found, type Item as Read, readInput, reasonOf } from './reader/reading.ts';
import type { Terms } from './reader/terms.ts';

/** One item of an input: what it states, why it is passed over, or what is wrong with it. */
export interface Item {
  /** File, and line or number of the item where a file has several. */
  origin: string;
  /** True where the bytes of its SHA-256 hold this item and no other. */
  isSole: boolean;
  reading: Found;
}

/** An item, and how far its input is read. */
interface Progress {
  item: Item;
  /** How many bytes of the input were read so far. */
  bytesRead: number;
}

/**
 * Reads every item of an input, one after another. A bad item is reported in its place and the next one is read.
 *
 * @param read what reads an input; a reader bounds time and memory of each item
 */
export async function* itemsOf(
  input: Input,
  terms: Terms = {},
  read: (input: Input, terms?: Terms) => AsyncIterable<Read> = readInput,
): AsyncGenerator<Progress> {
  try {
    for await (const { place, isSole, found, bytesRead } of read(input, terms))
      yield { item: { origin: `${input.name}${place}`, isSole, reading: found }, bytesRead };
  } catch (error) {
    yield {
      item: { origin: input.name, isSole: true, reading: { fault: reasonOf(error) } },
      bytesRead: 0,
    };
  }
}
