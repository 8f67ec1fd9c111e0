import { mustHold } from '../unsound.ts';
import { isMade } from './made-values.ts';
import type { Declaration } from './style-sheet.ts';
import { isNumber } from './svg-number.ts';

/** The properties by which something is not shown: where a rule for them cannot be told, nothing can. */
export const HIDING = new Set(['display', 'visibility', 'opacity']);
/** Those by which it is not seen, of which most drawings have many: what cannot be told of them counts as seen. */
export const PAINTING = new Set([
  ...['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'color', 'font-size'],
  ...['clip-path', 'mask', 'transform'],
  ...['outline', 'outline-style', 'text-shadow', '-webkit-text-stroke', '-webkit-text-fill-color'],
]);
/** What paints besides fill and stroke, in browsers alone: whatever it says, something counts as painted. */
export const PAINTING_BESIDES: readonly string[] = [...PAINTING].slice(-5);
/** What hides as well, in ways that only readers reckon; with the values that hide nothing. */
const RECKONED = new Map([
  ['content-visibility', ['visible', 'auto']],
  ['scale', ['none', '1']],
  ['rotate', ['none']],
  ['zoom', ['normal', '1', '100%']],
  ['offset-path', ['none']],
  ['mask-image', ['none']],
  ['-webkit-mask', ['none']],
  ['-webkit-mask-image', ['none']],
]);
const OF_ALL = ['initial', 'inherit', 'unset', 'revert', 'revert-layer'];
const NUMERIC = new Set(['opacity', 'fill-opacity', 'stroke-opacity', 'stroke-width', 'font-size']);
/** The words that `display` and `visibility` are said in; readers pass over any other. */
const SAID = new Map(
  Object.entries({
    display:
      'none inline block contents flow flow-root list-item run-in compact marker flex inline-flex grid inline-grid inline-block ruby table inline-table table-row-group table-header-group table-footer-group table-row table-column-group table-column table-cell table-caption -webkit-box -webkit-inline-box math',
    visibility: 'visible hidden collapse',
  }).map(([name, words]) => [name, new Set(words.split(' '))]),
);
const KEYWORD = /^[a-z]+(?:-[a-z]+){0,4}$/i;
/** Where `font` has its size: the first number with a unit, or 0. */
const SIZE =
  /(?:^|\s)([+-]?(?:0(?:\.0{1,20})?|[\d.]{1,20}(?:e[+-]?\d{1,3})?(?:%|[a-z]{1,5})))(?=[\s/])/i;

/** Whether readers take a value for one of its property, and do not pass over it. */
export function isOf(name: string, value: string): boolean {
  const plain = value.trim().toLowerCase();
  if (plain === '') return false;
  const said = SAID.get(name);
  if (said && !OF_ALL.includes(plain) && !/[(!]/.test(plain))
    return plain.split(/\s/).every((word) => word === '' || said.has(word));
  if (!NUMERIC.has(name) || OF_ALL.includes(plain) || /[(!]/.test(plain)) return true;
  return isNumber(plain) || (name === 'font-size' && KEYWORD.test(plain));
}

/** What is said of how something is shown, where `font` says several things at once. @throws UnsoundFile */
export function showingOf(declarations: readonly Declaration[]): Declaration[] {
  const cannotTell = 'What the styles of the drawing hide cannot be told.';
  return declarations
    .map(([name, value]): Declaration => {
      const harmless = RECKONED.get(name);
      mustHold(!harmless || [...harmless, ...OF_ALL].includes(value.toLowerCase()), cannotTell);
      // A part that is cut out by a shape of the style itself.
      mustHold(name !== 'clip-path' || !/^[a-z-]+\((?<!url\()/i.test(value), cannotTell);
      mustHold(name !== 'filter' || !/opacity\(/i.test(value), cannotTell);
      return name === 'font' ? ['font-size', SIZE.exec(`${value} `)?.[1] ?? value] : [name, value];
    })
    .filter(
      ([name, value]) =>
        isMade(name) || ((HIDING.has(name) || PAINTING.has(name)) && isOf(name, value)),
    );
}
