import {
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
  PDFXRefStreamParser,
} from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { unpackedStream } from './packing/filters.ts';

/** Where an object lies: at a byte of the file, or within the stream with a number. */
type Place = { at: number; generation: number } | { within: number };

/** The objects of a PDF as its list of them says (ISO 32000-1, 7.5.4 to 7.5.8). */
export interface ObjectList {
  /** By number; null where an object was taken out. */
  places: Map<number, Place | null>;
  /** The dictionary that the newest part of the list ends with. */
  trailer: PDFDict;
}

interface Section {
  places: [number, Place | null][];
  dict: PDFDict;
}

/** What an object begins with. */
const OBJECT = /^\s{0,20}(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}obj/;
const TABLE = /^\s{0,20}xref\s{1,20}/;
const RUN = /(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}/y;
const ENTRY = /(\d{1,10})\s{1,20}(\d{1,10})\s{1,20}([nf])\s{0,20}/y;
const TRAILER = /trailer/y;
const [PREVIOUS, BESIDE, SIZE] = [PDFName.of('Prev'), PDFName.of('XRefStm'), PDFName.of('Size')];
/** Parts of a list: a document has one for each time that it was saved. */
const MOST_PARTS = 5000;

const numberIn = (dict: PDFDict, key: PDFName) => {
  const value = dict.get(key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
};

/** The object that begins at a byte; undefined where none with that number does. */
export function objectAt(bytes: Buffer, at: number, context: PDFContext, number?: number) {
  const head = OBJECT.exec(bytes.toString('latin1', at, at + 90));
  if (!head || (number !== undefined && Number(head[1]) !== number)) return undefined;
  return PDFObjectParser.forBytes(bytes.subarray(at + head[0].length), context).parseObject();
}

function tableAt(bytes: Buffer, at: number, context: PDFContext): Section | undefined {
  const found = bytes.indexOf('startxref', at, 'latin1');
  const text = bytes.toString('latin1', at, found < 0 ? bytes.length : found);
  const places: Section['places'] = [];
  let next = TABLE.exec(text)?.[0].length ?? 0;
  if (next === 0) return undefined;
  const match = (sign: RegExp) => {
    sign.lastIndex = next;
    const one = sign.exec(text);
    if (one) next = sign.lastIndex;
    return one;
  };
  for (let run = match(RUN); run; run = match(RUN)) {
    let first = Number(run[1]);
    for (let index = 0; index < Number(run[2]); index++) {
      const entry = match(ENTRY);
      mustHold(entry !== null, 'The list of the objects of the PDF is torn.');
      const isFree = entry[3] === 'f';
      // Some programs count from 1 what begins with the object 0.
      if (isFree && index === 0 && first === 1 && Number(entry[2]) === 65_535) first = 0;
      const place = { at: Number(entry[1]), generation: Number(entry[2]) };
      places.push([first + index, isFree ? null : place]);
    }
  }
  if (!match(TRAILER)) return undefined;
  const dict = PDFObjectParser.forBytes(bytes.subarray(at + next), context).parseObject();
  return dict instanceof PDFDict ? { places, dict } : undefined;
}

function streamAt(bytes: Buffer, at: number, context: PDFContext): Section | undefined {
  const stream = objectAt(bytes, at, context);
  if (!(stream instanceof PDFRawStream) || !stream.dict.has(SIZE)) return undefined;
  const places = PDFXRefStreamParser.forStream(unpackedStream(stream))
    .parseIntoContext()
    .map(({ ref, offset, deleted, inObjectStream }): Section['places'][number] => [
      ref.objectNumber,
      deleted
        ? null
        : inObjectStream
          ? { within: offset }
          : { at: offset, generation: ref.generationNumber },
    ]);
  return { places, dict: stream.dict };
}

/**
 * Reads the list of the objects of a PDF from its newest part to its oldest. Every program that shows pages goes by it, so
 * that of two objects with one number the one is shown that it names.
 *
 * @throws UnsoundFile
 */
export function objectList(bytes: Buffer, context: PDFContext): ObjectList {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 70_000));
  const start = /^startxref\s{1,20}(\d{1,10})/.exec(tail.slice(tail.lastIndexOf('startxref')));
  const places: ObjectList['places'] = new Map();
  const seen = new Set<number>();
  let trailer: PDFDict | undefined;
  for (let at = start ? Number(start[1]) : undefined; at !== undefined && !seen.has(at); ) {
    mustHold(seen.size < MOST_PARTS, 'The list of the objects of the PDF has too many parts.');
    seen.add(at);
    const section: Section | undefined =
      tableAt(bytes, at, context) ?? streamAt(bytes, at, context);
    mustHold(section !== undefined, 'The list of the objects of the PDF is not where it says.');
    trailer ??= section.dict;
    const beside = numberIn(section.dict, BESIDE);
    const hidden = beside === undefined ? [] : (streamAt(bytes, beside, context)?.places ?? []);
    const own = new Map(section.places);
    // What programs of before 2003 are not to see is told beside the table, which says that it is free.
    for (const [number, place] of hidden) if (!own.get(number)) own.set(number, place);
    for (const [number, place] of own) if (!places.has(number)) places.set(number, place);
    at = numberIn(section.dict, PREVIOUS);
  }
  mustHold(trailer !== undefined, 'The PDF does not say where its objects are.');
  return { places, trailer };
}
