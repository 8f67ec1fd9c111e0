import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { mustHold, UnsoundFile } from '../../unsound.ts';
import { keep } from '../kept-keys.ts';
import { filtersOf, unpacked } from '../packing/filters.ts';
import type { Category } from './operator.ts';
import { type Edit, edited, type Reading, readDrawing } from './reading.ts';
import { tokensOf } from './tokens.ts';

const [FILTER, PARAMETERS, SHORT_PARAMETERS] = ['Filter', 'DecodeParms', 'DP'].map((name) =>
  PDFName.of(name),
) as [PDFName, PDFName, PDFName];
/** What a stream says of itself that draws a page or a letter. */
const ALONE = new Set(['Filter', 'DecodeParms', 'DP', 'Length']);
/** What programs put between the drawings of a page, which they read as one. */
const BETWEEN = Buffer.from(' ');
/** The most characters of what says how a picture within a drawing is packed. */
const LONGEST_HEAD = 500;

function packed(dict: PDFDict, bytes: Buffer): PDFRawStream {
  for (const key of [PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  dict.set(FILTER, PDFName.of('FlateDecode'));
  return PDFRawStream.of(dict, deflateSync(bytes));
}

/**
 * What is written in the words of drawings, and draws nothing, without its comments.
 *
 * @returns undefined where it has none, or cannot be unpacked here: then nobody reads it
 */
export function withoutComments(stream: PDFRawStream): PDFRawStream | undefined {
  let bytes: Buffer;
  try {
    bytes = unpacked(stream, filtersOf(stream).length);
  } catch (error) {
    if (error instanceof UnsoundFile) return undefined;
    throw error;
  }
  const edits = Array.from(tokensOf(bytes)).flatMap(({ kind, from, to }) =>
    kind === 'comment' ? [{ from, to, by: BETWEEN }] : [],
  );
  return edits.length > 0 ? packed(stream.dict, edited(bytes, edits)) : undefined;
}

function refuseInlinePhotograph(bytes: Buffer): void {
  const drawing = bytes.toString('latin1');
  for (let at = drawing.indexOf('/DCT'); at >= 0; at = drawing.indexOf('/DCT', at + 1)) {
    const head = drawing.slice(Math.max(0, at - LONGEST_HEAD), at);
    if (head.lastIndexOf('BI') > head.lastIndexOf('EI'))
      throw new UnsoundFile('A page of the PDF has a photograph within its own drawing.');
  }
}

const isSame = (one: readonly Edit[], other: readonly Edit[]) =>
  one.length === other.length &&
  one.every(({ from, to, by }, at) => {
    const its = other[at];
    return its?.from === from && its.to === to && its.by.equals(by);
  });

/** The edits of drawings that were read as one, in each of them. */
function parted(edits: readonly Edit[], lengths: readonly number[]): Edit[][] {
  let start = 0;
  return lengths.map((length) => {
    const own: Edit[] = [];
    for (const { from, to, by } of edits) {
      if (to <= start || from >= start + length) continue;
      // What takes the place of a part stands where that begins.
      own.push({
        from: Math.max(0, from - start),
        to: Math.min(length, to - start),
        by: from >= start ? by : BETWEEN,
      });
    }
    start += length + BETWEEN.length;
    return own;
  });
}

/** The streams of a document that draw its pages, forms, patterns and letters. */
export class Drawings {
  readonly #context: PDFContext;
  readonly #readings = new Map<PDFRawStream, Reading>();
  readonly #edits = new Map<PDFRawStream, Edit[]>();
  readonly #alone = new Set<PDFRawStream>();

  constructor(context: PDFContext) {
    this.#context = context;
  }

  has(stream: PDFRawStream): boolean {
    return this.#edits.has(stream);
  }

  /**
   * What a form, pattern or letter draws with, or the drawings of a page, which may be several in a row.
   *
   * @param isAlone whether its streams are that of a page or a letter, which say nothing of themselves
   * @throws UnsoundFile where they cannot be read, or their photographs cannot be told from them
   */
  add(streams: readonly PDFRawStream[], isAlone: boolean): [Category, PDFName][] {
    if (isAlone) for (const one of streams) this.#alone.add(one);
    const readings = streams.map((one) => this.#read(one));
    if (readings.slice(0, -1).every(({ isWhole }) => isWhole)) {
      streams.forEach((one, at) => {
        this.#take(one, readings[at]?.edits ?? []);
      });
      return readings.flatMap(({ uses }) => uses);
    }
    const all = streams.map((one) => unpacked(one, filtersOf(one).length));
    const whole = Buffer.concat(all.flatMap((one) => [one, BETWEEN]));
    const { edits, uses } = readDrawing(whole, this.#context);
    const own = parted(
      edits,
      all.map(({ length }) => length),
    );
    streams.forEach((one, at) => {
      this.#take(one, own[at] ?? []);
    });
    return uses;
  }

  /** A drawing without what is not drawn of it; undefined where it has nothing of that. */
  stripped(stream: PDFRawStream): PDFRawStream | undefined {
    const { dict } = stream;
    if (this.#alone.has(stream) && !dict.has(PDFName.of('BBox'))) keep(dict, ALONE);
    const edits = this.#edits.get(stream) ?? [];
    if (edits.length === 0) return undefined;
    return packed(dict, edited(unpacked(stream, filtersOf(stream).length), edits));
  }

  #read(stream: PDFRawStream): Reading {
    const known = this.#readings.get(stream);
    if (known) return known;
    const bytes = unpacked(stream, filtersOf(stream).length);
    refuseInlinePhotograph(bytes);
    const reading = readDrawing(bytes, this.#context);
    this.#readings.set(stream, reading);
    return reading;
  }

  #take(stream: PDFRawStream, edits: Edit[]): void {
    const known = this.#edits.get(stream);
    mustHold(
      !known || isSame(known, edits),
      'A drawing of the PDF means one thing on a page and another on the next.',
    );
    this.#edits.set(stream, edits);
  }
}
