import { type PDFContext, PDFDict, PDFName, PDFObjectParser } from '@cantoo/pdf-lib';
import { KEPT, keep } from '../kept-keys.ts';
import { CATEGORIES, type Category, categoriesOf, takesTexts } from './operator.ts';
import { isSpace } from './space.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A part of a drawing, and what is to stand in its place. */
export interface Edit {
  from: number;
  to: number;
  by: Buffer;
}

/** What a drawing is found to be. */
export interface Reading {
  /** In order, none within another. */
  edits: Edit[];
  /** What it draws with: names by the lists that they stand in. */
  uses: [Category, PDFName][];
  /** Whether what is said in it is also ended in it, so that it means the same whatever stands before and behind it. */
  isWhole: boolean;
}

const SPACE = Buffer.from(' ');
/** Words that may stand among what an operator is given. */
const OPERANDS = new Set(['true', 'false', 'null']);
const LONGEST_WORD = 60;
const NAMES = /\/([^\s()<>[\]{}/%]{1,200})/g;

/** What is said of a marked part, of which readers need little; undefined where it is no more than that. */
function strippedMark(said: Buffer, context: PDFContext): Buffer | undefined {
  const dict = PDFObjectParser.forBytes(said, context).parseObject();
  if (!(dict instanceof PDFDict)) return undefined;
  const count = dict.keys().length;
  keep(dict, KEPT.marked);
  return dict.keys().length === count ? undefined : Buffer.from(dict.toString(), 'latin1');
}

/** Reads one drawing. */
class Reader {
  readonly reading: Reading = { edits: [], uses: [], isWhole: true };
  readonly #bytes: Buffer;
  readonly #context: PDFContext;
  /** Names since the last operator. */
  #names: PDFName[] = [];
  /** Texts since then, but for those within what is said. */
  #texts: { from: number; to: number }[] = [];
  /** How deep what is said stands, and where what was said last begins and ends. */
  #depth = 0;
  #said: { from: number; to: number } | undefined;

  constructor(bytes: Buffer, context: PDFContext) {
    this.#bytes = bytes;
    this.#context = context;
  }

  get isOpen(): boolean {
    return (
      this.#depth > 0 ||
      this.#names.length > 0 ||
      this.#texts.length > 0 ||
      this.#said !== undefined
    );
  }

  take({ kind, from, to, isWhole }: Token): void {
    if (!isWhole) this.reading.isWhole = false;
    // A text that does not end is drawn by nothing. What stands behind a picture without an end is not known.
    if (kind === 'comment' || (kind === 'text' && !isWhole)) this.#replace(from, to, SPACE);
    else if (kind === 'text' && this.#depth === 0) this.#texts.push({ from, to });
    else if (kind === 'name')
      this.#names.push(PDFName.of(this.#bytes.toString('latin1', from + 1, to)));
    else if (kind === 'open') {
      if (this.#depth++ === 0) this.#said = { from, to: 0 };
    } else if (kind === 'close') {
      // Programs that show pages pass over one too many.
      this.#depth = Math.max(0, this.#depth - 1);
      if (this.#depth === 0 && this.#said) this.#said.to = to;
    } else if (kind === 'data') {
      // What is said of a picture may be in digits, as its colours are.
      this.#texts = [];
      this.#end(['ColorSpace']);
      if (!isWhole) this.#takeUnread(from);
    } else if (kind === 'word') this.#takeWord(from, to);
  }

  #takeWord(from: number, to: number): void {
    const word = to - from < LONGEST_WORD ? this.#bytes.toString('latin1', from, to) : '';
    // What is said of a picture ends with its data.
    if (word === 'BI' || OPERANDS.has(word)) return;
    if ((word === 'BDC' || word === 'DP') && this.#said && this.#said.to > 0)
      this.#stripMark(this.#said.from, this.#said.to, from);
    if (takesTexts(word)) this.#texts = [];
    this.#end(categoriesOf(word));
  }

  /** Takes out the texts that no operator was given which shows them. */
  close(): void {
    for (const { from, to } of this.#texts) this.#replace(from, to, SPACE);
    this.#texts = [];
  }

  /** Behind a picture whose end cannot be told, whatever looks like a name may be one. */
  #takeUnread(from: number): void {
    const names = this.#bytes.toString('latin1', from).matchAll(NAMES);
    for (const [, name = ''] of names) this.#names.push(PDFName.of(name));
    this.#end(CATEGORIES);
  }

  #end(categories: readonly Category[]): void {
    for (const category of categories)
      for (const name of this.#names) this.reading.uses.push([category, name]);
    this.#names = [];
    this.close();
    if (this.#depth === 0) this.#said = undefined;
  }

  #stripMark(from: number, to: number, operator: number): void {
    if (!this.#bytes.subarray(to, operator).every(isSpace)) return;
    const by = strippedMark(this.#bytes.subarray(from, to), this.#context);
    if (!by) return;
    const { edits } = this.reading;
    // A comment that stands in it goes with it.
    while ((edits.at(-1)?.from ?? -1) >= from) edits.pop();
    this.#replace(from, to, by);
  }

  #replace(from: number, to: number, by: Buffer): void {
    this.reading.edits.push({ from, to, by });
  }
}

/** Reads what a drawing draws with, and what in it is not drawn: comments, and what programs say of its parts. */
export function readDrawing(bytes: Buffer, context: PDFContext): Reading {
  const reader = new Reader(bytes, context);
  for (const token of tokensOf(bytes)) reader.take(token);
  const { isOpen } = reader;
  reader.close();
  const { edits, uses, isWhole } = reader.reading;
  const inOrder = edits.toSorted((one, other) => one.from - other.from);
  return { edits: inOrder, uses, isWhole: isWhole && !isOpen };
}

/** A drawing with its edits done. */
export function edited(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const { from, to, by } of edits) {
    pieces.push(bytes.subarray(at, from), by);
    at = to;
  }
  return Buffer.concat([...pieces, bytes.subarray(at)]);
}
