import type { Item } from './reading.ts';
import type { Source } from './source.ts';

/** What a reading process is asked: to open a source, or to read the next item of the one that is open. */
export type Ask = { open: Source; from: number } | 'next';

/** What it answers to each: the item that it reads now, then what it found; that there is none left; or why the source cannot be read. */
export type Answer =
  | { begun: Pick<Item, 'place' | 'isSole'> }
  | { item: Item }
  | { end: true }
  | { fault: string };

/** What reading one item may take. */
export interface Limits {
  /** Seconds of processor time, not of the clock, so that a busy machine refuses no sound item. */
  seconds: number;
  /** Megabytes of memory. */
  megabytes: number;
}
