import type { Box } from '../box.ts';
import type { OcrPage } from './ocr.ts';

/** A word of a scan: its text, then left, top, width and height of each of its parts, in pixels of the scan. */
type PlacedWord = [text: string, ...boxes: number[]];

/** The words of a page of a scan with their places, as published beside it. */
export interface PageWords {
  /** The size of the page, in pixels of the scan. */
  width: number;
  height: number;
  /** Its lines, in the order in which they are read. */
  lines: PlacedWord[][];
}

/**
 * The words of a page as published.
 * @param size of the scan, in pixels: the program that read the words may have had another copy of it
 */
export function pageWords(page: OcrPage, size: { width: number; height: number }): PageWords {
  const across = size.width / page.width;
  const down = size.height / page.height;
  const placed = ({ x, y, width, height }: Box) => [
    Math.round(x * across),
    Math.round(y * down),
    Math.max(1, Math.round(width * across)),
    Math.max(1, Math.round(height * down)),
  ];
  return {
    width: size.width,
    height: size.height,
    lines: page.lines.map(({ words }) =>
      words.map(({ text, boxes }): PlacedWord => [text, ...boxes.flatMap(placed)]),
    ),
  };
}

/** The words of a page as text, a line for each of its own, and where in it each word begins. */
export function textOfWords({ lines }: Pick<PageWords, 'lines'>): {
  text: string;
  starts: number[];
} {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text += '\n';
    line.forEach(([word], index) => {
      if (index > 0) text += ' ';
      starts.push(text.length);
      text += word;
    });
  }
  return { text, starts };
}

const boxesOf = ([, ...numbers]: PlacedWord): Box[] =>
  Array.from({ length: Math.floor(numbers.length / 4) }, (_, index) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.slice(index * 4, index * 4 + 4);
    return { x, y, width, height };
  });

/**
 * Where the words stand that ranges of the page’s text touch.
 * @param ranges in the text that `textOfWords` gives
 */
export function boxesIn(
  page: Pick<PageWords, 'lines'>,
  ranges: readonly { start: number; end: number }[],
): Box[] {
  const { starts } = textOfWords(page);
  return page.lines.flat().flatMap((word, index) => {
    const start = starts[index] ?? 0;
    const end = start + word[0].length;
    return ranges.some((range) => range.start < end && range.end > start) ? boxesOf(word) : [];
  });
}
