import { asLine } from '../../source-document.ts';

const BY = /^by[:\s]+/iu;

/** Who wrote an item, by its byline: names, without the word before them. */
export const authorOfByline = (byline: string | undefined): string | undefined =>
  asLine(asLine(byline, 220)?.replace(BY, ''), 200);
