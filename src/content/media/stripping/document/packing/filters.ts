import { constants, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { mustHold } from '../../unsound.ts';
import { ofLzw } from './lzw.ts';
import { withoutPredictor } from './predictor.ts';

/** The names of filters (ISO 32000-1, 7.4) that may be written short. */
const SHORT = new Map([
  ['A85', 'ASCII85Decode'],
  ['AHx', 'ASCIIHexDecode'],
  ['DCT', 'DCTDecode'],
  ['Fl', 'FlateDecode'],
  ['LZW', 'LZWDecode'],
  ['RL', 'RunLengthDecode'],
]);
/** Those that are undone here. */
const UNDONE = new Set([
  'ASCII85Decode',
  'ASCIIHexDecode',
  'FlateDecode',
  'LZWDecode',
  'RunLengthDecode',
]);
/** Those of them whose parameters say how rows were written. */
const PREDICTED = new Set(['FlateDecode', 'LZWDecode']);
const MOST_UNPACKED = 256 * 1024 * 1024;

const FILTER = PDFName.of('Filter');
const PARAMETERS = PDFName.of('DecodeParms');
const SHORT_PARAMETERS = PDFName.of('DP');

/** The filters of a stream in the order in which they are undone, by their long names. */
export function filtersOf({ dict }: PDFRawStream): string[] {
  const filter = dict.lookup(FILTER);
  const all =
    filter instanceof PDFArray ? filter.asArray().map((_, at) => filter.lookup(at)) : [filter];
  return all.flatMap((one) => {
    if (!(one instanceof PDFName)) return [];
    const name = one.decodeText();
    return [SHORT.get(name) ?? name];
  });
}

/** What is said of how a filter is undone. @param at its place among the filters */
export function parametersOf({ dict }: PDFRawStream, at: number): PDFDict | undefined {
  const all = dict.lookup(PARAMETERS) ?? dict.lookup(SHORT_PARAMETERS);
  const one = all instanceof PDFArray ? all.lookup(at) : at === 0 ? all : undefined;
  return one instanceof PDFDict ? one : undefined;
}

function undone(
  bytes: Uint8Array,
  filter: string,
  { dict }: PDFRawStream,
  parameters: PDFDict | undefined,
): Uint8Array {
  if (filter === 'LZWDecode') {
    const early = parameters?.lookup(PDFName.of('EarlyChange'));
    return ofLzw(
      bytes,
      early instanceof PDFNumber && early.asNumber() === 0 ? 0 : 1,
      MOST_UNPACKED,
    );
  }
  const alone = PDFRawStream.of(dict.context.obj({ Filter: filter }), bytes);
  if (filter !== 'FlateDecode') return decodePDFRawStream(alone).decode();
  try {
    return inflateSync(bytes, {
      maxOutputLength: MOST_UNPACKED,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    mustHold(code !== 'ERR_BUFFER_TOO_LARGE', 'A part of the PDF unpacks to too much.');
    // Some programs write a wrong sum at the end, which the library passes over.
    mustHold(/incorrect (?:data|length) check/.test(message), 'A part of the PDF is torn.');
    return decodePDFRawStream(alone).decode();
  }
}

/**
 * The data of a stream, with the first of its filters undone.
 *
 * @param count how many of them
 * @throws UnsoundFile where one of them is not undone here
 */
export function unpacked(stream: PDFRawStream, count: number): Buffer {
  let bytes: Uint8Array = stream.contents;
  filtersOf(stream)
    .slice(0, count)
    .forEach((filter, at) => {
      mustHold(
        UNDONE.has(filter),
        `The PDF packs a part in a way that is not undone here (${filter.slice(0, 40)}).`,
      );
      const parameters = parametersOf(stream, at);
      bytes = undone(bytes, filter, stream, parameters);
      if (PREDICTED.has(filter)) bytes = withoutPredictor(bytes, parameters);
    });
  return Buffer.from(bytes);
}

/** A stream that is packed no more. @throws UnsoundFile where one of its filters is not undone here */
export function unpackedStream(stream: PDFRawStream): PDFRawStream {
  const bytes = unpacked(stream, filtersOf(stream).length);
  const dict = stream.dict.clone();
  for (const key of [FILTER, PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  return PDFRawStream.of(dict, bytes);
}
