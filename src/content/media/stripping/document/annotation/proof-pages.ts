import {
  PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  type PDFRef,
  PDFWriter,
} from '@cantoo/pdf-lib';
import { valueAt } from '../kept-keys.ts';
import { drawByData } from './mark-drawing.ts';
import { type Box, boxOf, inherited } from './place.ts';
import type { Annotation } from './shown.ts';

/** What a page is drawn by, and what it may have of what it stands in. */
const OWN = ['Contents', 'Group', 'UserUnit'];
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
/** What an annotation is drawn by; nothing of it leads to pages or to other annotations. */
const DRAWN = [
  'Subtype Rect F AP AS Border C BS BE IC CA ca BM L LE LL LLE LLO QuadPoints Vertices InkList',
  'DA DS Q RD CL Name Contents MK OC',
]
  .join(' ')
  .split(' ')
  .map((key) => PDFName.of(key));

const sidesOf = ({ left, low, right, high }: Box) => [left, low, right, high];

/** A document of pages that are drawn to see what marks do, and that nobody is given. */
export class ProofPages {
  readonly #context = PDFContext.create();
  readonly #copier: PDFObjectCopier;
  readonly #list = this.#context.nextRef();
  readonly #pages: PDFRef[] = [];

  /** @param source what the pages are made of; it is not changed */
  constructor(source: PDFContext) {
    this.#copier = PDFObjectCopier.for(source, this.#context);
  }

  #add(page: PDFDict, annotations: readonly Annotation[]): number {
    page.set(PDFName.of('Type'), PDFName.of('Page'));
    page.set(PDFName.of('Parent'), this.#list);
    const refs = annotations.map((one) => this.#context.register(this.#copyOf(one)));
    page.set(PDFName.of('Annots'), this.#context.obj(refs));
    return this.#pages.push(this.#context.register(page)) - 1;
  }

  #copyOf({ dict, kind }: Annotation): PDFDict {
    const copy = PDFDict.withContext(this.#context);
    for (const key of DRAWN) {
      const value = dict.get(key);
      if (value) copy.set(key, this.#copier.copy(value));
    }
    drawByData({ dict: copy, kind }, this.#context);
    // The library draws fields above all marks, wherever they stand among these.
    if (kind === 'Widget') copy.set(PDFName.of('Subtype'), PDFName.of('Stamp'));
    return copy;
  }

  /**
   * A part of a page with some of its annotations; all of it where the page does not say how large it is.
   *
   * @returns its number, from 0
   */
  addPage(page: PDFDict, annotations: readonly Annotation[], part: Box | undefined): number {
    const copy = PDFDict.withContext(this.#context);
    const take = (key: string, value: PDFObject | undefined) => {
      if (value) copy.set(PDFName.of(key), this.#copier.copy(value));
    };
    for (const key of OWN) take(key, page.get(PDFName.of(key)));
    for (const key of INHERITED) take(key, inherited(page, key));
    if (part) copy.set(PDFName.of('CropBox'), this.#context.obj(sidesOf(part)));
    return this.#add(copy, annotations);
  }

  /** A page of one colour, as large as an annotation, which lies on it alone. @returns its number, from 0 */
  addAlone(annotation: Annotation, colour: string): number {
    const box = boxOf(valueAt(annotation.dict, 'Rect')) ?? { left: 0, low: 0, right: 1, high: 1 };
    const ground = this.#context.stream(`${colour} rg ${sidesOf(box).join(' ')} re f`);
    const page = this.#context.obj({
      MediaBox: sidesOf(box),
      Contents: this.#context.register(ground),
    });
    return this.#add(page, [annotation]);
  }

  get count(): number {
    return this.#pages.length;
  }

  written(): Promise<Uint8Array> {
    this.#context.assign(
      this.#list,
      this.#context.obj({ Type: 'Pages', Kids: this.#pages, Count: this.count }),
    );
    const root = this.#context.obj({ Type: 'Catalog', Pages: this.#list });
    this.#context.trailerInfo.Root = this.#context.register(root);
    return PDFWriter.forContext(this.#context, Number.POSITIVE_INFINITY).serializeToBuffer();
  }
}
