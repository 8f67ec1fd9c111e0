import type { PassedOver } from './formats/skipped.ts';
import type { Entry } from './writing/entry.ts';
import type { ToldMedia } from './writing/told-media.ts';

/** What became of an item. */
export type Outcome = { origin: string } & (
  | {
      outcome: 'imported';
      id: string;
      path: string;
      entry: Entry;
      text: string;
      records: number;
      like: string | undefined;
      media?: ToldMedia;
    }
  | {
      outcome: 'unchanged';
      id: string;
      /** What was given on the command line for it, and is not taken, since its entry says otherwise. */
      untaken: readonly string[];
    }
  | {
      outcome: 'changed';
      id: string;
      path: string;
      diff: string;
      taken: boolean;
      /** True where it was a record, and its text is here now. */
      hasText: boolean;
      media?: ToldMedia;
    }
  /** It is in the archive, and its source keeps it back now. */
  | { outcome: 'recalled'; ids: readonly string[]; reason: string }
  | {
      outcome: 'skipped';
      reason: string;
      as: PassedOver;
      /** Its address, or what its source numbers it by: what is kept back is found by that, and no word of it is told. */
      identifier?: string;
    }
  | { outcome: 'failed'; reason: string }
);
