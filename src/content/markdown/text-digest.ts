import { hash } from 'node:crypto';
import { base32 } from '@scure/base';

/** The id of a paragraph, as `paragraphId` makes it, by the digest that Node makes faster. @param words with white space folded */
export const idOfWords = (words: string): string => {
  const digest = hash('sha256', words.normalize('NFC'), 'buffer');
  return `p-${base32.encode(digest.subarray(0, 5)).toLowerCase()}`;
};

/** The SHA-256 of a text, in hexadecimal. It is taken of all paragraphs in NFC, each ended by a line feed. */
export const textDigest = (paragraphs: readonly string[]): string =>
  hash('sha256', paragraphs.map((text) => `${text.normalize('NFC')}\n`).join(''));
