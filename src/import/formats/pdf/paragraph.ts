import { type Line, medianOf, rightOf, usualSize } from './line.ts';

/** A paragraph of a PDF, as the lines in which it is set. */
export interface Paragraph {
  role: 'text' | 'heading' | 'item' | 'quotation';
  /** Of headings, counted from 1. */
  level: number;
  lines: string[];
  size: number;
  page: number;
}

/** A gap between lines that parts paragraphs, in parts of the usual distance of lines. */
const GAP = 1.3;
/** As much of the distance that larger type would have, if it were set as the rest. */
const WIDER = 1.1;
/** How far the first line of a paragraph is set in, in parts of its size. */
const LEAST_INDENT = 0.7;
const MOST_INDENT = 5;
const OTHER_SIZE = 0.12;
/** How much of its column a line leaves free that ends a paragraph. */
const FREE = 0.15;

const ENDED = /[.!?:…»”“"’')\]؟۔]$/u;
const POINT = /^(?:[•‣▪●◦■–—*·o-] |\(?\d{1,3}[.)] |\(?[a-z][.)] )/u;
export const isPoint = (text: string): boolean => POINT.test(text);

const isOtherSize = (a: Line, b: Line) =>
  Math.abs(a.size - b.size) > Math.max(a.size, b.size) * OTHER_SIZE;

interface Column {
  left: number;
  right: number;
  step: number;
  size: number;
}

function columnOf(lines: readonly Line[]): Column {
  const steps = lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    return before &&
      line.page === before.page &&
      !isOtherSize(line, before) &&
      line.base > before.base
      ? [line.base - before.base]
      : [];
  });
  return {
    // Most lines begin at the edge; a few are set in or out.
    left: medianOf(
      lines.map(({ left }) => left),
      0,
    ),
    right: rightOf(lines),
    size: usualSize(lines),
    // Of two in the middle the less: the greater may be a gap.
    step: steps.toSorted((a, b) => a - b)[(steps.length - 1) >> 1] ?? Number.POSITIVE_INFINITY,
  };
}

/** Whether a line begins a paragraph, by the line before it in its column. */
function begins(line: Line, before: Line, { left, right, step, size }: Column): boolean {
  if (isOtherSize(line, before)) return true;
  // Larger type is set as much wider.
  const ownStep = step * Math.max(1, line.size / Math.max(1, size)) * WIDER;
  if (line.base - before.base > Math.max(step * GAP, line.size * GAP, ownStep)) return true;
  if (isPoint(line.text)) return true;
  const indent = line.left - Math.min(before.left, left + line.size * MOST_INDENT);
  const isIndented =
    indent > line.size * LEAST_INDENT &&
    indent < line.size * MOST_INDENT &&
    line.left - left > line.size * LEAST_INDENT;
  if (isIndented && Math.abs(before.left - line.left) > line.size * LEAST_INDENT)
    return !isPoint(before.text);
  const isShort = right - before.right > (right - left) * FREE;
  return isShort && ENDED.test(before.text) && /^[\p{Lu}\p{Lo}\p{N}“"«„‘([]/u.test(line.text);
}

/** Whether a paragraph goes on at the top of the next column or page. */
export function goesOn(
  paragraph: Paragraph,
  next: Pick<Paragraph, 'lines' | 'size' | 'role'>,
): boolean {
  const last = paragraph.lines.at(-1) ?? '';
  const first = next.lines[0] ?? '';
  if (paragraph.role !== next.role && next.role !== 'text') return false;
  if (paragraph.role === 'heading' || isPoint(first)) return false;
  if (Math.abs(paragraph.size - next.size) > paragraph.size * OTHER_SIZE) return false;
  return /^\p{Ll}/u.test(first)
    ? !/[.!?؟۔]$/u.test(last)
    : !ENDED.test(last) && last.length > 20 && /[\p{L},;،؛-]$/u.test(last);
}

/** A line with a number before it that stands alone is no list: “1. The ferry”. */
const withoutLoneItems = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.map((one, index) =>
    one.role === 'item' &&
    /^\S*[\p{L}\p{N}]/u.test(one.lines[0] ?? '') &&
    paragraphs[index - 1]?.role !== 'item' &&
    paragraphs[index + 1]?.role !== 'item'
      ? { ...one, role: 'text' }
      : one,
  );

/** The paragraphs of lines in columns, in order. */
export function paragraphsOf(columns: readonly (readonly Line[])[]): Paragraph[] {
  const found: Paragraph[] = [];
  for (const lines of columns) {
    const column = columnOf(lines);
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      const last = found.at(-1);
      const one: Paragraph = {
        role: isPoint(line.text) ? 'item' : 'text',
        level: 1,
        lines: [line.text],
        size: line.size,
        page: line.page,
      };
      const isNew = before
        ? begins(line, before, column)
        : !last || line.left - column.left > line.size * LEAST_INDENT || !goesOn(last, one);
      if (last && !isNew) last.lines.push(line.text);
      else found.push(one);
    }
  }
  return withoutLoneItems(found);
}
