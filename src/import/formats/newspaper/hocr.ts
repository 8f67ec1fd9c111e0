import { type DefaultTreeAdapterTypes, serializeOuter } from 'parse5';
import {
  attributeOf,
  elementsIn,
  htmlTree,
  textIn,
} from '../../../content/media/words/html-tree.ts';
import { WordsFault } from '../../../content/media/words/words-text.ts';
import type { Box } from '../../../domain/media/box.ts';
import { faultSentence } from '../../../domain/problem.ts';
import { asLanguage, ImportFault } from '../../source-document.ts';
import type { ScannedPage, TextBlock } from './alto.ts';

/** hOCR: the words of scanned pages as a program recognised them, in HTML whose classes say what is a page, a block, a line and a word. */

type Element = DefaultTreeAdapterTypes.Element;

/** A page of a file of hOCR. */
export interface HocrPage extends ScannedPage {
  /** The page as a file of its own. */
  whole: () => Uint8Array;
  /** Its language, or else that of the file. */
  lang: string | undefined;
}

const LINES = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat'];
const WORDS = ['ocrx_word', 'ocr_word'];
const BLOCKS = ['ocr_par', 'ocrx_block'];
const BOX = /\bbbox\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})/u;
const CONFIDENCE = /\bx_wconf\s{1,5}(\d{1,3})/u;
const IMAGE = /(?:^|;)\s{0,9}image\s{1,9}(?:"([^"]{1,500})"|'([^']{1,500})'|([^\s"';]{1,500}))/u;

const isOf = (element: Element, classes: readonly string[]) => {
  const own = attributeOf(element, 'class').split(/\s/u);
  return classes.some((name) => own.includes(name));
};

/** The elements of some classes among others and in them, outermost first, in order. */
const within = (elements: readonly Element[], classes: readonly string[]): Element[] =>
  elements.flatMap((one) => (isOf(one, classes) ? [one] : within(elementsIn(one), classes)));

function boxOf(element: Element): Box | undefined {
  const [, x, y, right, bottom] = (BOX.exec(attributeOf(element, 'title')) ?? []).map(Number);
  if (x === undefined || y === undefined || right === undefined || bottom === undefined)
    return undefined;
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined;
}

/** The box that holds two. */
function around(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (!one || !other) return one ?? other;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** A page that is being read. */
class Page {
  readonly page: ScannedPage;
  readonly #of: { width: number; height: number } | undefined;
  /** Lines that stand in no paragraph are one while nothing stands between them. */
  #loose: TextBlock | undefined;
  /** The ids of its blocks, in order. */
  readonly #ids: string[] = [];

  constructor(element: Element) {
    const [, quoted, single, bare] = IMAGE.exec(attributeOf(element, 'title')) ?? [];
    const { width, height } = boxOf(element) ?? {};
    this.#of = width !== undefined && height !== undefined ? { width, height } : undefined;
    this.page = {
      blocks: new Map(),
      places: new Map(),
      order: [],
      ranks: new Map(),
      pictures: 0,
      scan: (quoted ?? single ?? bare)?.trim() || undefined,
    };
    this.#read(elementsIn(element));
  }

  /** Notes that what has an id stands in blocks; the first of two with one id has it. */
  #place(element: Element, ids: readonly string[]): void {
    const id = attributeOf(element, 'id');
    const { blocks, places } = this.page;
    if (id !== '' && ids.length > 0 && !blocks.has(id) && !places.has(id)) places.set(id, [...ids]);
  }

  #begin(box: Box | undefined, own = ''): TextBlock {
    const { blocks, order, ranks } = this.page;
    const place = box && { page: 1, box, of: this.#of };
    const block: TextBlock = { lines: [], rated: 0, confidence: 0, place };
    const id = own !== '' && !blocks.has(own) ? own : `block ${blocks.size}`;
    this.#ids.push(id);
    blocks.set(id, block);
    ranks.set(id, order.push(block) - 1);
    return block;
  }

  #line(element: Element, block: TextBlock): void {
    const words = within(elementsIn(element), WORDS);
    for (const one of [element, ...words]) this.#place(one, this.#ids.slice(-1));
    // Some programs know lines alone.
    const text = plain(words.length > 0 ? words.map(textIn).join(' ') : textIn(element));
    if (text !== '') block.lines.push(text);
    for (const word of words) {
      const rate = Number(CONFIDENCE.exec(attributeOf(word, 'title'))?.[1] ?? Number.NaN);
      if (!(rate >= 0 && rate <= 100)) continue;
      block.rated++;
      block.confidence += rate / 100;
    }
  }

  #read(elements: readonly Element[]): void {
    for (const element of elements) {
      if (isOf(element, ['ocr_photo', 'ocr_image', 'ocr_linedrawing'])) this.page.pictures++;
      else if (isOf(element, LINES)) {
        this.#loose ??= this.#begin(undefined);
        const box = around(this.#loose.place?.box, boxOf(element));
        if (box) this.#loose.place = { page: 1, box, of: this.#of };
        this.#line(element, this.#loose);
      } else if (isOf(element, BLOCKS)) {
        this.#loose = undefined;
        const lines = within(elementsIn(element), LINES);
        const box = boxOf(element) ?? lines.map(boxOf).reduce<Box | undefined>(around, undefined);
        const block = this.#begin(box, attributeOf(element, 'id'));
        for (const line of lines) this.#line(line, block);
        if (lines.length === 0) this.#line(element, block);
      } else {
        this.#loose = undefined;
        const before = this.#ids.length;
        this.#read(elementsIn(element));
        this.#place(element, this.#ids.slice(before));
        this.#loose = undefined;
      }
    }
  }
}

/** A page of hOCR as a file of its own: its words stay words, whatever they look like. */
const fileOf = (page: Element) =>
  Buffer.from(
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><meta name="ocr-system" content="unknown"></head><body>${serializeOuter(page)}</body></html>\n`,
  );

const languageOf = (element: Element) =>
  asLanguage(attributeOf(element, 'lang') || attributeOf(element, 'xml:lang'));

/** Reads the pages of hOCR. @throws ImportFault where they nest, or are many, as no program writes them */
export function readHocr(text: string): HocrPage[] {
  try {
    const tree = htmlTree(text);
    const ofFile = tree.map(languageOf).find(Boolean);
    return within(tree, ['ocr_page']).map((element) => ({
      ...new Page(element).page,
      whole: () => fileOf(element),
      lang: languageOf(element) ?? ofFile,
    }));
  } catch (error) {
    if (error instanceof WordsFault) throw new ImportFault(faultSentence(error.fault));
    throw error;
  }
}
