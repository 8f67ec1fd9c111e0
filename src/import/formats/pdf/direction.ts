/** The order in which letters are read that a page shows from left to right. */

/** Which way a line or a page is read. */
export type Direction = 'ltr' | 'rtl';

const RIGHT_TO_LEFT = /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;
const MARK = /\p{M}/u;
const ARABIC = /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}]/u;
/** What stands within a number; among Arabic letters a sign before or after it, or a stroke, is not of it. */
const WITHIN = /[.,:/\u066b\u066c]/u;
const WITHIN_OTHERS = /[.,:/+-]/u;
const BESIDE_OTHERS = /[%$€£°#]/u;
const OPENING = '([{<«‹';
const CLOSING = ')]}>»›';

/** How many letters of a text are read from the right, and how many from the left. */
export function lettersOf(text: string): Record<Direction, number> {
  const counts = { ltr: 0, rtl: 0 };
  for (const sign of text)
    if (LETTER.test(sign)) counts[RIGHT_TO_LEFT.test(sign) ? 'rtl' : 'ltr']++;
  return counts;
}

type Kind = 'ltr' | 'rtl' | 'digit' | 'mark' | 'other';
function kindOf(sign: string): Kind {
  if (MARK.test(sign)) return 'mark';
  if (DIGIT.test(sign)) return 'digit';
  if (!LETTER.test(sign)) return 'other';
  return RIGHT_TO_LEFT.test(sign) ? 'rtl' : 'ltr';
}

/** For each place the next one at which a kind stands; their number where none follows. */
function nextOf(kinds: readonly Kind[], kind: Kind): number[] {
  const next: number[] = [];
  for (let at = kinds.length - 1; at >= 0; at--)
    next[at] = kinds[at] === kind ? at : (next[at + 1] ?? kinds.length);
  return next;
}

/** Where a number ends, with the signs that are of it. */
function endOfNumber(
  signs: readonly string[],
  kinds: readonly Kind[],
  from: number,
  isArabic: boolean,
): number {
  const inside = isArabic ? WITHIN : WITHIN_OTHERS;
  let end = from + 1;
  while (
    kinds[end] === 'digit' ||
    (kinds[end + 1] === 'digit' && inside.test(signs[end] ?? '')) ||
    (!isArabic && BESIDE_OTHERS.test(signs[end] ?? ''))
  )
    end++;
  return end;
}

/** The stretches of a line that are read the other way than the line: where each begins, and where it ends. */
function stretchesOf(signs: readonly string[], base: Direction): Map<number, number> {
  const kinds = signs.map(kindOf);
  const other = base === 'rtl' ? 'ltr' : 'rtl';
  const [ownNext, otherNext] = [nextOf(kinds, base), nextOf(kinds, other)];
  const isArabic = signs.some((sign) => ARABIC.test(sign));
  const stretches = new Map<number, number>();
  for (let at = 0; at < signs.length; ) {
    const isNumber = kinds[at] === 'digit' && base === 'rtl';
    if (kinds[at] !== other && !isNumber) {
      at++;
      continue;
    }
    const stop = ownNext[at] ?? signs.length;
    let end = at + 1;
    // Signs between two letters or numbers are of both, those at an edge of none; of numbers alone each has its own place.
    if ((otherNext[at] ?? stop) < stop) {
      for (let place = end; place < stop; place++) if (kinds[place] !== 'other') end = place + 1;
    } else end = endOfNumber(signs, kinds, at, isArabic);
    stretches.set(at, end);
    at = end;
  }
  return stretches;
}

/** Signs as they are mirrored, where they are read from the right. */
function mirrored(sign: string): string {
  const opening = OPENING.indexOf(sign);
  if (opening >= 0) return CLOSING[opening] ?? sign;
  const closing = CLOSING.indexOf(sign);
  return closing >= 0 ? (OPENING[closing] ?? sign) : sign;
}

/** Whether brackets stand as they are seen from left to right: 1, the other way: -1, or none to tell it by: 0. */
export function bracketsOf(shown: string): number {
  const signs = [...shown].filter((sign) => (OPENING + CLOSING).includes(sign));
  const [first = '', last = ''] = [signs[0], signs.at(-1)];
  if (OPENING.includes(first) && CLOSING.includes(last)) return signs.length > 1 ? 1 : 0;
  return signs.length > 1 && CLOSING.includes(first) && OPENING.includes(last) ? -1 : 0;
}

/**
 * What is seen from left to right as it is read; and, since a turn turned is none, the other way about. Brackets of
 * what is read from the right are mirrored where asked.
 */
export function turned(shown: string, base: Direction, mirrors = false): string {
  const signs = [...shown];
  const stretches = stretchesOf(signs, base);
  const parts: string[] = [];
  const asRead = (sign: string) => (mirrors ? mirrored(sign) : sign);
  for (let at = 0; at < signs.length; ) {
    const end = stretches.get(at);
    const stretch = signs.slice(at, end ?? at + 1);
    if (base === 'rtl')
      parts.push(...(end === undefined ? stretch.map(asRead) : [stretch.join('')]));
    else parts.push(end === undefined ? stretch.join('') : backwards(stretch.map(asRead)));
    at = end ?? at + 1;
  }
  return (base === 'rtl' ? parts.toReversed() : parts).join('');
}

/** A stretch read from the right: its numbers stay as they are. */
function backwards(signs: readonly string[]): string {
  const parts: string[] = [];
  let number: string[] = [];
  for (const sign of signs.toReversed()) {
    if (DIGIT.test(sign)) number.push(sign);
    else {
      parts.push(...number.toReversed(), sign);
      number = [];
    }
  }
  parts.push(...number.toReversed());
  return parts.join('');
}
