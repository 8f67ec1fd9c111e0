import { deflateSync } from 'node:zlib';
import { PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { strippedJpeg } from '../picture/jpeg.ts';
import { strippedJpeg2000 } from '../picture/jpeg2000.ts';
import { mustHold, UnsoundFile } from '../unsound.ts';
import { strippedDrawing } from './drawing-words.ts';
import { filtersOf, parametersOf, unpacked } from './filters.ts';

/** Filters whose data are files of pictures, which tell as much as any. */
const STRIPPERS = new Map<string, (bytes: Buffer) => Uint8Array>([
  ['DCTDecode', strippedJpeg],
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
  const picture = strip(unpacked(stream, at));
  const colours = parametersOf(stream, at)?.get(COLOURS);
  const { dict } = stream;
  for (const key of [PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  dict.set(FILTER, PDFName.of(filter));
  if (colours) dict.set(PARAMETERS, dict.context.obj({ ColorTransform: colours }));
  return PDFRawStream.of(dict, picture);
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

/** The most characters of what says how a picture within a drawing is packed. */
const LONGEST_HEAD = 500;

/** Whether a stream may draw: a page, a form, a pattern, a letter of a font. */
const mayDraw = ({ dict }: PDFRawStream): boolean => {
  const kind = dict.lookup(PDFName.of('Subtype'));
  const isFont = ['Length1', 'Length2', 'N'].some((key) => dict.has(PDFName.of(key)));
  return !isFont && (kind === undefined || kind === PDFName.of('Form'));
};

function refuseInlinePhotograph(drawing: string): void {
  for (let at = drawing.indexOf('/DCT'); at >= 0; at = drawing.indexOf('/DCT', at + 1)) {
    const head = drawing.slice(Math.max(0, at - LONGEST_HEAD), at);
    if (head.lastIndexOf('BI') > head.lastIndexOf('EI'))
      throw new UnsoundFile('A page of the PDF has a photograph within its own drawing.');
  }
}

/**
 * A stream that draws without its comments, and without what programs say of parts of it.
 *
 * @param isDrawing whether a page, form, pattern or letter is known to be drawn by it
 * @returns undefined where a stream has none, or draws nothing
 * @throws UnsoundFile where it draws a photograph that stands in it: its file could not be told from the drawing
 */
export function strippedDrawer(stream: PDFRawStream, isDrawing: boolean): PDFRawStream | undefined {
  if (!mayDraw(stream)) return undefined;
  const { dict } = stream;
  let drawing: Buffer;
  try {
    drawing = unpacked(stream, filtersOf(stream).length);
  } catch {
    // Drawings are packed plainly; what cannot be unpacked here is a table of letters or of colours.
    return undefined;
  }
  refuseInlinePhotograph(drawing.toString('latin1'));
  const told = isDrawing ? strippedDrawing(drawing, dict.context) : undefined;
  if (!told) return undefined;
  for (const key of [PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  dict.set(FILTER, PDFName.of('FlateDecode'));
  return PDFRawStream.of(dict, deflateSync(told));
}
