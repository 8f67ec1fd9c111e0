import type { OcrBox, OcrLine, OcrPage } from '../../../domain/media/facsimile/ocr.ts';
import { WordsFault } from './words-text.ts';

/** The size of something in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Left, top, width and height, in the units of their file. */
export type Place = readonly [left: number, top: number, width: number, height: number];

const MOST_WORDS = 2_000_000;
const MOST_PAGES = 2000;
/** Which part of the words of a page may lie outside it: programs misplace a few; where it is more, their unit or page is another. */
const MOST_OUTSIDE = 0.05;
/** By what part the proportions of the page may differ from those of its scan: programs round, and cut a margin off. */
const MOST_ASKEW = 0.05;

const ratio = ({ width, height }: Size) => width / height;
const sized = ({ width, height }: Size) => `${Math.round(width)} by ${Math.round(height)}`;

/** Puts pages together of the words that a file has, in its order. */
export class PageMaker {
  readonly pages: OcrPage[] = [];
  readonly #scans: readonly Size[];
  #scale = { x: 1, y: 1 };
  #words = 0;
  /** The words of the page that is being made: how many have a place, and how many of these lie outside it. */
  #placed = { all: 0, outside: 0 };

  /** @param scans the sizes of the pages that the words are of, as far as they are known */
  constructor(scans: readonly Size[]) {
    this.#scans = scans;
  }

  /** Begins a page. @param isPixels whether its places are in pixels of some scan */
  page(stated: Size | undefined, isPixels: boolean): void {
    this.#refuseOutside();
    const scan = this.#scans[this.pages.length];
    const number = this.pages.length + 1;
    if (number > MOST_PAGES)
      throw new WordsFault(`A file of words has at most ${MOST_PAGES} pages.`, 'Part it.');
    if (!stated && (!scan || !isPixels))
      throw new WordsFault(
        `The words of a scan stand on a page of a size; page ${number} of this file does not say which.`,
        'State its WIDTH and HEIGHT, or export it anew.',
      );
    if (!isPixels && !scan)
      throw new WordsFault(
        'The places of words are in pixels, or in another unit where the size of the scan is known.',
        'Export it with MeasurementUnit “pixel”.',
      );
    const askew = stated && scan ? ratio(stated) / ratio(scan) : 1;
    if (stated && scan && Math.abs(Math.log(askew)) > MOST_ASKEW)
      throw new WordsFault(
        `The words of a scan are those of its page: page ${number} of this file is ${sized(stated)}, the scan ${sized(scan)}, which is of another shape.`,
        'Name the file of words that belongs to this scan; or make them anew from it, as it stands: turned and cut alike.',
      );
    const size = isPixels || !scan ? (stated ?? scan) : scan;
    this.#scale =
      isPixels || !scan || !stated
        ? { x: 1, y: 1 }
        : { x: scan.width / stated.width, y: scan.height / stated.height };
    this.pages.push({
      width: Math.max(1, Math.round(size?.width ?? 1)),
      height: Math.max(1, Math.round(size?.height ?? 1)),
      lines: [],
    });
  }

  /** Begins a line, and gives it. */
  line(): OcrLine {
    const line: OcrLine = { words: [] };
    const page = this.pages.at(-1);
    if (!page) throw new WordsFault('The words of a scan stand on a page.', 'Export it anew.');
    page.lines.push(line);
    return line;
  }

  /** Adds a word to a line; a part of one that began on the line before is added to that. */
  word(line: OcrLine, text: string, place: Place | undefined, isRest = false): void {
    const words = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    const box = place && this.#boxOf(place);
    if (words === '' || !box) return;
    const before = this.pages.at(-1)?.lines.at(-2)?.words.at(-1);
    if (isRest && before) {
      before.boxes.push(box);
      return;
    }
    if (++this.#words > MOST_WORDS)
      throw new WordsFault(
        `A file of words has at most ${MOST_WORDS.toLocaleString('en')} words.`,
        'Part it.',
      );
    line.words.push({ text: words, boxes: [box] });
  }

  /** A place in whole pixels of the page, and within it; undefined where it is nowhere. */
  #boxOf([left, top, width, height]: Place): OcrBox | undefined {
    const page = this.pages.at(-1);
    if (!page || ![left, top, width, height].every(Number.isFinite)) return undefined;
    const { x: across, y: down } = this.#scale;
    this.#placed.all++;
    const isAside = left * across >= page.width || (left + width) * across <= 0;
    const isAboveOrBelow = top * down >= page.height || (top + height) * down <= 0;
    if (isAside || isAboveOrBelow) this.#placed.outside++;
    const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
    const x = within(left * across, page.width - 1);
    const y = within(top * down, page.height - 1);
    return {
      x,
      y,
      width: Math.max(1, within((left + width) * across, page.width) - x),
      height: Math.max(1, within((top + height) * down, page.height) - y),
    };
  }

  /** @throws WordsFault where too many words of the page lie outside it */
  #refuseOutside(): void {
    const { all, outside } = this.#placed;
    const page = this.pages.at(-1);
    this.#placed = { all: 0, outside: 0 };
    if (!page || outside <= all * MOST_OUTSIDE) return;
    throw new WordsFault(
      `The words of a scan stand on its page; ${outside} of ${all} lie outside page ${this.pages.length}, which has ${page.width} by ${page.height} pixels.`,
      'State the size of the page, and the unit of its places, as the words have them; or export it anew from this scan.',
    );
  }

  /** The pages, without lines that have no words. */
  whole(): OcrPage[] {
    this.#refuseOutside();
    return this.pages.map((page) => ({
      ...page,
      lines: page.lines.filter(({ words }) => words.length > 0),
    }));
  }
}
