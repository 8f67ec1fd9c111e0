import { isMap, isNode, isScalar, isSeq, type Pair, stringify, type YAMLMap } from 'yaml';
import type { MediumWord } from '../suggestions/medium-word.ts';
import { FIELDS_IN_ORDER } from '../writing/medium-fields.ts';
import { endOf, lineStart, nextLine } from '../yaml.ts';

/** A part of a text, and what stands there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

type Word = Pick<MediumWord, 'field' | 'value'>;

const nameOf = ({ key }: Pair): string => (isScalar(key) ? `${key.value}` : '');
const startOf = ({ key }: Pair): number | undefined => (isNode(key) ? key.range?.[0] : undefined);
const endOfPair = ({ key, value }: Pair): number => endOf(value) || endOf(key);
const placeOf = (name: string) => (FIELDS_IN_ORDER as readonly string[]).indexOf(name);

/** A field as a line; between braces, where more follows on it, its value is always quoted. */
const lineOf = ({ field, value }: Word, isFlow: boolean | undefined) =>
  isFlow
    ? `${field}: ${JSON.stringify(value)}`
    : stringify(new Map([[field, value]]), { lineWidth: 0 }).trimEnd();

/**
 * What changes where a medium in the frontmatter of an entry says a field: the field gets a line of its own, behind those
 * that come before it, or its value another one. Undefined where the frontmatter is written so that it cannot be.
 */
export function wordEdit(yaml: string, medium: YAMLMap, word: Word): Edit | undefined {
  const pairs = medium.items as Pair[];
  const line = lineOf(word, medium.flow);
  const there = pairs.find((pair) => nameOf(pair) === word.field);
  if (there) {
    const [start, end] = [startOf(there), endOfPair(there)];
    if (start === undefined || end <= start) return undefined;
    return { start, end, text: yaml[end - 1] === '\n' ? `${line}\n` : line };
  }
  const before = pairs.findLast((pair) => placeOf(nameOf(pair)) < placeOf(word.field));
  const first = pairs[0] && startOf(pairs[0]);
  if (!before || first === undefined) return undefined;
  const end = endOfPair(before);
  if (medium.flow) return { start: end, end, text: `, ${line}` };
  const at = nextLine(yaml, end);
  return { start: at, end: at, text: `${' '.repeat(first - lineStart(yaml, first))}${line}\n` };
}

/** The lines of a field with its value; where others follow on the first, they move up to it. */
function linesOf(yaml: string, pair: Pair, next: Pair | undefined): Edit | undefined {
  const start = startOf(pair);
  if (start === undefined) return undefined;
  const from = lineStart(yaml, start);
  if (yaml.slice(from, start).trim() === '')
    return { start: from, end: nextLine(yaml, endOfPair(pair)), text: '' };
  const after = next && startOf(next);
  return after === undefined ? undefined : { start, end: after, text: '' };
}

const fieldOf = (map: YAMLMap, name: string) =>
  (map.items as Pair[]).find((pair) => nameOf(pair) === name);

/**
 * What changes where a suggestion of a medium is taken out of the frontmatter of an entry, with all that would hold nothing
 * then. Undefined where the frontmatter is written so that it cannot be.
 */
export function suggestionEdit(
  yaml: string,
  root: YAMLMap,
  { sha256, field }: Pick<MediumWord, 'sha256' | 'field'>,
): Edit | undefined {
  const suggested = root.get('suggested');
  const media = isMap(suggested) ? suggested.get('media') : undefined;
  if (!isMap(suggested) || !isSeq(media)) return undefined;
  const item = media.items.find((one) => isMap(one) && one.get('sha256') === sha256);
  const pair = isMap(item) ? fieldOf(item, field) : undefined;
  if (!isMap(item) || !pair || root.flow || suggested.flow || media.flow || item.flow)
    return undefined;
  const only = (map: YAMLMap, name: string) => {
    const held = fieldOf(map, name);
    return held && linesOf(yaml, held, undefined);
  };
  if (item.items.length > 2)
    return linesOf(yaml, pair, (item.items as Pair[])[item.items.indexOf(pair) + 1]);
  if (media.items.length === 1)
    return suggested.items.length === 1 ? only(root, 'suggested') : only(suggested, 'media');
  const dash = yaml.lastIndexOf('-', (item.range?.[0] ?? 0) - 1);
  return { start: lineStart(yaml, dash), end: nextLine(yaml, endOf(item)), text: '' };
}
