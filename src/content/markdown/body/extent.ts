import { because, type Fault } from '../../../domain/fault.ts';
import { depthsOf, isTooDeep, NESTED } from './nesting.ts';

/** The place where a body exceeds a limit: the line, counted from 0, and the fault to report. */
export interface Excess {
  line: number;
  fault: Fault;
}

const many = (count: number) => count.toLocaleString('en');

const bound = (most: number, of: string, where: string, fix: string) => ({
  most,
  fault: because('body/size', `${where} at most ${many(most)} ${of}.`, fix),
});

const SPLIT = 'Split the article.';

/**
 * The limits for the size of a body. The time that a Markdown parser takes grows with the square of each of these
 * numbers. The longest newspaper articles reach a tenth of any limit.
 */
const BOUNDS = {
  characters: bound(2_000_000, 'characters', 'A body has', SPLIT),
  paragraphs: bound(20_000, 'paragraphs, items and headings', 'A body has', SPLIT),
  nesting: bound(
    100_000,
    'lines, each counted once for every quotation and list it lies in',
    'The quotations and lists of a body have',
    'Take the outer signs away (>, -, 1.), or split the article.',
  ),
  columns: bound(200, 'columns', 'A table has', 'Make several tables of it.'),
  cells: bound(50_000, 'cells', 'The tables of a body have', SPLIT),
  signs: bound(
    20_000,
    'signs of Markdown: [, <, {, and runs of *, _ or ~',
    'A body has',
    'Take out those that mean nothing, or split the article.',
  ),
  crowded: bound(
    2000,
    'signs of Markdown: [, <, {, and runs of *, _ or ~',
    'A paragraph, list or table without a blank line has',
    'Take out those that mean nothing, or put blank lines between.',
  ),
  notes: bound(
    2000,
    'notes and marks of notes, [^',
    'A body has',
    'Take some out, or split the article.',
  ),
  ticks: bound(
    20,
    'lengths of runs of backticks',
    'A paragraph has',
    'Write code between single backticks, or ``` on lines of their own.',
  ),
} as const;

// The row below the head of a table, whether or not the table is in a quotation.
const DELIMITER = /^(?=[^-]*-)(?=[^|]*\|)[ \t|:>-]+$/;
const SIGNS = /[[<{]|[*_~]+/g;
const BLANK = /^[ \t>]*$/;
// A line that begins a heading or a list item, which needs no blank line before it.
const BEGINNING = /^[ \t>]*(?:#|[-+*][ \t]|\d{1,9}[.)][ \t])/;

const countOf = (text: string, sign: string) => text.split(sign).length - 1;

/** Counts the contents of a body line by line, before anything parses it. */
class Tally {
  readonly #all = new Map<keyof typeof BOUNDS, number>();
  readonly #ticks = new Set<number>();
  #isBetween = true;
  #columns = 0;

  #counts(what: keyof typeof BOUNDS, count: number): boolean {
    const sum = (this.#all.get(what) ?? 0) + count;
    this.#all.set(what, sum);
    return sum > BOUNDS[what].most;
  }

  /** Adds a line to the counts. Gives the limit that it exceeds, if any. */
  add(line: string, depth: number): keyof typeof BOUNDS | undefined {
    const isBlank = BLANK.test(line);
    const isBeginning = !isBlank && (this.#isBetween || BEGINNING.test(line));
    if (isBlank) {
      this.#all.delete('crowded');
      this.#ticks.clear();
      this.#columns = 0;
    }
    this.#isBetween = isBlank;
    const signs = line.match(SIGNS)?.length ?? 0;
    for (const [run] of line.matchAll(/`+/g)) this.#ticks.add(run.length);
    if (DELIMITER.test(line)) this.#columns = Math.max(this.#columns, countOf(line, '|'));
    const counts = [
      ['characters', line.length + 1],
      ['paragraphs', isBeginning ? 1 : 0],
      ['nesting', isBlank ? 0 : depth],
      ['cells', this.#columns],
      ['signs', signs],
      ['crowded', signs],
      ['notes', countOf(line, '[^')],
    ] as const;
    if (this.#columns > BOUNDS.columns.most) return 'columns';
    if (this.#ticks.size > BOUNDS.ticks.most) return 'ticks';
    return counts.find(([what, count]) => this.#counts(what, count))?.[0];
  }
}

/** Finds the first line at which a Markdown text exceeds a limit. The text is read once and is not parsed. */
export function excessIn(text: string): Excess | undefined {
  const lines = text.split('\n');
  const tally = new Tally();
  let number = 0;
  for (const depth of depthsOf(lines)) {
    if (isTooDeep(depth)) return { line: number, fault: NESTED };
    const excess = tally.add(lines[number] ?? '', depth);
    if (excess) return { line: number, fault: BOUNDS[excess].fault };
    number += 1;
  }
  return undefined;
}
