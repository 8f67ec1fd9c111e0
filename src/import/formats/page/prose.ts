import type { Block } from './block.ts';

/** A paragraph of text has at least so many characters without spaces, or ends as a sentence does. */
const PARAGRAPH = 70;
export const SENTENCE = 20;
const ENDS = /[.!?…。！？؟।:;][”"'’»)\]]*$/u;
/** More than this share in links is a list of them. */
export const MOST_IN_LINKS = 0.5;
export const isHeading = ({ element }: Block) => /^h[1-6]$/u.test(element.localName);

/** Whether a text of that size reads as a paragraph, and not as a label. */
export const isParagraph = (text: string, size: number): boolean =>
  size >= PARAGRAPH || (size >= SENTENCE && ENDS.test(text));

/** Whether a block reads as a paragraph, and not as a label or a list of links. */
export const isProse = ({ text, size, links }: Block): boolean =>
  links < MOST_IN_LINKS && isParagraph(text, size);
