import type { Head } from '../head.ts';

/** Within how many bytes a PDF begins that something strayed before. */
const BEGINNING = 1024;

/** Whether a source begins as a PDF does. */
export function isPdf({ bytes, name }: Head): boolean {
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  const stray = start.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  return start.startsWith('%PDF-', stray) || (/\.pdf$/iu.test(name) && /%PDF-| obj\b/u.test(start));
}
