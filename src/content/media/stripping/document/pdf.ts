import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
  PDFWriter,
} from '@cantoo/pdf-lib';
import { isForAll, withoutUser } from './address.ts';
import { markedPages } from './annotation/shown.ts';
import { stripAnnotations } from './annotations.ts';
import { stripCatalogue } from './catalogue.ts';
import { stripClearPictures } from './clear-picture.ts';
import { KEPT, keep, valueAt } from './kept-keys.ts';
import { stripLayers } from './layers.ts';
import { stripMarks } from './marked-content.ts';
import { listedObjects } from './object-reading.ts';
import { strippedPages } from './pages.ts';
import { stripResources } from './resources.ts';
import { stripStreams } from './streams.ts';
import { stripStructure } from './structure.ts';
import { dropUnused } from './unused.ts';

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
const [WIDTH, BOX] = [PDFName.of('Width'), PDFName.of('BBox')];
const ACTIONS = ['A', 'PA', 'OpenAction', 'Next'].map((name) => PDFName.of(name));
/** What a link may do: lead to a place in the document, or to an address. */
const LEADING = new Set(['GoTo', 'URI', 'Named', 'SetOCGState'].map((name) => PDFName.of(name)));

function dictionaryOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}

/** Whether a value is an action: a part of the structure, or an entry of the outline, may stand where one does. */
const isAction = (value: PDFObject | undefined): boolean =>
  valueAt(value, 'S') instanceof PDFName && valueAt(value, 'P') === undefined;

/** Whether an action does something that no reader is helped by, such as to open a file of another machine. */
function isOdd(action: PDFObject | undefined): boolean {
  const kind = valueAt(action, 'S');
  if (!(kind instanceof PDFName) || !LEADING.has(kind)) return true;
  if (kind !== PDFName.of('URI')) return false;
  const address = valueAt(action, 'URI');
  const isText = address instanceof PDFString || address instanceof PDFHexString;
  return !isText || !isForAll(address.decodeText());
}

/** Takes out of the address that an action leads to who may be let in there. */
function stripAddress(action: PDFObject | undefined): void {
  const address = valueAt(action, 'URI');
  if (!(action instanceof PDFDict)) return;
  if (!(address instanceof PDFString || address instanceof PDFHexString)) return;
  const text = address.decodeText();
  const stripped = withoutUser(text);
  if (stripped === text) return;
  const plain = stripped.replace(/[^ -~]/gu, (sign) => encodeURIComponent(sign.toWellFormed()));
  action.set(PDFName.of('URI'), PDFString.of(plain.replace(/[\\()]/g, '\\$&')));
}

/** Takes names out of a dictionary and of those that stand in it. */
function clear(dictionary: PDFDict): void {
  for (const name of LOST) dictionary.delete(name);
  for (const name of ACTIONS) {
    const action = dictionary.lookup(name);
    if (!isAction(action)) continue;
    if (isOdd(action)) dictionary.delete(name);
    else {
      keep(action, KEPT.action);
      stripAddress(action);
    }
  }
  const kind = valueAt(dictionary, 'Subtype');
  if (kind === PDFName.of('Image') && dictionary.has(WIDTH)) keep(dictionary, KEPT.picture);
  if (kind === PDFName.of('Form') && dictionary.has(BOX)) keep(dictionary, KEPT.drawing);
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

/**
 * A PDF without what it tells of itself: title, author, programs and times, XMP, data of programs, attached files, small
 * pictures of its pages, comments of readers, signatures, and what its photographs tell (EXIF). Pages, outline and
 * structure are as they were, and nothing else is there. Objects are those that its newest list of them names.
 *
 * @throws UnsoundFile also where it is encrypted, where layers of it are not shown, or where a mark that goes covers something
 */
export async function strippedPdf(bytes: Buffer): Promise<Uint8Array> {
  const context = await listedObjects(bytes);
  const catalogue = context.lookup(context.trailerInfo.Root);
  stripCatalogue(catalogue);
  const pages = strippedPages(catalogue, context);
  stripLayers(catalogue, context);
  const marked = markedPages(pages);
  if (marked.length > 0) {
    // It loads what draws pages, which few documents need.
    const { refuseUncovering } = await import('./annotation/uncovering.ts');
    await refuseUncovering(bytes, marked, context);
  }
  const shown = stripAnnotations(pages, catalogue, context);
  stripStructure(catalogue, shown);
  stripMarks(context, shown);
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dictionary = dictionaryOf(object);
    if (dictionary) clear(dictionary);
    else clearWithin(object);
  }
  stripResources(context);
  stripClearPictures(context);
  const drawings = dropUnused(pages, context);
  await stripStreams(context, drawings);
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}
