import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { strippedJpeg } from '../picture/jpeg.ts';
import { strippedJpeg2000 } from '../picture/jpeg2000.ts';
import { mustHold, UnsoundFile } from '../unsound.ts';
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

/** The most characters of what says how a picture within a drawing is packed. */
const LONGEST_HEAD = 500;

/** Whether a stream may draw: a page, a form, a pattern, a letter of a font. */
const mayDraw = ({ dict }: PDFRawStream): boolean => {
  const kind = dict.lookup(PDFName.of('Subtype'));
  const isFont = ['Length1', 'Length2', 'N'].some((key) => dict.has(PDFName.of(key)));
  return !isFont && (kind === undefined || kind === PDFName.of('Form'));
};

/** @throws UnsoundFile where a stream draws a photograph that stands in it: its file could not be told from the drawing */
export function refuseInlinePhotograph(stream: PDFRawStream): void {
  if (!mayDraw(stream)) return;
  let drawing: string;
  try {
    drawing = unpacked(stream, filtersOf(stream).length).toString('latin1');
  } catch {
    // Drawings are packed plainly; what cannot be unpacked here is a table of letters or of colours.
    return;
  }
  for (let at = drawing.indexOf('/DCT'); at >= 0; at = drawing.indexOf('/DCT', at + 1)) {
    const head = drawing.slice(Math.max(0, at - LONGEST_HEAD), at);
    if (head.lastIndexOf('BI') > head.lastIndexOf('EI'))
      throw new UnsoundFile('A page of the PDF has a photograph within its own drawing.');
  }
}
