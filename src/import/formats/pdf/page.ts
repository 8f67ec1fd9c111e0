import type { PdfDocument } from '../../../content/media/inspection/document/pdf-document.ts';
import type { Piece } from './piece.ts';
import { isRaised, wordsBeside } from './raised.ts';
import { type Drawn, directionOf, piecesFromTheRight } from './right-to-left.ts';

export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type Content = Awaited<ReturnType<PdfPage['getTextContent']>>;
type Item = Extract<Content['items'][number], { str: string }>;

/** A page as it is set. */
export interface Page {
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  /** Words that do not stand upright: watermarks, credits at the side of pictures. */
  turned: string[];
  /** How many pieces lie below a redaction that was not carried out. */
  redacted: number;
  /** How many signs above letters have no name. */
  unnamed: number;
  annotations: { comments: number; fields: number; links: number };
}

/** How far two pieces of a line are apart at most, in parts of their size; columns are further apart. */
const FARTHEST = 1;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a font gives that has no name
const UNNAMED = /^[\u0000-\u0008\ufffd]+$/u;

type Matrix = readonly [number, number, number, number, number, number];
const multiplied = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** An item where it stands on the page; turned where it is not set from left to right. */
function placed(
  item: Item,
  viewport: Matrix,
  mark: string | undefined,
): Drawn & { isTurned: boolean } {
  const [a, b, c, d, left, base] = multiplied(viewport, item.transform as unknown as Matrix);
  return {
    text: item.str,
    left,
    right: left + item.width,
    base,
    size: Math.hypot(c, d),
    direction: item.dir,
    isAgainst: false,
    mark,
    isTurned: Math.abs(b) > Math.abs(a) * 0.1 || a < 0,
  };
}

/** Whether a piece goes on with what comes next in a file. */
const goesOn = (piece: Piece, next: Piece): boolean =>
  next.mark === piece.mark &&
  (Math.abs(next.base - piece.base) < Math.min(piece.size, next.size) * 0.4 ||
    isRaised(next, [piece])) &&
  Math.max(next.left - piece.right, piece.left - next.right) <
    FARTHEST * Math.max(piece.size, next.size) &&
  next.right > piece.left;

function joined(piece: Piece, next: Piece): void {
  const isApart = next.left - piece.right > Math.min(piece.size, next.size) * 0.15;
  const space = isApart && !piece.text.endsWith(' ') && !next.text.startsWith(' ') ? ' ' : '';
  const words = wordsBeside(next, piece);
  // A large first letter and signs above a line are of it; the line has the type of most of its letters.
  if (next.text.trim().length > piece.text.trim().length) {
    piece.size = next.size;
    piece.base = next.base;
  }
  piece.text += space + words;
  piece.left = Math.min(piece.left, next.left);
  piece.right = Math.max(piece.right, next.right);
}

/** What is drawn as pieces of lines. */
function piecesOf(drawn: readonly Drawn[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { direction, ...piece } of drawn) {
    const last = pieces.at(-1);
    if (piece.text.trim() === '') {
      // What fills a gap between columns is no space.
      if (last && piece.right - piece.left < last.size * FARTHEST) last.text += ' ';
    } else if (last && goesOn(last, piece)) joined(last, piece);
    else pieces.push(piece);
  }
  return pieces;
}

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];
const isIn = ({ left, right, base, size }: Piece, [x0, y0, x1, y1]: Rectangle): boolean =>
  left < x1 && right > x0 && base - size / 4 > y0 && base - size / 4 < y1;

async function annotationsOf(page: PdfPage, viewport: Matrix) {
  const counts = { comments: 0, fields: 0, links: 0 };
  const redactions: Rectangle[] = [];
  for (const { subtype, rect } of await page.getAnnotations()) {
    if (subtype === 'Redact') {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect as number[];
      const [, , , , left, top] = multiplied(viewport, [1, 0, 0, 1, x0, y0]);
      const [, , , , right, bottom] = multiplied(viewport, [1, 0, 0, 1, x1, y1]);
      redactions.push([
        Math.min(left, right),
        Math.min(top, bottom),
        Math.max(left, right),
        Math.max(top, bottom),
      ]);
    } else if (subtype === 'Widget') counts.fields++;
    else if (subtype === 'Link') counts.links++;
    else if (subtype !== 'Popup') counts.comments++;
  }
  return { counts, redactions };
}

/** Reads the words of a page where they stand. */
export async function readPage(document: PdfDocument, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const matrix = viewport.transform as unknown as Matrix;
  const { counts, redactions } = await annotationsOf(page, matrix);
  const found: Omit<Page, 'pieces'> = {
    number,
    width,
    height,
    turned: [],
    redacted: 0,
    unnamed: 0,
    annotations: counts,
  };
  const drawn: Drawn[] = [];
  const marks: (string | undefined)[] = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(('id' in item && item.id) || marks.at(-1));
      continue;
    }
    const { isTurned, ...piece } = placed(item, matrix, marks.at(-1));
    if (item.str === '') continue;
    // A sign above a letter, of which its font does not say what it is; the letter is read without it.
    if (item.width === 0 && UNNAMED.test(item.str)) found.unnamed++;
    else if (isTurned) {
      if (item.str.trim() !== '') found.turned.push(item.str);
    } else if (!redactions.some((one) => isIn(piece, one))) drawn.push(piece);
    else if (item.str.trim() !== '') found.redacted++;
  }
  page.cleanup();
  const direction = directionOf(drawn);
  const pieces = direction
    ? piecesFromTheRight(drawn, direction, width, FARTHEST)
    : piecesOf(drawn);
  return { ...found, pieces };
}
