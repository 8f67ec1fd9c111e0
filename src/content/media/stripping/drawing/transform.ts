import { mustHold } from '../unsound.ts';
import { numbersIn } from './svg-number.ts';

/** How a drawing is turned in space: what is left of it on the page, only readers reckon. */
const IN_SPACE = /3d\(|rotate[xy]\(|perspective\(/;

/**
 * Whether a transformation draws everything on one line or point.
 *
 * @throws UnsoundFile where it turns the drawing in space
 */
export function isFlat(transform: string | undefined): boolean {
  if (transform === undefined) return false;
  const cannotTell = 'What the styles of the drawing turn out of sight cannot be told.';
  mustHold(!IN_SPACE.test(transform), cannotTell);
  return transform.split(')').some((part) => {
    const open = part.indexOf('(');
    const kind = part.slice(0, Math.max(0, open)).replaceAll(',', ' ').trim();
    const numbers = numbersIn(part.slice(open + 1));
    const [a = 1, b = a, c, d] = numbers;
    if (kind === 'matrix')
      return numbers.length === 6 && c !== undefined && d !== undefined && a * d - b * c === 0;
    if (kind === 'scale') return (a === 0 || b === 0) && numbers.length < 3;
    return (kind === 'scalex' || kind === 'scaley') && a === 0;
  });
}
