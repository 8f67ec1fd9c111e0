import type { Head } from '../head.ts';
import { isMarkup } from './foreign.ts';

/** Why a source of no known form is no plain text either; nothing where it may be. */
export function noText({ bytes, text }: Head): string | undefined {
  if (/^<\?xml/i.test(text))
    return 'It is XML, but no feed. Give it as RSS, Atom, a web page or text.';
  if (isMarkup(text))
    return 'It is a piece of a web page, and no paragraph of it. Save the whole page, or its text as a .txt file.';
  if (isBinary(bytes))
    return 'It is no text: it holds bytes that no text has. Save its text as a .txt file.';
  return undefined;
}

/** Whether bytes are full of zeros, as no text is; one of them may have strayed into a text. */
function isBinary(start: Uint8Array): boolean {
  const magic = Buffer.from(start.subarray(0, 2)).toString('latin1');
  if (magic === '\u00ff\u00fe' || magic === '\u00fe\u00ff') return false;
  if (start.subarray(0, 8).includes(0)) return true;
  return start.filter((byte) => byte === 0).length > Math.max(8, start.length / 100);
}
