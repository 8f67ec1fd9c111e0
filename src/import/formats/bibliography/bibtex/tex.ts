/** Texts of the parser of BibTeX, which gives them as HTML. */

// The parser takes these two for what an old font printed in their place.
const [LESS, MORE] = ['\uE000', '\uE001'];
/** Quotations by packages of LaTeX, which may name their source in brackets; the parser knows one form of them. */
const QUOTATION = /\\(?:text|block|en)quote\*?(?:\[[^[\]]{0,300}\])?(?=\{)/gu;

/** Text as it is given to the parser. */
export const guarded = (source: string) =>
  source
    .replace(QUOTATION, '\\enquote')
    .replace(/\\textless(?![a-z])[ \t]?/giu, LESS)
    .replace(/\\textgreater(?![a-z])[ \t]?/giu, MORE)
    .replaceAll('<', LESS)
    .replaceAll('>', MORE);
/** The same as it was. */
export const unguarded = (text: string) => text.replaceAll(LESS, '<').replaceAll(MORE, '>');

/** The same, its signs of mathematics as signs of money, which stand there where they are not even. */
export const withDollars = (source: string) => source.replace(/(?<!\\)\$/gu, '\\$');

/** Emphasis and links, as the parser writes them; no other tag can stand there. */
const MARKUP = /<\/?[a-z][^<>]{0,5000}>/giu;
/** A text as it is printed. TeX sets an accent on an i without its dot. */
export const plain = (text: string) =>
  unguarded(text.replace(MARKUP, ''))
    .replace(/\u0131(?=\p{M})/gu, 'i')
    .normalize('NFC');

/** A text without TeX’s own command for addresses, where that is all of it. */
export const withoutCommand = (text: string) =>
  /^\\url\{([^{}]*)\}$/u.exec(text.trim())?.[1] ?? text;

const TILDE = /\\(?:textasciitilde(?![a-z])|~)(?:\{\}|[ \t]{1,9})?/giu;
const UNDERSCORE = /\\textunderscore(?![a-z])(?:\{\}|[ \t]{1,9})?/giu;

/** An address without the signs of TeX that some managers write in it: `a\_b?x=1\&y=2`. */
export const addressIn = (text: string): string =>
  text
    .replace(TILDE, '~')
    .replace(UNDERSCORE, '_')
    .replace(/\\([_&%#$^-])/gu, '$1')
    .replace(/[{}]/gu, '');
