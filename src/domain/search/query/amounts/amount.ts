import { type IndexedWord, POINT } from '../../indexed-text.ts';
import type { Row } from '../part.ts';
import { digitsOf, fractionRows, numberRows, scaleOf } from './number.ts';

/** An amount in a query. */
interface Amount {
  /** The rows of words with which texts write it; one is enough. */
  rows: Row[];
  /** How many words of the query it takes. */
  length: number;
}

const PER_CENT: Row[] = [[['percent', 'pct']], [['per'], ['cent']]];
const DOLLARS = ['dollar', 'dollars', 'dlr', 'dlrs'];
/** The sign that stands before the number in place of such a word. */
const DOLLAR = '$';

const NUMBER = new RegExp(`^\\d+(?:${POINT}\\d+)?$`, 'u');
const WITH_ENDING = new RegExp(`^(\\d+(?:${POINT}\\d+)?)(\\p{L}+)$`, 'u');
/** Indexed as 1125, since others write 1,125 so; an amount is in English. */
const THREE_DECIMALS = /^\d{1,3}\.\d{3}$/;

const joined = (numbers: readonly Row[], units: readonly Row[]): Row[] =>
  numbers.flatMap((number) => units.map((unit) => [...number, ...unit]));

/** The words of a query from some place on. */
class AmountReader {
  readonly #words: readonly IndexedWord[];
  readonly #text: string;
  #at: number;

  constructor(words: readonly IndexedWord[], from: number, text: string) {
    this.#words = words;
    this.#at = from;
    this.#text = text;
  }

  get #word(): string {
    return this.#words[this.#at]?.word ?? '';
  }

  get at(): number {
    return this.#at;
  }

  /** A sign of currency; undefined where there is none. */
  sign(): string | undefined {
    const word = this.#word;
    if (!/^\p{Sc}$/u.test(word)) return undefined;
    this.#at++;
    return word;
  }

  /** A number with its fraction or scale; undefined where there is none. */
  number(): { rows: Row[]; isScaled: boolean } | undefined {
    const [, digits = '', ending] = WITH_ENDING.exec(this.#word) ?? [];
    const ended = scaleOf(ending);
    const word = ended ? digits : digitsOf(this.#word);
    if (!NUMBER.test(word)) return undefined;
    const { start = 0, end = 0 } = this.#words[this.#at] ?? {};
    const written = this.#text.slice(start, end);
    this.#at++;
    const broken = this.#fraction(word);
    if (broken) return { rows: broken, isScaled: true };
    const number = Number(THREE_DECIMALS.test(written) ? written : word.replace(POINT, '.'));
    const scale = ended ?? this.#scale();
    const rows = numberRows(word, number, scale);
    return { rows, isScaled: scale !== undefined || rows.length > 1 };
  }

  #fraction(whole: string): Row[] | undefined {
    const [part, of] = [this.#words[this.#at], this.#words[this.#at + 1]];
    const rows = part && of?.joined ? fractionRows(whole, part.word, of.word) : undefined;
    if (rows) this.#at += 2;
    return rows;
  }

  #scale() {
    const next = this.#words[this.#at];
    // “60 m” is a length, “60m” an amount.
    const scale = next && (next.joined || next.word.length > 1) ? scaleOf(next.word) : undefined;
    if (scale) this.#at++;
    return scale;
  }

  /** Per cent or dollars; undefined where neither is there. */
  unit(): 'per cent' | 'dollars' | undefined {
    const word = this.#word;
    const isTwo = word === 'per' && this.#words[this.#at + 1]?.word === 'cent';
    const isPerCent = isTwo || word === 'percent' || word === 'pct';
    if (!isPerCent && !DOLLARS.includes(word)) return undefined;
    this.#at += isTwo ? 2 : 1;
    return isPerCent ? 'per cent' : 'dollars';
  }
}

/**
 * The amount at a word of a query: a number with a scale (“1.5 bln”), a unit (“5 pct”, “$20”) or both, one with a fraction,
 * or a large one; undefined for others, which stand for themselves.
 *
 * @param text the query that the words are of
 */
export function amountAt(
  words: readonly IndexedWord[],
  from: number,
  text: string,
): Amount | undefined {
  const reader = new AmountReader(words, from, text);
  const sign = reader.sign();
  const number = reader.number();
  if (!number) return undefined;
  const unit = reader.unit();
  const { rows, isScaled } = number;
  const length = reader.at - from;
  if (unit === 'per cent') return { rows: joined(rows, PER_CENT), length };
  if (unit === 'dollars' || sign === DOLLAR)
    return { rows: [...joined([[[DOLLAR]]], rows), ...joined(rows, [[DOLLARS]])], length };
  if (sign !== undefined) return { rows: joined([[[sign]]], rows), length };
  return isScaled ? { rows, length } : undefined;
}
