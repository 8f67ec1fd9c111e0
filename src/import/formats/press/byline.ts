import { asLine } from '../../source-document.ts';

// The word may stand before an element with the name.
const BY = /^(?:by|By|BY)[:\s]+|^[Bb]y(?=\p{Lu})/u;
const SIGN = / ?[,;]{1,9}$/u;

/** Who wrote an item, by its byline: names, without the word before them. */
export const authorOfByline = (byline: string | undefined): string | undefined =>
  asLine(asLine(byline, 220)?.replace(BY, '').replace(SIGN, ''), 200);
