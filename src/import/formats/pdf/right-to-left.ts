import { bracketsOf, type Direction, lettersOf, turned } from './direction.ts';
import { leftOf, rightOf, usualSize } from './line.ts';
import type { Piece } from './piece.ts';

/** Pages with Arabic or Hebrew, which most programs store as it is seen: from left to right, in the shapes of its letters. */

/** An item of a page, as a file draws it; one without letters is a space. */
export interface Drawn extends Piece {
  direction: string;
}

/** Which way most of what is drawn is read; nothing where no letter is read from the right. */
export function directionOf(items: readonly Drawn[]): Direction | undefined {
  const { ltr, rtl } = lettersOf(items.map(({ text }) => text).join(''));
  if (rtl === 0) return undefined;
  return rtl > ltr ? 'rtl' : 'ltr';
}

/** Items that stand beside each other on one line, in the order in which they are drawn. */
function runsOf(items: readonly Drawn[], farthest: number): Drawn[][] {
  const runs: Drawn[][] = [];
  let [left, right] = [0, 0];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const size = last ? Math.max(last.size, item.size) : 0;
    const isSame =
      last &&
      last.mark === item.mark &&
      Math.abs(last.base - item.base) < Math.min(last.size, item.size) * 0.4 &&
      item.left - right < farthest * size &&
      left - item.right < farthest * size;
    if (run && isSame) run.push(item);
    else runs.push([item]);
    left = isSame ? Math.min(left, item.left) : item.left;
    right = isSame ? Math.max(right, item.right) : item.right;
  }
  return runs.filter((run) => run.some((item) => !isSpace(item)));
}

const isMark = ({ text }: Drawn) => /^\p{M}+$/u.test(text.trim());
const isSpace = ({ text }: Drawn) => text.trim() === '';

/** What a run shows from left to right. */
function shownBy(run: readonly Drawn[]): string {
  // A sign above a letter has the place of the letter that is drawn with it, the next one.
  const places = new Map<Drawn, number>();
  let place = run.at(-1)?.left ?? 0;
  for (const item of run.toReversed()) {
    if (!isMark(item) && !isSpace(item)) place = item.left;
    places.set(item, isSpace(item) ? item.left : place);
  }
  const inOrder = run.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  let shown = '';
  let right: number | undefined;
  for (const item of inOrder) {
    const isApart = right !== undefined && item.left - right > item.size * 0.15;
    if (isApart && !isMark(item)) shown += ' ';
    shown += turned(
      isMark(item) ? item.text.trim() : item.text,
      item.direction === 'rtl' ? 'rtl' : 'ltr',
    );
    if (!isMark(item)) right = item.right;
  }
  return shown.replace(/ {2,}/gu, ' ');
}

/** Words of the other direction alone, on a page that is read from the right: a point at their left ends them. */
const POINTS = /^([.,:;!?…]{1,3})(.*)$/su;

function readFrom(shown: string, page: Direction, mirrors: boolean): [string, boolean] {
  const { ltr, rtl } = lettersOf(shown);
  if (rtl > 0 && (page === 'rtl' || rtl > ltr)) return [turned(shown, 'rtl', mirrors), true];
  if (rtl > 0) return [turned(shown, 'ltr', mirrors), false];
  const [, points, words] = (page === 'rtl' && ltr > 0 && POINTS.exec(shown.trim())) || [];
  if (points !== undefined && words !== undefined)
    return [words + [...points].toReversed().join(''), true];
  return [shown, page === 'rtl'];
}

/**
 * The pieces of a page with letters that are read from the right. Where most are, the page is given as in a mirror, so
 * that each line begins at its left as others do.
 */
export function piecesFromTheRight(
  items: readonly Drawn[],
  page: Direction,
  width: number,
  farthest: number,
): Piece[] {
  const shown = runsOf(items, farthest).map((run) => ({ run, text: shownBy(run) }));
  const brackets = shown
    .filter(({ text }) => lettersOf(text).rtl > 0)
    .reduce((sum, { text }) => sum + bracketsOf(text), 0);
  return shown.map(({ run, text }) => {
    const [words, isRightToLeft] = readFrom(text, page, brackets >= 0);
    const solid = run.filter((one) => !isSpace(one));
    const [left, right] = [leftOf(solid), rightOf(solid)];
    const isMirrored = page === 'rtl';
    return {
      text: words,
      left: isMirrored ? width - right : left,
      right: isMirrored ? width - left : right,
      base: solid[0]?.base ?? 0,
      size: usualSize(solid),
      isAgainst: isRightToLeft !== isMirrored,
      mark: run[0]?.mark,
    };
  });
}
