import { queryWords } from '../indexed-text.ts';
import type { Naming } from '../naming.ts';
import type { Calendar } from './dates/dates.ts';
import { eitherOf, entitled, excluding, type Part } from './part.ts';
import type { Sign } from './signs.ts';
import { Words } from './words.ts';

/** Brackets within brackets are read up to this depth; deeper ones are passed over. */
const DEEPEST = 16;

/** Reads the signs of a query once, in their order. */
export class QueryReader {
  readonly ignored: string[] = [];
  readonly unknown: string[] = [];
  isOpenOr = false;
  readonly #signs: readonly Sign[];
  readonly #named: Naming;
  readonly #calendar: Calendar | undefined;
  #at = 0;

  constructor(signs: readonly Sign[], named: Naming, calendar: Calendar | undefined) {
    this.#signs = signs;
    this.#named = named;
    this.#calendar = calendar;
  }

  /** Reads up to the end, or that of the brackets it is in: groups of parts, of which all must be found. */
  sequence(depth = 0): Part[][] {
    // For each that must be found the groups of parts of which one is enough.
    const units: Part[][][] = [];
    let run = '';
    let isOr = false;
    let isNot = false;
    const add = (more: Part[][]) => {
      const [first, ...others] = more;
      if (!first) return;
      const before = isOr ? units.at(-1) : undefined;
      if (before) before.push(first);
      else units.push([first]);
      units.push(...others.map((group) => [group]));
      this.isOpenOr ||= isOr && !before;
      isOr = false;
    };
    const flush = () => {
      add(this.#words(run, false));
      run = '';
    };
    for (let sign = this.#signs[this.#at++]; sign; sign = this.#signs[this.#at++]) {
      if (sign.type === 'close') {
        if (depth > 0) break;
      } else if (sign.type === 'unknown') this.unknown.push(sign.text);
      else if (sign.type === 'words' && !isNot && !isMarked(sign)) run += this.#worded(sign.text);
      else if (sign.type !== 'and') {
        flush();
        if (sign.type === 'or') isOr = true;
        else if (sign.type === 'not') isNot = true;
        else {
          const more = this.#marked(sign, depth);
          add(isNot ? more.map(excluding) : more);
          isNot = false;
        }
      }
    }
    flush();
    this.isOpenOr ||= isOr;
    return units.map(([only = [], ...others]) =>
      others.length > 0 ? [eitherOf([only, ...others])] : only,
    );
  }

  /** What stands in quotation marks or brackets, or behind a minus or `title:`. */
  #marked(sign: Extract<Sign, { prefix: object }>, depth: number): Part[][] {
    const { excluded, inTitle } = sign.prefix;
    const groups =
      sign.type === 'open'
        ? this.#bracketed(depth)
        : sign.type === 'quoted'
          ? this.#quoted(sign.text)
          : this.#words(this.#worded(sign.text), true, inTitle);
    const titled = inTitle ? groups.map((parts) => parts.map(entitled)) : groups;
    return excluded ? titled.map(excluding) : titled;
  }

  #bracketed(depth: number): Part[][] {
    const groups = depth < DEEPEST ? this.sequence(depth + 1) : [];
    return groups.length > 0 ? [groups.flat()] : [];
  }

  #quoted(text: string): Part[][] {
    const words = queryWords(text);
    if (words.length === 0) this.ignored.push(`"${text}"`);
    return words.length === 0
      ? []
      : [[{ type: 'phrase', words, written: text.trim(), excluded: false }]];
  }

  /** The words of a sign, to be read with those before; empty where it has none. */
  #worded(text: string): string {
    if (queryWords(text).length > 0 || /^[%٪]$/u.test(text)) return ` ${text}`;
    this.ignored.push(text);
    return '';
  }

  #words(text: string, isMarked: boolean, inTitle = false): Part[][] {
    const named: Naming = inTitle ? () => [] : this.#named;
    const calendar = isMarked ? undefined : this.#calendar;
    return new Words(text, { named, calendar }).parts.map((part) => [part]);
  }
}

const isMarked = ({ prefix }: Extract<Sign, { prefix: object }>) =>
  prefix.excluded || prefix.inTitle;
