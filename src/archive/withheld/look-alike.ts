import { foldWithOrigin } from '../fold.ts';

// biome-ignore format: a table reads better than a column
/**
 * Letters of other scripts, and rare ones of the Latin, that look like a Latin letter, after the confusables of Unicode’s
 * UTS #39. Those that NFKD takes to a letter are not among them: wide, mathematical and circled ones.
 */
const ALIKE = {
  a: 'ɑαаΑАᎪꓮ', b: 'ƄЬᏏꞴΒВᏴꓐ', c: 'ᴄⲥсꮯⲤСᏟꓚ', d: 'ԁᏧꓒᎠꓓ', e: 'ꬲеҽΕЕᎬꓰ', f: 'ꬵꞙẝքꞘϜꓝ',
  g: 'ɡᶃƍցԌᏀᏳꓖ', h: 'һհᏂΗⲎНᎻꓧ', i: 'ıɪɩιіꙇӏꭵᎥƖΙⲒІӀꓲ', j: 'ϳјꞲͿЈᎫꓙ', k: 'ΚⲔКᏦꓗ', l: '1ⳐᏞꓡ',
  m: 'ΜϺⲘМᎷꓟ', n: 'ոռΝⲚꓠ', o: '0ᴏᴑꬽοⲟоօΟⲞОՕꓳ', p: 'ρⲣрΡⲢРᏢꓑ', q: 'ԛգզ', r: 'ꭇꭈᴦⲅгꮁƦᎡᏒꓣ', s: 'ꜱƽѕꮪЅՏᏕᏚꓢ',
  t: 'ΤⲦТᎢꓔ', u: 'ꞟᴜꭎꭒʋυսՍꓴ', v: 'ᴠνѵꮩѴᏙꓦ', w: 'ɯᴡѡԝաꮃԜᎳᏔꓪ', x: 'хꞳΧⲬХꓫ', y: 'ɣᶌʏỿꭚγуүΥⲨУҮᎩᎽꓬ', z: 'ᴢꮓΖᏃꓜ',
};

const LATIN = new Map(
  Object.entries(ALIKE).flatMap(([letter, all]) => [...all].map((one) => [one, letter])),
);

/**
 * A character as withheld names are compared: folded, and a letter that looks like a Latin one as that. A small letter of
 * another script may look like another Latin one than its capital (ν and Ν), or like none.
 */
export function likened(character: string): string {
  const likeness = LATIN.get(character);
  if (likeness !== undefined) return likeness;
  let all = '';
  for (const part of character.normalize('NFKD'))
    all += LATIN.get(part) ?? foldWithOrigin(part).text;
  return all;
}
