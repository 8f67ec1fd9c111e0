/**
 * Folding makes different spellings equal for search. It is never used to store or show a text. It removes differences
 * of case, accents, Arabic and Hebrew points, dashes, apostrophes, and letters that Unicode does not decompose
 * (ł ø ı ß đ).
 */

// biome-ignore format: a table reads better than a column
/** Letters and signs that NFKD does not change, and what a reader types for them. */
const TYPED = new Map<string, string>(
  Object.entries({
  ł: 'l', ø: 'o', ı: 'i', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ħ: 'h', ŧ: 't', ŋ: 'ng',
  '’': "'", '‘': "'", ʼ: "'", '′': "'", '`': "'", '´': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  ς: 'σ', ٱ: 'ا', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', '׳': "'", '״': '"',
}));

// Dashes separate words as a space does: “Tel Aviv-Yafo” is found as “Tel Aviv Yafo”.
const DASH = /[\u002d\u058a\u05be\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
const SPACE = /\s/u;

// Marks that writers may leave out. Other marks stay: in Devanagari, Thai or Japanese a mark gives a letter its sound.
// ʿ and ʾ, tatweel, soft hyphens and direction marks are dropped too.
const DROPPED = new RegExp(
  '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff' + // Latin, Greek, Cyrillic
    '\\u0591-\\u05bd\\u05bf-\\u05c7' + // Hebrew points
    '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed' + // Arabic points, tatweel
    '\\u02be\\u02bf\\u00ad\\u061c\\u200b-\\u200f\\u2060\\ufeff]',
  'u',
);

const PLAIN = /^[\x20-\x2c\x2e-\x5f\x61-\x7e]*$/;

function foldCharacter(character: string): string {
  let folded = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (DROPPED.test(part)) continue;
    if (DASH.test(part) || SPACE.test(part)) folded += ' ';
    else if (part >= '\u0660' && part <= '\u0669') folded += part.charCodeAt(0) - 0x660;
    else if (part >= '\u06f0' && part <= '\u06f9') folded += part.charCodeAt(0) - 0x6f0;
    else folded += TYPED.get(part) ?? part;
  }
  return folded;
}

const characters = new Map<string, string>();

function foldKnown(character: string): string {
  let folded = characters.get(character);
  if (folded === undefined) {
    folded = foldCharacter(character);
    characters.set(character, folded);
  }
  return folded;
}

/** A folded text in which each character remembers where in the original it came from. */
export interface Folded {
  /** The folded text; white space and dashes are single spaces. */
  text: string;
  /** The index in the original of the character at each index of `text`, and one past the end. */
  origin: (index: number) => number;
}

/** Folds a text and keeps the way back to it, so that what was found can be shown as it was written. */
export function foldWithOrigin(original: string): Folded {
  if (PLAIN.test(original) && !original.includes('  ')) {
    return { text: original.toLowerCase(), origin: (index) => index };
  }
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    for (const folded of foldKnown(character)) {
      // An array, because reading the end of a string while it grows would copy it each time.
      if (folded === ' ' && parts.at(-1) === ' ') continue;
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit++) origins.push(at);
    }
    at += character.length;
  }
  return { text: parts.join(''), origin: (index) => origins[index] ?? original.length };
}

/** The folded form of a spelling or a query. */
export function fold(original: string): string {
  return foldWithOrigin(original).text.trim();
}

/** The words of a text, folded, in order; a word is a run of letters, digits and inner apostrophes. */
export function foldedWords(original: string): string[] {
  return fold(original).match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}
