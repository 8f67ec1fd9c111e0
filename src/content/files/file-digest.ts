import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 2 ** 20;

/** The SHA-256 of a file, in hexadecimal. It is read in pieces, since a film may be larger than memory. */
export function digestOf(path: string): string {
  const digest = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const opened = openSync(path, 'r');
  try {
    for (let size = readSync(opened, piece); size > 0; size = readSync(opened, piece))
      digest.update(piece.subarray(0, size));
  } finally {
    closeSync(opened);
  }
  return digest.digest('hex');
}
