import { hash } from 'node:crypto';

/** The SHA-256 of a text in UTF-8. */
export const wordsDigest = (text: string): Uint8Array => hash('sha256', text, 'buffer');

/** The SHA-256 of a text, in hexadecimal. It is taken of all paragraphs in NFC, each ended by a line feed. */
export const textDigest = (paragraphs: readonly string[]): string =>
  hash('sha256', paragraphs.map((text) => `${text.normalize('NFC')}\n`).join(''));
