import { hexToBytes } from '@noble/hashes/utils.js';
import { base32 } from '@scure/base';

/** The form of the id of a medium. */
export const MEDIA_ID = /^m-[a-z2-7]{12}$/;

/**
 * The id of a medium by its file: `m-` and the first 12 characters of the lower-case base32 (RFC 4648) of the file’s
 * SHA-256. So a link to a picture proves which picture it is: another file has another address. 60 bits: two of a million
 * files have the same id by chance once in two million archives.
 *
 * @param sha256 in hexadecimal
 */
export const mediaId = (sha256: string): string =>
  `m-${base32
    .encode(hexToBytes(sha256.slice(0, 16)))
    .slice(0, 12)
    .toLowerCase()}`;
