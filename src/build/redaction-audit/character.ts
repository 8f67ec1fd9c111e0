import { fromHtml } from 'hast-util-from-html';
import { gapOf, isLetter, unitsOfCharacter } from '../../domain/withholding/word.ts';
import type { BareWords } from './bare-words.ts';

/** A character that was written as something else, and the index of what follows. */
export interface Written {
  code: number;
  next: number;
}

const SLICE = 48;
const REFERENCE =
  /^&(?:(?:amp|#0*38|#x0*26);)*(?:#0*(?<decimal>\d{1,7});?|#x0*(?<hex>[\da-f]{1,6});?|(?<name>[a-z][\da-z]*);)/i;

const named = new Map<string, number>();

/** The first code point of a named reference; NaN where HTML has none of this name. */
function namedCode(name: string): number {
  let code = named.get(name);
  if (code === undefined) {
    const [text] = fromHtml(`&${name};`, { fragment: true }).children;
    const value = text?.type === 'text' ? text.value : '&';
    code =
      value.startsWith('&') && name.toLowerCase() !== 'amp' ? NaN : (value.codePointAt(0) ?? NaN);
    named.set(name, code);
  }
  return code;
}

/**
 * The character that a reference of HTML or XML at an index stands for, such as `&#65;`; also where its “&” is escaped
 * too, as in `&amp;eacute;`. Undefined where there is none.
 */
export function referenced(bytes: Buffer, at: number): Written | undefined {
  const match = REFERENCE.exec(bytes.toString('latin1', at, at + SLICE));
  if (!match) return undefined;
  const { decimal, hex, name } = match.groups ?? {};
  const code =
    name === undefined ? Number.parseInt(decimal ?? hex ?? '', decimal ? 10 : 16) : namedCode(name);
  return code <= 0x10ffff ? { code, next: at + match[0].length } : undefined;
}

const ESCAPE =
  /^\\+(?:u\{(?<point>[\da-f]{1,6})\}|u(?<unit>[\da-f]{4})(?:\\+u(?<low>d[c-f][\da-f]{2}))?|x(?<byte>[\da-f]{2}))/i;

/** The character that an escape of JSON or JavaScript at an index stands for: `\u0041`, `\x41`. Undefined for none. */
export function escaped(bytes: Buffer, at: number): Written | undefined {
  const match = ESCAPE.exec(bytes.toString('latin1', at, at + SLICE));
  if (!match) return undefined;
  const { point, unit = '', low, byte } = match.groups ?? {};
  const isPair = low !== undefined && /^d[89ab]/i.test(unit);
  const text = isPair
    ? String.fromCharCode(Number.parseInt(unit, 16), Number.parseInt(low, 16))
    : '';
  const code = isPair ? (text.codePointAt(0) ?? 0) : Number.parseInt(point ?? byte ?? unit, 16);
  const unread = low !== undefined && !isPair ? match[0].length - match[0].lastIndexOf('\\') : 0;
  return code <= 0x10ffff ? { code, next: at + match[0].length - unread } : undefined;
}

const PERCENT = /^%(?:25)*(?<bytes>[\da-f]{2}(?:%(?:25)*[89ab][\da-f])*)/i;

/**
 * The character that percent-encoding at an index stands for: `%C3%A9`, and also `%2541`, which was encoded twice.
 * Undefined where there is none.
 */
export function unescaped(bytes: Buffer, at: number): Written | undefined {
  const match = PERCENT.exec(bytes.toString('latin1', at, at + SLICE));
  const encoded = match?.groups?.['bytes']?.replace(/%(?:25)*/g, '') ?? '';
  const [character = ''] = Buffer.from(encoded, 'hex').toString();
  if (!match || character === '' || character === '\ufffd') return undefined;
  const code = character.codePointAt(0) ?? 0;
  const length = Buffer.byteLength(character);
  // Only the first character of a run of encoded bytes is taken; the rest is read next.
  const used = new RegExp(`^%(?:25)*[\\da-f]{2}(?:%(?:25)*[\\da-f]{2}){${length - 1}}`, 'i');
  return { code, next: at + (used.exec(match[0])?.[0].length ?? 1) };
}

/** Stands for the end of a word among the units of a folded character. */
const GAP = 0;
/** Marks a character that is not exactly one unit. */
const OTHER = -1;
const UNKNOWN = -2;

// Most characters fold to one unit, which is kept here for speed.
const units = new Int32Array(0x10000).fill(UNKNOWN);
const others = new Map<number, readonly number[]>();

function unitsOf(code: number): readonly number[] {
  const folded = unitsOfCharacter(String.fromCodePoint(code)).flatMap((letter) =>
    letter === '' ? [GAP] : Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at)),
  );
  const [unit = OTHER] = folded;
  const isOne = folded.length === 1 && code < units.length;
  if (isOne) units[code] = unit;
  else {
    units[code] = OTHER;
    others.set(code, folded);
  }
  return folded;
}

/**
 * Appends a character to words in the form in which names are compared: folded, look-alikes as the Latin letter, each
 * letter of a script without spaces as a word.
 * @param place where it begins, in bytes
 */
export function putFolded(code: number, words: BareWords, place: number): void {
  const unit = units[code] ?? UNKNOWN;
  if (unit > GAP) words.letter(unit, code, place);
  else if (unit === GAP) words.gap(kindsOf(code));
  else {
    for (const one of others.get(code) ?? unitsOf(code)) {
      if (one === GAP) words.gap(kindsOf(code));
      else words.letter(one, code, place);
    }
  }
}

const kinds = new Map<number, number>();

/** How a character separates words: bits of `GAP`; 0 for a letter of a script without spaces, which is a word itself. */
function kindsOf(code: number): number {
  let kind = kinds.get(code);
  if (kind === undefined) {
    const character = String.fromCodePoint(code);
    kind = isLetter(character) ? 0 : gapOf(character);
    kinds.set(code, kind);
  }
  return kind;
}
