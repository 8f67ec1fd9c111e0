import { foldWithOrigin } from '../language/fold.ts';

// biome-ignore format: a table reads better than a column
/**
 * For each Latin letter, the characters that look like it: letters of other scripts, rare Latin letters, small capitals
 * and turned letters. They follow the confusables of Unicode’s UTS #39. Wide, mathematical and circled letters are left
 * out, because NFKD turns them into plain letters.
 */
const ALIKE = {
  a: 'ɑαаΑАᎪꓮᴀɐⱯ∀', b: 'ƄЬᏏꞴΒВᏴꓐʙᴃ', c: 'ᴄⲥсꮯⲤСᏟꓚɔƆↄↃ', d: 'ԁᏧꓒᎠꓓᴅ', e: 'ꬲеҽΕЕᎬꓰᴇǝƎⱻəƏ', f: 'ꬵꞙẝքꞘϜꓝꜰɟⅎℲ',
  g: 'ɡᶃƍցԌᏀᏳꓖɢƃ⅁', h: 'һհᏂΗⲎНᎻꓧʜɥꞍ', i: 'ıɪɩιіꙇӏꭵᎥƖΙⲒІӀꓲᴉ', j: 'ϳјꞲͿЈᎫꓙᴊ', k: 'ΚⲔКᏦꓗᴋʞꞰ', l: '1ⳐᏞꓡʟᴌʅꞁꞀ',
  m: 'ΜϺⲘМᎷꓟᴍ', n: 'ոռΝⲚꓠɴᴎ', o: '0ᴏᴑꬽοⲟоօΟⲞОՕꓳ', p: 'ρⲣрΡⲢРᏢꓑᴘᴩ', q: 'ԛգզꞯ', r: 'ꭇꭈᴦⲅгꮁƦᎡᏒꓣʀɹɾᴙᴚ', s: 'ꜱƽѕꮪЅՏᏕᏚꓢ',
  t: 'ΤⲦТᎢꓔᴛʇꞱ', u: 'ꞟᴜꭎꭒʋυսՍꓴ', v: 'ᴠνѵꮩѴᏙꓦʌɅ', w: 'ᴡѡԝաꮃԜᎳᏔꓪʍ', x: 'хꞳΧⲬХꓫ', y: 'ɣᶌʏỿꭚγуүΥⲨУҮᎩᎽꓬʎ⅄', z: 'ᴢꮓΖᏃꓜ',
};

const LATIN = new Map(
  Object.entries(ALIKE).flatMap(([letter, all]) => [...all].map((one) => [one, letter])),
);

/** Where two alphabets in white on black begin, one round and one square. NFKD does not change them. */
const ENCLOSED = [0x1f150, 0x1f170];
const LETTERS = 26;

const letterFrom = (first: number, code: number): string =>
  code >= first && code < first + LETTERS ? String.fromCharCode(code - first + 0x61) : '';

/** Characters that show nothing: format characters, variation selectors, tags and fillers. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** A letter that looks like both m and w. It is compared as itself. */
export const TURNED_M = 'ɯ';

/**
 * A character in the form in which withheld names are compared: it is folded, and a letter that looks like a Latin
 * letter becomes that letter. An invisible character becomes `''`. In other scripts a small letter and its capital may
 * look like different Latin letters (ν and Ν), or one of them like none.
 */
export function likened(character: string): string {
  const likeness = LATIN.get(character);
  if (likeness !== undefined) return likeness;
  if (INVISIBLE.test(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  const enclosed = ENCLOSED.map((first) => letterFrom(first, code)).join('');
  if (enclosed) return enclosed;
  let all = '';
  for (const part of character.normalize('NFKD'))
    all += LATIN.get(part) ?? foldWithOrigin(part).text;
  return all;
}

const [FLAG, TAG, TAGS] = [0x1f1e6, 0xe0000, 0x80];
/** Variation selectors may stand for bytes: the first 16 are in one block, the others in another. */
const [SELECTOR, SELECTORS, MORE, ALL] = [0xfe00, 16, 0xe0100, 240];

/**
 * The hidden character that a code point stands for: the letter of a flag, the character of a tag, or the byte of a
 * variation selector. `''` if there is none.
 */
export function carried(code: number): string {
  if (code < SELECTOR) return '';
  if (code >= TAG && code < TAG + TAGS) return String.fromCharCode(code - TAG);
  if (code < SELECTOR + SELECTORS) return String.fromCharCode(code - SELECTOR);
  if (code >= MORE && code < MORE + ALL) return String.fromCharCode(code - MORE + SELECTORS);
  return letterFrom(FLAG, code);
}
