/** The words of a scan with their places, as a program recognised them. */

/** A rectangle of a page, in whole pixels of it, from its upper left. */
export interface OcrBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A word. One that the end of a line parts stands whole in the first of its lines, and has a box for each part. */
interface OcrWord {
  text: string;
  boxes: OcrBox[];
}

/** A line of words, in the order in which they are read. */
export interface OcrLine {
  words: OcrWord[];
}

/** A page: its lines in the order in which they are read. */
export interface OcrPage {
  /** The size of the page in the pixels of its boxes, which may be that of a larger or smaller scan of it. */
  width: number;
  height: number;
  lines: OcrLine[];
}

/** The words of a page as text: a line for each of its own. */
export const textOfPage = ({ lines }: OcrPage): string =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');
