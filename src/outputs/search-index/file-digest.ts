import { hash } from 'node:crypto';
import { base32 } from '@scure/base';
import { DIGEST_LENGTH } from '../../domain/search/layout.ts';

/** The digest in the name of a file of search. */
export const fileDigest = (text: string): string =>
  base32
    .encode(hash('sha256', text, 'buffer').subarray(0, 5))
    .toLowerCase()
    .slice(0, DIGEST_LENGTH);
