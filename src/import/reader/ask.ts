import type { Input } from '../input.ts';
import type { Item } from './reading.ts';
import type { Terms } from './terms.ts';

/** What a reading process is asked: to open an input at an item, or to read the next item of the one that is open. */
export type Ask = { open: Input; terms: Terms; from: number } | 'next';

/** What it answers to each: the item that it reads now, then what it found; that there is none left; or why the input cannot be read. */
export type Answer =
  | { begun: Pick<Item, 'place' | 'isSole'> }
  | { item: Item }
  | { end: true }
  | { fault: string };

/** What reading one item may take. */
export interface Limits {
  /** Seconds of processor time, not of the clock, so that a busy machine refuses no sound item. */
  seconds: number;
  /** Seconds of the clock without an answer or a byte, however little of a processor’s time was taken: it waits for something. */
  silence: number;
  /** Megabytes of memory. */
  megabytes: number;
}
