import { PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { strippedJpeg } from '../picture/jpeg.ts';
import { strippedJpeg2000 } from '../picture/jpeg2000.ts';
import { mustHold, UnsoundFile } from '../unsound.ts';
import { filtersOf, parametersOf, unpacked } from './packing/filters.ts';

/** The end of a JPEG file: marker and code. */
const END = Buffer.from([0xff, 0xd9]);
/** Line breaks and spaces that scanners leave before a photograph, in bytes; viewers pass over them. */
const MOST_SPACE = 16;

/** A photograph as scanners put it into a PDF: with a line break before it, or without its end, as viewers show it. */
function strippedPhotograph(bytes: Buffer): Uint8Array {
  let from = 0;
  while (from < MOST_SPACE && [0x09, 0x0a, 0x0d, 0x20].includes(bytes[from] ?? 0)) from += 1;
  // Where it has its end, a second is cut off with all that follows.
  return strippedJpeg(Buffer.concat([bytes.subarray(from), END]));
}

/** Filters whose data are files of pictures, which tell as much as any. */
const STRIPPERS = new Map<string, (bytes: Buffer) => Uint8Array>([
  ['DCTDecode', strippedPhotograph],
  ['JPXDecode', strippedJpeg2000],
]);
const [FILTER, PARAMETERS, SHORT_PARAMETERS, COLOURS] = [
  'Filter',
  'DecodeParms',
  'DP',
  'ColorTransform',
].map((name) => PDFName.of(name)) as [PDFName, PDFName, PDFName, PDFName];

/**
 * A photograph in a PDF without what it tells beside its picture, packed in no other way than as a JPEG or JPEG 2000 file.
 *
 * @returns undefined where a stream is none
 * @throws UnsoundFile
 */
export function strippedPicture(stream: PDFRawStream): PDFRawStream | undefined {
  const filters = filtersOf(stream);
  const at = filters.findIndex((filter) => STRIPPERS.has(filter));
  const filter = filters[at];
  const strip = STRIPPERS.get(filter ?? '');
  if (filter === undefined || !strip) return undefined;
  mustHold(at === filters.length - 1, 'A picture of the PDF is packed in itself.');
  const picture = within(() => strip(unpacked(stream, at)));
  const colours = parametersOf(stream, at)?.get(COLOURS);
  const { dict } = stream;
  for (const key of [PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  dict.set(FILTER, PDFName.of(filter));
  if (colours) dict.set(PARAMETERS, dict.context.obj({ ColorTransform: colours }));
  return PDFRawStream.of(dict, picture);
}

/** What is done to a picture, whose faults name it as one of the document. */
function within<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnsoundFile)) throw error;
    throw new UnsoundFile(`A picture of the PDF cannot be read: ${error.message}`);
  }
}

/** The most points of a picture, and of all of a document: drawing them would take all memory, or hours. */
const MOST_POINTS = 400_000_000;
const MOST_POINTS_IN_ALL = 4_000_000_000;

/** @throws UnsoundFile where pictures of a document have more points than can be drawn */
export function refuseManyPoints(streams: readonly PDFRawStream[]): void {
  let all = 0;
  for (const { dict } of streams) {
    const side = (key: string) => {
      const value = dict.lookup(PDFName.of(key));
      return value instanceof PDFNumber ? value.asNumber() : 0;
    };
    const points = side('Width') * side('Height');
    all += points;
    mustHold(points <= MOST_POINTS, 'A picture of the PDF has more than 400 megapixels.');
  }
  mustHold(all <= MOST_POINTS_IN_ALL, 'The pictures of the PDF have more than 4,000 megapixels.');
}
