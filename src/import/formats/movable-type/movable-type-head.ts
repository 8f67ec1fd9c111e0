import type { Head } from '../head.ts';

/** Whether a source is an export of Movable Type or TypePad: fields, and parts between lines of hyphens. */
export const isMovableType = ({ text }: Head): boolean =>
  /^(?:AUTHOR|TITLE|BASENAME|STATUS): ?[^\n]*\n/u.test(text) &&
  /^-----\r?$/mu.test(text) &&
  /^BODY:[ \t]*\r?$/mu.test(text);
