import { foldWithOrigin } from '../language/fold.ts';

// biome-ignore format: a table reads better than a column
/**
 * Letters of other scripts, and rare ones of the Latin, that look like a Latin letter, after the confusables of Unicode’s
 * UTS #39, with small capitals and turned letters. Those that NFKD takes to a letter are not among them: wide, mathematical
 * and circled ones.
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

/** The alphabets in white on black, round and square, that NFKD leaves alone. */
const ENCLOSED = [0x1f150, 0x1f170];
const LETTERS = 26;

const letterFrom = (first: number, code: number): string =>
  code >= first && code < first + LETTERS ? String.fromCharCode(code - first + 0x61) : '';

/** What shows nothing where it stands: format characters, variation selectors, tags and fillers. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Looks like an m and like a w, and is compared as itself. */
export const TURNED_M = 'ɯ';

/**
 * A character as withheld names are compared: folded, and a letter that looks like a Latin one as that. A small letter of
 * another script may look like another Latin one than its capital (ν and Ν), or like none.
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
/** Variation selectors stand for bytes: the first 16 in one block, the others in another. */
const [SELECTOR, SELECTORS, MORE, ALL] = [0xfe00, 16, 0xe0100, 240];

/** The character that one carries which is read as another thing, or as nothing: a letter of a flag, a tag, a byte. */
export function carried(code: number): string {
  if (code < SELECTOR) return '';
  if (code >= TAG && code < TAG + TAGS) return String.fromCharCode(code - TAG);
  if (code < SELECTOR + SELECTORS) return String.fromCharCode(code - SELECTOR);
  if (code >= MORE && code < MORE + ALL) return String.fromCharCode(code - MORE + SELECTORS);
  return letterFrom(FLAG, code);
}
