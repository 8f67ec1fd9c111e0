/** A drawing before and after it was stripped. */
export interface Looks {
  before: Uint8Array;
  after: Uint8Array;
}

/** Whether both look the same, or why one of them could not be drawn. */
export type Compared = { isSame: boolean } | { fault: string };
