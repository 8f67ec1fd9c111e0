import { asTime } from '../../time/time.ts';
import type { Given } from './given.ts';
import { type Meaning, meaningsOf } from './synonym.ts';
import { isOfStatus } from './withheld.ts';

/** Lines that state a field of an article directly below its headline: “Datum: 2031-04-02”, “By Ada Varga”. */

const LONGEST_NAME = 25;
const LONGEST = 500;
/** Of what says whether an article is public: more is a sentence. */
const LONGEST_STATUS = 40;
const TAKEN: ReadonlySet<Meaning> = new Set(['date', 'author', 'publisher', 'url', 'lang']);

const LONGEST_BYLINE = 100;
/** How bylines begin, in the languages of the names of fields. */
const BY = /^(?:by|von|par|por|di) (?=\p{Lu})/iu;
/** What stands between names and their parts. */
const BETWEEN = new Set(
  'and und et y e de del della di da do dos du la le les van von der den ter bin ibn al el'.split(
    ' ',
  ),
);
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]{0,40}$/u;

/** Who a line is by, where it says that and nothing else: “By Ada Varga and Osk Tarn”. */
function bylineIn(line: string): string | undefined {
  if (line.length > LONGEST_BYLINE || !BY.test(line) || /[.!?]$/u.test(line)) return undefined;
  const by = line.replace(BY, '').trim();
  const words = by.replaceAll(',', ' ').split(/\s+/u);
  const names = words.filter((word) => NAME.test(word));
  const isAll = words.every((word) => NAME.test(word) || BETWEEN.has(word));
  return isAll && names.length >= 2 ? by : undefined;
}

function fieldIn(line: string): Given | undefined {
  const byline = bylineIn(line.trim());
  if (byline !== undefined) return ['author', byline];
  const at = line.indexOf(':');
  const name = line.slice(0, Math.max(0, at)).trim();
  const value = line.slice(at + 1).trim();
  if (at < 0 || at > LONGEST_NAME || line.length > LONGEST || value === '') return undefined;
  if (isOfStatus(name, [value])) return value.length <= LONGEST_STATUS ? [name, value] : undefined;
  const [meaning] = meaningsOf(name).filter((one) => TAKEN.has(one));
  // “Date: 1931 was a dry year.” is a sentence.
  return meaning && (meaning !== 'date' || asTime(value)) ? [name, value] : undefined;
}

/** The fields with which lines begin, up to the first line that states none. */
export function fieldsBelow(lines: readonly string[]): Given[] {
  const fields: Given[] = [];
  for (const line of lines) {
    const field = fieldIn(line);
    if (!field) break;
    fields.push(field);
  }
  return fields;
}
