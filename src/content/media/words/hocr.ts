import type { DefaultTreeAdapterTypes } from 'parse5';
import type { OcrPage } from '../../../domain/media/facsimile/ocr.ts';
import { attributeOf, elementsIn, htmlTree, textIn } from './html-tree.ts';
import { PageMaker, type Place, type Size } from './page-maker.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** hOCR: HTML whose classes say what is a page, a line and a word, and whose titles where these stand. */

const LINES = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat'];
const BOX = /\bbbox\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})/;

function placeOf(element: Element): Place | undefined {
  const [, left, top, right, bottom] = (BOX.exec(attributeOf(element, 'title')) ?? []).map(Number);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return [left, top, right - left, bottom - top];
}

/** The elements of some classes among others and in them, outermost first, in order. */
const within = (elements: readonly Element[], classes: readonly string[]): Element[] =>
  elements.flatMap((element) => {
    const own = attributeOf(element, 'class').split(/\s/);
    return classes.some((name) => own.includes(name))
      ? [element]
      : within(elementsIn(element), classes);
  });

/** Reads hOCR. @throws WordsFault where it does not say where its words stand */
export function readHocr(text: string, scans: readonly Size[]): OcrPage[] {
  const maker = new PageMaker(scans);
  for (const page of within(htmlTree(text), ['ocr_page'])) {
    const [, , width = 0, height = 0] = placeOf(page) ?? [];
    maker.page(width > 0 && height > 0 ? { width, height } : undefined, true);
    for (const line of within(elementsIn(page), LINES)) {
      const made = maker.line();
      const words = within(elementsIn(line), ['ocrx_word', 'ocr_word']);
      for (const word of words) maker.word(made, textIn(word), placeOf(word) ?? placeOf(line));
      // Some programs know lines alone.
      if (words.length === 0)
        for (const word of textIn(line).split(/\s/u)) maker.word(made, word, placeOf(line));
    }
  }
  return maker.whole();
}
