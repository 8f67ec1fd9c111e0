import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFObjectStreamParser,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { type ObjectList, objectAt, objectList } from './object-list.ts';
import { unpackedStream } from './packing/filters.ts';

/** Where a file has an object with a number; undefined where it has several. */
function onlyPlace(bytes: Buffer, { objectNumber, generationNumber }: PDFRef): number | undefined {
  const head = `${objectNumber} ${generationNumber} obj`;
  let found: number | undefined;
  for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
    const before = bytes[at - 1] ?? 0x20;
    if (before >= 0x30 && before <= 0x39) continue;
    if (found !== undefined) return undefined;
    found = at;
  }
  return found;
}

/** Reads the objects of one document. */
class Reader {
  readonly #bytes: Buffer;
  readonly #context: PDFContext;
  readonly #list: ObjectList;
  readonly #unpacked = new Map<number, ReadonlyMap<number, PDFObject>>();

  constructor(bytes: Buffer, context: PDFContext, list: ObjectList) {
    this.#bytes = bytes;
    this.#context = context;
    this.#list = list;
  }

  /** What a reference leads to; undefined where it leads to nothing, as that of an object that was taken out. */
  async read(reference: PDFRef): Promise<PDFObject | undefined> {
    const { objectNumber, generationNumber } = reference;
    const place = this.#list.places.get(objectNumber);
    if (!place) return undefined;
    if ('within' in place)
      return generationNumber === 0
        ? (await this.#unpack(place.within)).get(objectNumber)
        : undefined;
    if (place.generation !== generationNumber) return undefined;
    const listed = objectAt(this.#bytes, place.at, this.#context, objectNumber);
    if (listed) return listed;
    // Programs that show pages look through the whole file then, and take the last of several.
    const only = onlyPlace(this.#bytes, reference);
    mustHold(
      only !== undefined,
      'The list of the objects of the PDF leads to none of several that have one number.',
    );
    return objectAt(this.#bytes, only, this.#context, objectNumber);
  }

  /** The objects that a stream holds, by their numbers. */
  async #unpack(number: number): Promise<ReadonlyMap<number, PDFObject>> {
    const known = this.#unpacked.get(number);
    if (known) return known;
    const found = new Map<number, PDFObject>();
    this.#unpacked.set(number, found);
    const place = this.#list.places.get(number);
    const stream = place && 'at' in place ? await this.read(PDFRef.of(number)) : undefined;
    if (!(stream instanceof PDFRawStream)) return found;
    await PDFObjectStreamParser.forStream(unpackedStream(stream)).parseIntoContext();
    for (const [reference, object] of this.#context.enumerateIndirectObjects()) {
      found.set(reference.objectNumber, object);
      this.#context.delete(reference);
    }
    return found;
  }
}

/** The references that stand in an object. */
function* referencesIn(object: PDFObject): Generator<PDFRef> {
  const open: PDFObject[] = [object];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one instanceof PDFRef) yield one;
    else if (one instanceof PDFArray) for (const part of one.asArray()) open.push(part);
    else {
      const dict = one instanceof PDFRawStream ? one.dict : one;
      if (dict instanceof PDFDict) for (const [, value] of dict.entries()) open.push(value);
    }
  }
}

/**
 * The objects of a PDF to which its newest root leads, each as the list of its objects says; what an earlier save of it had
 * in their place is not among them. `trailerInfo` has the root alone.
 *
 * @throws UnsoundFile also where it is encrypted
 */
export async function listedObjects(bytes: Buffer): Promise<PDFContext> {
  const context = PDFContext.create();
  const list = objectList(bytes, context);
  mustHold(!list.trailer.has(PDFName.of('Encrypt')), 'The PDF is encrypted.');
  const root = list.trailer.get(PDFName.of('Root'));
  mustHold(root instanceof PDFRef, 'The PDF does not say with which object it begins.');
  const reader = new Reader(bytes, context, list);
  const read = new Map<PDFRef, PDFObject>();
  const seen = new Set<PDFRef>([root]);
  const open: PDFRef[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    const object = await reader.read(one);
    if (!object) continue;
    read.set(one, object);
    for (const reference of referencesIn(object))
      if (!seen.has(reference)) {
        seen.add(reference);
        open.push(reference);
      }
  }
  for (const [reference, object] of read) context.assign(reference, object);
  context.trailerInfo = { Root: root };
  return context;
}
