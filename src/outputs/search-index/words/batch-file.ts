import type { BatchTerm } from './batch.ts';

/**
 * A batch as a file that can be read in parts: first a line that says how many articles it is of and how long each section
 * is, in bytes, then the sections. Each has the terms that begin with one UTF-16 unit, and the words that begin with it of
 * terms that begin with another.
 */

/** The first line. */
interface Head {
  articles: number;
  sections: [unit: number, length: number][];
}

/** A term as a section has it. */
type Written = [
  stem: string,
  words: string,
  around: string,
  first: number,
  last: number,
  articles: string,
  places: string,
];

type Foreign = [word: string, stem: string];
type Section = [terms: Written[], foreign: Foreign[]];

const unitOf = (word: string) => word.charCodeAt(0) || 0;

function writtenTerm({ stem, words, around, piece }: BatchTerm): Written {
  const { first, last, articles, places } = piece;
  return [stem, words.join(' '), around.join(' '), first, last, articles, places];
}

/** Writes a batch. @param articles how many it is of */
export function batchFile(terms: readonly BatchTerm[], articles: number): Buffer {
  const all = new Map<number, Section>();
  const at = (unit: number) => {
    const section = all.get(unit) ?? [[], []];
    all.set(unit, section);
    return section;
  };
  for (const term of terms) {
    const unit = unitOf(term.stem);
    at(unit)[0].push(writtenTerm(term));
    for (const word of term.words)
      if (unitOf(word) !== unit) at(unitOf(word))[1].push([word, term.stem]);
  }
  const sections = [...all]
    .toSorted(([a], [b]) => a - b)
    .map(([unit, section]): [number, Buffer] => [unit, Buffer.from(JSON.stringify(section))]);
  const head: Head = { articles, sections: sections.map(([unit, { length }]) => [unit, length]) };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    ...sections.map(([, bytes]) => bytes),
  ]);
}

/** Reads bytes of a file. */
export type ReadBytes = (start: number, length: number) => Buffer;

/** What of a batch begins with one unit. */
interface BatchSection {
  terms: BatchTerm[];
  /** Words of terms that begin with another unit. */
  foreign: Foreign[];
}

const listed = (text: string) => (text === '' ? [] : text.split(' '));

const termOf = ([stem, words, around, first, last, articles, places]: Written): BatchTerm => ({
  stem,
  words: listed(words),
  around: listed(around),
  piece: { first, last, articles, places },
});

/** A batch that is read in parts. */
export class BatchFile {
  readonly articles: number;
  /** How many bytes each section has, by unit. */
  readonly sections: ReadonlyMap<number, number>;
  readonly #starts = new Map<number, number>();
  readonly #read: ReadBytes;

  /** @param line the first line of the file */
  constructor(line: string, read: ReadBytes) {
    const { articles, sections }: Head = JSON.parse(line);
    this.articles = articles;
    this.sections = new Map(sections);
    this.#read = read;
    let start = Buffer.byteLength(line) + 1;
    for (const [unit, length] of sections) {
      this.#starts.set(unit, start);
      start += length;
    }
  }

  /** What begins with these units, in order. @param units in order, without gaps but for those not there */
  *read(units: readonly number[]): Generator<BatchSection> {
    const own = units.filter((unit) => this.sections.has(unit));
    const lengths = own.map((unit) => this.sections.get(unit) ?? 0);
    const bytes = this.#read(
      this.#starts.get(own[0] ?? -1) ?? 0,
      lengths.reduce((sum, length) => sum + length, 0),
    );
    let at = 0;
    for (const length of lengths) {
      const [terms, foreign]: Section = JSON.parse(bytes.toString('utf8', at, at + length));
      at += length;
      yield { terms: terms.map(termOf), foreign };
    }
  }
}
