import { mustHold } from '../unsound.ts';
import { isNothing } from './svg-number.ts';

/** Words by which a property has the value of what an element stands in. */
export const FROM_ABOVE: ReadonlySet<string> = new Set([
  'inherit',
  'unset',
  'revert',
  'revert-layer',
]);
const SPACES = new Set('rgb rgba hsl hsla hwb lab lch oklab oklch color'.split(' '));

/** Whether a colour is wholly transparent: of its parts the last says so. @throws UnsoundFile where readers reckon it */
export function isClear(colour: string): boolean {
  if (colour === 'transparent' || colour === 'none') return true;
  if (/^#(?:[\da-f]{3}0|[\da-f]{6}00)$/.test(colour)) return true;
  const open = colour.indexOf('(');
  if (open < 0 || colour.startsWith('url(')) return false;
  const inside = colour.slice(open + 1, -1);
  mustHold(
    SPACES.has(colour.slice(0, open)) && colour.endsWith(')') && !inside.includes('('),
    'What the styles of the drawing hide cannot be told.',
  );
  const opacity = inside.split('/')[1]?.trim();
  if (opacity !== undefined) return opacity === 'none' || isNothing(opacity);
  const numbers = inside.split(/[\s,]/).filter(Boolean);
  return /^(?:rgb|hsl)/.test(colour) && numbers.length === 4 && isNothing(numbers[3]);
}
