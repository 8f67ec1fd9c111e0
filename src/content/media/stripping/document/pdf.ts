import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { stripAnnotations } from './annotations.ts';
import { strippedColours } from './pdf-colours.ts';
import { refuseInlinePhotograph, strippedPicture } from './pdf-picture.ts';

/**
 * What of a dictionary is about the file and not about its pages: XMP, data of programs, times, small pictures, attached
 * files, whence pages were taken, where pictures lay, who signed, and what is done of itself.
 */
const LOST = `
  Metadata PieceInfo LastModified Thumb EmbeddedFiles AF SpiderInfo IDS URLS CreatorInfo OPI DPM DPartRoot Perms DSS Legal AA
`
  .trim()
  .split(/\s+/)
  .map((name) => PDFName.of(name));
const TYPE = PDFName.of('Type');
const ACTIONS = ['A', 'PA', 'OpenAction', 'Next'].map((name) => PDFName.of(name));
/** What a link may do: lead to a place in the document, or to an address. */
const LEADING = new Set(
  ['GoTo', 'URI', 'Named', 'SetOCGState', 'Thread'].map((name) => PDFName.of(name)),
);

function dictionaryOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}

/** Whether an action leads to a file of the machine that the document was made on. */
function leadsToFile(action: PDFObject | undefined): boolean {
  if (!(action instanceof PDFDict)) return false;
  const kind = action.lookup(PDFName.of('S'));
  const address = action.lookup(PDFName.of('URI'));
  const isText = address instanceof PDFString || address instanceof PDFHexString;
  return (
    (kind instanceof PDFName && !LEADING.has(kind)) ||
    (isText && /^\s*file:/i.test(address.decodeText()))
  );
}

/** Takes names out of a dictionary and of those that stand in it. */
function clear(dictionary: PDFDict): void {
  for (const name of LOST) dictionary.delete(name);
  for (const name of ACTIONS) if (leadsToFile(dictionary.lookup(name))) dictionary.delete(name);
  const value = dictionary.lookup(PDFName.of('V'));
  // Who has signed, with which certificate, when and where; it holds no more once a byte is changed.
  if (value instanceof PDFDict && value.has(PDFName.of('ByteRange')))
    dictionary.delete(PDFName.of('V'));
  for (const [, one] of dictionary.entries()) clearWithin(one);
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
    reached.add(one);
    if (one instanceof PDFRef) open.push(context.lookup(one));
    else if (one instanceof PDFArray) open.push(...one.asArray());
    else for (const [, value] of dictionaryOf(one)?.entries() ?? []) open.push(value);
  }
  for (const [reference] of context.enumerateIndirectObjects())
    if (!reached.has(reference)) context.delete(reference);
}

/** Takes out of the streams of a document what they tell besides. @throws UnsoundFile */
function stripStreams({ context }: PDFDocument): void {
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (object.dict.get(TYPE) === PDFName.of('Metadata')) {
      context.delete(reference);
      continue;
    }
    refuseInlinePhotograph(object);
    const stripped = strippedPicture(object) ?? strippedColours(object);
    if (stripped) context.assign(reference, stripped);
  }
}

/**
 * A PDF without what it tells of itself: title, author, programs and times, XMP, data of programs, attached files, small
 * pictures of its pages, comments of readers, signatures, and what its photographs tell (EXIF). Pages, outline and
 * structure are as they were.
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
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  stripAnnotations(document);
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = dictionaryOf(object);
    if (dictionary) clear(dictionary);
    else clearWithin(object);
  }
  dropUnreached(document);
  stripStreams(document);
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}
