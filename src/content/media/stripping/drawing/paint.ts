import type { Cascade } from './cascade.ts';
import { FROM_ABOVE, isClear } from './colour.ts';
import { type Drawn, elementsOf } from './drawing-tree.ts';
import { PAINTING_BESIDES } from './hiding.ts';
import { asksForMade, isMade, resolved } from './made-values.ts';
import { isNothing } from './svg-number.ts';

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
const OF_WORDS = new Set([...INHERITED, ...PAINTING_BESIDES, 'font-size']);
/** What paints nothing besides. */
const NOTHING = new Set(['none', '0', '0px', 'initial', 'currentcolor']);
const HIDDEN = new Set(['hidden', 'collapse']);
const SEEN = new Set(['visible', 'initial']);
const MARKERS = ['marker', 'marker-start', 'marker-mid', 'marker-end'];

/** What a drawing refers to, by its id. */
type Named = ReadonlyMap<string, Drawn>;

const SERVER = /^url\(\s{0,10}["']?#([^\s"')]{1,200})["']?\s{0,10}\)\s{0,10}/;
const GRADIENTS = new Set(['lineargradient', 'radialgradient']);

/** Whether what is painted by what something else says is not: that is not there, or is a gradient without colours. */
function isUnserved(paint: string, named: Named): boolean {
  const [address = '', id] = SERVER.exec(paint) ?? [];
  if (id === undefined) return isClear(paint);
  const server = named.get(id);
  if (!server) return isClear(paint.slice(address.length) || 'none');
  const isGradient = GRADIENTS.has(server.local.toLowerCase());
  const leadsOn = server.attributes.has('href') || server.attributes.has('xlink:href');
  return isGradient && !leadsOn && elementsOf(server).every(({ local }) => local !== 'stop');
}

/** The values that an element paints with, and those that it makes, with those of what it stands in. */
function valuesOf(
  cascade: Cascade,
  element: Drawn,
  { values: above, isUsed }: Paint,
): ReadonlyMap<string, string> {
  const own = [...cascade.valuesOf(element)].filter(
    ([name, value]) => (isMade(name) || OF_WORDS.has(name)) && !FROM_ABOVE.has(value.toLowerCase()),
  );
  if (own.length === 0) return above;
  cascade.count(above.size);
  const values = new Map(above);
  const made = own.filter(([name]) => isMade(name));
  for (const [name, value] of made)
    if (value.toLowerCase() === 'initial') values.delete(name);
    else values.set(name, value);
  // Elsewhere, where it is used, another value may hold.
  const madeValue = (name: string) =>
    cascade.isUntold(name) || (isUsed && cascade.made.has(name))
      ? cascade.made.oneOf(name)
      : values.get(name);
  const set = (name: string, value: string) => {
    const said = resolved(value, madeValue);
    if (said !== undefined && !FROM_ABOVE.has(said)) values.set(name, said);
    else if (isMade(name)) values.delete(name);
  };
  for (const [name, value] of made) if (asksForMade(value)) set(name, value);
  for (const [name, value] of own) if (!isMade(name)) set(name, value);
  return values;
}

/** What an element is drawn with, and what stands in it, unless it says otherwise. */
export function paintOf(cascade: Cascade, element: Drawn, above: Paint): Paint {
  const said = cascade.valueOf(element, 'visibility') ?? 'inherit';
  const isVisible = SEEN.has(said) || (above.isVisible && !HIDDEN.has(said));
  return { isVisible, values: valuesOf(cascade, element, above), isUsed: above.isUsed };
}

/**
 * Whether what is drawn so is seen.
 *
 * @param named what it may be painted with
 * @param isOfWords whether words are drawn, which have a size
 */
export function isSeen(
  cascade: Cascade,
  { attributes }: Drawn,
  { isVisible, values }: Paint,
  named: Named,
  isOfWords: boolean,
): boolean {
  if (!isVisible) return false;
  if (isOfWords && isNothing(values.get('font-size'))) return false;
  if ([...INHERITED, ...PAINTING_BESIDES].some((name) => cascade.isUntold(name))) return true;
  if (PAINTING_BESIDES.some((name) => !NOTHING.has(values.get(name) ?? 'none'))) return true;
  const isUnpainted = (name: string, usual: string) => {
    const stated = values.get(name) ?? usual;
    const colour = stated === 'currentcolor' ? (values.get('color') ?? 'black') : stated;
    return (
      isUnserved(colour === 'initial' ? usual : colour, named) ||
      isNothing(values.get(`${name}-opacity`))
    );
  };
  const isStroked = !isUnpainted('stroke', 'none') && !isNothing(values.get('stroke-width'));
  if (isStroked || !isUnpainted('fill', 'black')) return true;
  // An outline without paint may carry markers, or words that refer to it.
  return !isOfWords && (attributes.has('id') || MARKERS.some((name) => attributes.has(name)));
}

/** Whether an element that has a window of its own has one without size. */
export function isWithoutSize({ local, attributes }: Drawn): boolean {
  if (local !== 'svg' && local !== 'symbol') return false;
  const [, , wide, high] = (attributes.get('viewBox') ?? '').split(/[\s,]/).filter(Boolean);
  const sizes = [wide, high, attributes.get('width'), attributes.get('height')];
  return sizes.some((size) => size !== undefined && Number.parseFloat(size) === 0);
}

/** What makes the size of a shape. */
const SIZES = new Map([
  ['rect', ['width', 'height']],
  ['circle', ['r']],
  ['ellipse', ['rx', 'ry']],
]);

/** Whether a shape that cuts is without size, as its attributes say. Styles may say otherwise. */
export const cutsAll = ({ local, attributes }: Drawn): boolean =>
  !['class', 'style', 'id'].some((name) => attributes.has(name)) &&
  (SIZES.get(local) ?? []).some((name) => isNothing(attributes.get(name)));
