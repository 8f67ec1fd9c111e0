import type { Head } from '../head.ts';

/** Whether a source is hOCR: a page of the web has no such class, and no such name among what it says of itself. */
export const isHocr = ({ text }: Head): boolean =>
  text.startsWith('<') &&
  (/\bclass\s{0,3}=\s{0,3}["']?ocr_page\b/iu.test(text) || /["']ocr-system["']/iu.test(text));
