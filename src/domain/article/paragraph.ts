import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base32 } from '@scure/base';

/** One block of an article's text that can be linked to: a paragraph, a heading, a list item or a table row. */
export interface Paragraph {
  /** The fragment of its permalink, `p-` and eight characters made from its text. */
  id: string;
  /** Its words as written, with white space folded and without footnote marks. */
  text: string;
}

/** Replaces each run of white space by one space, and trims, so that line breaks in a file change nothing. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * The id of a paragraph by its text: `p-` and the first 8 characters of the lower-case base32 (RFC 4648) of the SHA-256
 * of the text in UTF-8, NFC, with white space folded. That is 40 bits: two ids are the same by chance in one of about
 * 10^8 pages of 100 paragraphs, and then the second takes `-2`.
 */
export function paragraphId(text: string): string {
  const hash = sha256(utf8ToBytes(foldSpace(text.normalize('NFC'))));
  return `p-${base32.encode(hash.subarray(0, 5)).toLowerCase()}`;
}

/**
 * Gives each text of a page its id, in order; a text that occurs again takes `-2`, `-3` and so on.
 *
 * @param idOf makes the id of one; a server has a faster way than a browser
 */
export function paragraphIds(texts: readonly string[], idOf = paragraphId): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const id = idOf(text);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  });
}
