import type { Element, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import type { OcrPage } from '../../../domain/media/facsimile/ocr.ts';
import { PageMaker, type Place, type Size } from './page-maker.ts';
import { WordsFault } from './words-text.ts';

/** hOCR: HTML whose classes say what is a page, a line and a word, and whose titles where these stand. */

const LINES = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_caption', 'ocr_textfloat'];
const BOX = /\bbbox\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})\s{1,5}(-?\d{1,7})/;
const DEEPEST = 200;

const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : [];

function placeOf({ properties }: Element): Place | undefined {
  const [, left, top, right, bottom] = (BOX.exec(String(properties['title'] ?? '')) ?? []).map(
    Number,
  );
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return [left, top, right - left, bottom - top];
}

const tooDeep = () => new WordsFault(`hOCR nests at most ${DEEPEST} deep.`, 'Export it anew.');

/** The elements of some classes in one, outermost first, in order. */
function within(nodes: readonly RootContent[], classes: readonly string[], depth = 0): Element[] {
  if (depth > DEEPEST) throw tooDeep();
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const isOne = classesOf(node).some((name) => classes.includes(name));
    return isOne ? [node] : within(node.children, classes, depth + 1);
  });
}

/** Elements that hold nothing, and so are never closed. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** How deep tags may stand in each other before any is read: what is left open counts as deep too. */
const DEEPEST_TAGS = 2000;

/** Refuses what a parser of HTML would take very long for: elements in each other without end. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (const [, end, name = '', self] of text.matchAll(
    /<(\/?)([a-z][a-z\d]{0,30})[^<>]*?(\/?)>/gi,
  )) {
    if (VOID.test(name) || self) continue;
    depth += end ? -1 : 1;
    if (depth > DEEPEST_TAGS) throw tooDeep();
  }
}

function readPages(text: string, maker: PageMaker): void {
  for (const page of within(fromHtml(text).children, ['ocr_page'])) {
    const [, , width = 0, height = 0] = placeOf(page) ?? [];
    maker.page(width > 0 && height > 0 ? { width, height } : undefined, true);
    for (const line of within(page.children, LINES)) {
      const made = maker.line();
      const words = within(line.children, ['ocrx_word', 'ocr_word']);
      for (const word of words) maker.word(made, textOf(word), placeOf(word) ?? placeOf(line));
      // Some programs know lines alone.
      if (words.length === 0)
        for (const word of textOf(line).split(/\s/u)) maker.word(made, word, placeOf(line));
    }
  }
}

/** Reads hOCR. @throws WordsFault where it does not say where its words stand */
export function readHocr(text: string, scans: readonly Size[]): OcrPage[] {
  const maker = new PageMaker(scans);
  refuseDepth(text);
  try {
    readPages(text, maker);
  } catch (error) {
    // Elements in each other without end.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
  return maker.whole();
}
