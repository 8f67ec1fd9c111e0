import { numberIn, tokenOf } from '../../media/data-address.ts';
import type { FindMedium } from '../../media/folder.ts';

/** Pictures and typefaces that stand within a page as text, as programs write them that save a page in one file. */

const MARK = ';base64,';
/** Shorter ones slow nothing, and may be what a text is about. */
const SHORT = 500;

/** Whether a character can be one of base64. */
const isBase64 = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2f && code <= 0x39) ||
  code === 0x2b ||
  code === 0x3d;

/**
 * A page without the data of its pictures and typefaces, which can be most of it: where they were, a token stands.
 *
 * @returns the page, and the data in the order of their tokens
 */
export function withoutEmbeddedData(html: string): { text: string; embedded: string[] } {
  const embedded: string[] = [];
  const parts: string[] = [];
  let kept = 0;
  for (let at = html.indexOf(MARK); at >= 0; at = html.indexOf(MARK, at)) {
    at += MARK.length;
    let end = at;
    while (isBase64(html.charCodeAt(end))) end++;
    if (end - at > SHORT) {
      parts.push(html.slice(kept, at), tokenOf(embedded.length, end - at));
      embedded.push(html.slice(at, end));
      kept = end;
    }
    at = end;
  }
  return { text: parts.length === 0 ? html : parts.join('') + html.slice(kept), embedded };
}

/** Finds what stood within a page as text. */
export const findEmbedded =
  (embedded: readonly string[]): FindMedium =>
  (reference) => {
    const data = embedded[numberIn(reference) ?? -1];
    return data === undefined ? undefined : { bytes: Buffer.from(data, 'base64') };
  };
