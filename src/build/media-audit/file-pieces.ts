import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** A larger file is read in pieces of this many bytes; each begins with the last bytes of the one before. */
const PIECE = 2 ** 29;
const OVERLAP = 2 ** 22;

/** The bytes of a file, which may be larger than memory. */
export function* piecesOf(file: string): Generator<Buffer> {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    if (size <= PIECE) {
      yield readFileSync(opened);
      return;
    }
    for (let at = 0; at < size; at += PIECE - OVERLAP) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at));
      readSync(opened, piece, 0, piece.length, at);
      yield piece;
    }
  } finally {
    closeSync(opened);
  }
}
