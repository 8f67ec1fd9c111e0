import { mustHold } from '../unsound.ts';
import type { Cascade } from './cascade.ts';
import type { Drawn } from './drawing-tree.ts';

/** What is drawn with, as what stands in an element inherits it. */
export interface Paint {
  isVisible: boolean;
  values: ReadonlyMap<string, string>;
  /** Whether something else refers to what it stands in, and may paint it. */
  isUsed: boolean;
}

export const PAINTED: Paint = { isVisible: true, values: new Map(), isUsed: false };
/** What is drawn where something refers to it, which may draw its lines as well. */
export const USED: Paint = {
  isVisible: true,
  values: new Map([['stroke', 'black']]),
  isUsed: true,
};

const INHERITED = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'color'];
const OF_WORDS = [...INHERITED, 'font-size'];
const HIDDEN = new Set(['hidden', 'collapse']);
const SEEN = new Set(['visible', 'initial']);
const FROM_ABOVE = new Set(['inherit', 'unset', 'revert', 'revert-layer']);
const MARKERS = ['marker', 'marker-start', 'marker-mid', 'marker-end'];

/** How a number of a property ends the drawing. @throws UnsoundFile where it is reckoned only by readers */
function isNothing(value: string | undefined): boolean {
  if (value === undefined) return false;
  mustHold(!value.includes('('), 'What the styles of the drawing hide cannot be told.');
  return Number.parseFloat(value) <= 0;
}

/** Whether a colour is wholly transparent: of its parts the fourth says so. */
function isClear(colour: string): boolean {
  if (colour === 'transparent' || colour === 'none') return true;
  if (/^#(?:[\da-f]{3}0|[\da-f]{6}00)$/.test(colour)) return true;
  if (!/^(?:rgb|hsl)a?\(/.test(colour) || !colour.endsWith(')')) return false;
  const parts = colour
    .slice(colour.indexOf('(') + 1, -1)
    .split(/[\s,/]/)
    .filter(Boolean);
  return parts.length === 4 && Number.parseFloat(parts[3] ?? '') <= 0;
}

/** What an element is drawn with, and what stands in it, unless it says otherwise. */
export function paintOf(cascade: Cascade, element: Drawn, above: Paint): Paint {
  const said = cascade.valueOf(element, 'visibility') ?? 'inherit';
  const isVisible = SEEN.has(said) || (above.isVisible && !HIDDEN.has(said));
  const own = OF_WORDS.flatMap((name) => {
    const value = cascade.valueOf(element, name);
    return value === undefined || FROM_ABOVE.has(value) ? [] : [[name, value] as const];
  });
  const values = own.length > 0 ? new Map([...above.values, ...own]) : above.values;
  return { isVisible, values, isUsed: above.isUsed };
}

/** Whether what is drawn so is seen. @param isOfWords whether words are drawn, which have a size */
export function isSeen(
  cascade: Cascade,
  { attributes }: Drawn,
  { isVisible, values }: Paint,
  isOfWords: boolean,
): boolean {
  if (!isVisible) return false;
  if (isOfWords && isNothing(values.get('font-size'))) return false;
  if (INHERITED.some((name) => cascade.isUntold(name))) return true;
  const isUnpainted = (name: string, usual: string) => {
    const stated = values.get(name) ?? usual;
    const colour = stated === 'currentcolor' ? (values.get('color') ?? 'black') : stated;
    return (
      isClear(colour === 'initial' ? usual : colour) || isNothing(values.get(`${name}-opacity`))
    );
  };
  const isStroked = !isUnpainted('stroke', 'none') && !isNothing(values.get('stroke-width'));
  if (isStroked || !isUnpainted('fill', 'black')) return true;
  // An outline without paint may carry markers, or words that refer to it.
  return !isOfWords && (attributes.has('id') || MARKERS.some((name) => attributes.has(name)));
}

/** Whether a transformation draws everything on one line or point. */
export function isFlat(transform: string | undefined): boolean {
  return (transform ?? '').split(')').some((part) => {
    const [kind = '', inside = ''] = part.split('(').map((one) => one.replaceAll(',', ' ').trim());
    const [a = 1, b = a, c = 0, d = 0] = inside.split(/\s/).filter(Boolean).map(Number.parseFloat);
    if (kind === 'matrix') return a * d - b * c === 0;
    if (kind === 'scale') return a === 0 || b === 0;
    return (kind === 'scalex' || kind === 'scaley') && a === 0;
  });
}

/** Whether an element that has a window of its own has one without size. */
export function isWithoutSize({ local, attributes }: Drawn): boolean {
  if (local !== 'svg' && local !== 'symbol') return false;
  const [, , wide, high] = (attributes.get('viewBox') ?? '').split(/[\s,]/).filter(Boolean);
  const sizes = [wide, high, attributes.get('width'), attributes.get('height')];
  return sizes.some((size) => size !== undefined && Number.parseFloat(size) === 0);
}
