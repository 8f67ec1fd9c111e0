import { isFunctionWord } from '../../language/function-word.ts';
import { type IndexedWord, wordsIn } from '../indexed-text.ts';
import type { Naming } from '../naming.ts';
import { amountAt } from './amounts/amount.ts';
import { type Calendar, Dates } from './dates/dates.ts';
import type { Part } from './part.ts';

/** What must be known to read the words of a query. */
export interface Reading {
  named: Naming;
  /** Left out where dates are words like all others. */
  calendar?: Calendar | undefined;
}

/** A part, and how many words of the query it takes. */
interface Taken {
  part: Part;
  length: number;
}

// Counted in words, or in characters for Chinese and Japanese.
const LONGEST_NAME = 24;
/** A number, or a letter of a script that writes words with several. */
const LOOSE = /^(?:\p{Nd}+|\p{Lu}|\p{Ll})$/u;
const LETTER = /^(?:\p{Lu}|\p{Ll})$/u;
/** Two letters with a sign for “and” between. */
const AND_SIGN = /^[a-z]&[a-z]$/iu;

/** Reads words that stand without quotation marks or operators between them. */
export class Words {
  readonly #text: string;
  readonly #words: readonly IndexedWord[];
  readonly #named: Naming;
  readonly #dates: Dates | undefined;

  constructor(text: string, { named, calendar }: Reading) {
    this.#text = text;
    this.#words = wordsIn(text);
    this.#named = named;
    this.#dates = calendar && new Dates(text, calendar);
  }

  /** The names, dates, amounts, phrases and words. Where several begin at a word, the longest is meant. */
  get parts(): Part[] {
    const parts: Part[] = [];
    for (let at = 0; at < this.#words.length; ) {
      const name = this.#nameAt(at);
      const others = [this.#dateAt(at), this.#amountAt(at)];
      const [longest] = others.flatMap((one) => one ?? []).toSorted((a, b) => b.length - a.length);
      const isLonger = longest && (longest.part.type === 'date' || longest.length > 1 || !name);
      const taken =
        isLonger && longest.length >= (name?.length ?? 0) ? longest : (name ?? this.#othersAt(at));
      parts.push(taken.part);
      at += taken.length;
    }
    return parts;
  }

  #asked(at: number, length: number) {
    const run = this.#words.slice(at, at + length);
    const written = this.#text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0).trim();
    return { words: run.map(({ word }) => word), written, excluded: false };
  }

  #dateAt(at: number): Taken | undefined {
    const start = this.#words[at]?.start ?? 0;
    const date = this.#dates?.at(start);
    if (!date) return undefined;
    let length = 0;
    while ((this.#words[at + length]?.start ?? Infinity) < date.end) length++;
    const written = this.#text.slice(start, date.end);
    return { part: { type: 'date', ...this.#asked(at, length), written, ...date.period }, length };
  }

  #amountAt(at: number): Taken | undefined {
    const amount = amountAt(this.#words, at, this.#text);
    if (!amount) return undefined;
    const { rows, length } = amount;
    return { part: { type: 'amount', ...this.#asked(at, length), rows }, length };
  }

  #nameAt(at: number): Taken | undefined {
    const letters = this.#lettersAt(at);
    const joined = this.#words
      .slice(at, at + letters)
      .map(({ word }) => word)
      .join('');
    for (let length = Math.min(LONGEST_NAME, this.#words.length - at); length > 0; length--) {
      if (this.#isPiece(at, at + length)) continue;
      const asked = this.#asked(at, length);
      const together = letters > 1 && length >= letters;
      const joinedWords = [joined, ...asked.words.slice(letters)];
      for (const words of together ? [joinedWords, asked.words] : [asked.words]) {
        const records = this.#named(words);
        if (records.length > 0) return { part: { type: 'name', ...asked, words, records }, length };
      }
    }
    return undefined;
  }

  /**
   * True for words that are joined to others and too little to be a name there: the 1 of “1:5” is no surname, nor is the
   * X of “X/Y”.
   */
  #isPiece(at: number, end: number): boolean {
    const isJoined = this.#words[at]?.joined === true || this.#words[end]?.joined === true;
    return isJoined && this.#words.slice(at, end).every(({ word }) => LOOSE.test(word));
  }

  /** How many letters stand alone in a row. */
  #lettersAt(at: number): number {
    let end = at;
    for (let word = this.#words[at]; word && LETTER.test(word.word); word = this.#words[end]) {
      if (end > at && word.joined) break;
      end++;
    }
    return end - at;
  }

  /** A word, or a phrase of what only a sign parts; letters that others write together with each other or the next word. */
  #othersAt(at: number): Taken {
    const letters = this.#lettersAt(at);
    const first = this.#words[at]?.word ?? '';
    const next = this.#words[at + 1];
    const single = this.#asked(at, 1);
    if (AND_SIGN.test(single.written)) {
      // Texts write “S&P” as “S and P” too.
      const apart = [...first.slice(0, 1), 'and', ...first.slice(1)];
      const groups: Part[][] = [
        [{ type: 'word', ...single }],
        [{ type: 'phrase', ...single, words: apart, written: apart.join(' ') }],
      ];
      return { part: { type: 'any', ...single, groups }, length: 1 };
    }
    const isOpen = letters === 1 && next && !next.joined && /^\p{L}/u.test(next.word);
    if (letters > 1 || (isOpen && !isFunctionWord(first))) {
      const length = Math.max(letters, 2);
      const asked = this.#asked(at, length);
      const word = (one: string): Part => ({ ...asked, type: 'word', words: [one], written: one });
      const groups = [asked.words.map(word), [word(asked.words.join(''))]];
      return { part: { type: 'any', ...asked, groups }, length };
    }
    let end = at + 1;
    while (this.#words[end]?.joined && !this.#nameAt(end)) end++;
    const type = end - at > 1 ? 'phrase' : 'word';
    return { part: { type, ...this.#asked(at, end - at) }, length: end - at };
  }
}
