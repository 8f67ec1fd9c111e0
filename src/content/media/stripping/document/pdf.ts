import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { strippedJpeg } from '../picture/jpeg.ts';
import { mustHold } from '../unsound.ts';

/** What of a dictionary is about the file and not about its pages: XMP, data of programs, times, and small pictures. */
const LOST = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb'].map((name) => PDFName.of(name));
const FILTER = PDFName.of('Filter');
const TYPE = PDFName.of('Type');
const ATTACHED = PDFName.of('EmbeddedFiles');

/** Whether the bytes of a stream are a JPEG file, and packed in no other way. */
function isJpeg(stream: PDFRawStream): boolean {
  const filter = stream.dict.lookup(FILTER);
  const sole = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return sole === PDFName.of('DCTDecode') || sole === PDFName.of('DCT');
}

function dictionaryOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}

/** Takes names out of a dictionary and of those that stand in it. */
function clear(dictionary: PDFDict): void {
  for (const name of [...LOST, ATTACHED]) dictionary.delete(name);
  for (const [, value] of dictionary.entries()) clearWithin(value);
}

/** The same for what stands in a value, such as an array. */
function clearWithin(value: PDFObject): void {
  if (value instanceof PDFDict) clear(value);
  else if (value instanceof PDFArray) for (const one of value.asArray()) clearWithin(one);
}

/** Takes out what nothing leads to from the root: what an earlier save of the file had in its place. */
function dropUnreached({ context }: PDFDocument): void {
  const reached = new Set<PDFObject>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  for (let one = open.pop(); one || open.length > 0; one = open.pop()) {
    if (!one || reached.has(one)) continue;
    if (one instanceof PDFRef) {
      reached.add(one);
      open.push(context.lookup(one));
    } else if (one instanceof PDFArray) open.push(...one.asArray());
    else for (const [, value] of dictionaryOf(one)?.entries() ?? []) open.push(value);
  }
  for (const [reference] of context.enumerateIndirectObjects())
    if (!reached.has(reference)) context.delete(reference);
}

/**
 * A PDF without what it tells of itself: title, author, programs and times, XMP, data of programs, attached files, small
 * pictures of its pages, and what its photographs tell (EXIF). Pages, outline and structure are as they were.
 *
 * @throws UnsoundFile also where it is encrypted
 */
export async function strippedPdf(bytes: Buffer): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  });
  mustHold(!document.isEncrypted, 'The PDF is encrypted.');
  mustHold(document.getPageCount() > 0, 'The PDF has no page.');
  const { context } = document;
  const information = context.trailerInfo.Info;
  delete context.trailerInfo.Info;
  dropUnreached(document);
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const dictionary = dictionaryOf(object);
    const isMetadata = dictionary?.get(TYPE) === PDFName.of('Metadata');
    if (isMetadata || reference === information) context.delete(reference);
    else if (dictionary) clear(dictionary);
    if (!isMetadata && object instanceof PDFRawStream && isJpeg(object)) {
      const picture = strippedJpeg(Buffer.from(object.contents));
      context.assign(reference, PDFRawStream.of(object.dict, picture));
    }
  }
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}
