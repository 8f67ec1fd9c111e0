import type { Reading } from '../source-document.ts';
import type { Head } from './head.ts';
import type { Source } from './source.ts';

/** An item of a source, not read yet. */
export interface Part {
  /** Where in the source it stands: `, item 2`, or `:3` for a line; empty where the source holds nothing else. */
  place: string;
  /** True where the digest of the source, or of the line, is of this item alone. */
  isSole: boolean;
  /** Reads it. Throws an `ImportFault` where it cannot be read. */
  read: () => Reading | Promise<Reading>;
}

/** A form in which others keep articles: one file or folder here for each. */
export interface Format {
  /** Whether a source that begins so is of this form. It reads the beginning alone, and throws nothing. */
  is: (head: Head) => boolean;
  /**
   * The items of a source, in order. Each is read when it is asked for and let go of before the next, so that a source
   * may be larger than memory. Throws an `ImportFault` where the source as a whole cannot be read.
   */
  parts: (source: Source) => AsyncIterable<Part>;
}

/** The only item of its source. */
export const sole = (read: Part['read']): Part => ({ place: '', isSole: true, read });

/** Items in the order of a source: one alone has no number. @throws ImportFault where there is none */
export function* numbered(readers: readonly Part['read'][]): Generator<Part> {
  const isSole = readers.length === 1;
  for (const [index, read] of readers.entries())
    yield { place: isSole ? '' : `, item ${index + 1}`, isSole, read };
}

/** A format whose code is loaded when a source is of it: what reads some forms is large, and most imports need none of it. */
export const loaded = (is: Format['is'], load: () => Promise<Format['parts']>): Format => ({
  is,
  parts: async function* (source) {
    yield* (await load())(source);
  },
});
