import type { PhrasingContent, Root } from 'mdast';
import { foldSpace } from '../../domain/article/paragraph.ts';
import { Hyphens } from './pdf/hyphen.ts';

/** Texts whose lines were broken by whoever wrote them: to fit a width, or because they are verse. */

/** Lines are those of verse where they are no longer, in characters, or than this share of the width of the file. */
const SHORT = 45;
const SHARE = 2 / 3;
/** Fewer lines are a greeting, an address or a sentence. */
const LEAST_OF_VERSE = 3;
/** Of lines that a width broke hardly any had room for the next word. */
const SHARE_WITH_ROOM = 1 / 2;

const firstWord = (line: string) => line.slice(0, `${line} `.indexOf(' '));

/** Whether the lines of a paragraph end where somebody meant them to. */
function isVerse(lines: readonly string[], width: number): boolean {
  const short = Math.max(SHORT, width * SHARE);
  if (lines.length < LEAST_OF_VERSE || lines.some((line) => line.length > short)) return false;
  if (lines.some((line) => /[\p{L}\p{M}][-\u2010\u00ad]$/u.test(line))) return false;
  const withRoom = lines.filter((line, at) => {
    const next = lines[at + 1];
    return next !== undefined && line.length + 1 + firstWord(next).length <= width;
  });
  return withRoom.length >= (lines.length - 1) * SHARE_WITH_ROOM;
}

/** The paragraphs of a plain text, a blank line apart, as a body. Verse keeps its lines; words parted by a line’s end are one. */
export function bodyOfLines(text: string): { body: Root; notes: string[] } {
  const paragraphs = text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.split('\n').map(foldSpace).filter(Boolean))
    .filter((lines) => lines.length > 0);
  let width = 0;
  // A paragraph that is a line by itself was not broken to fit.
  for (const lines of paragraphs)
    if (lines.length > 1) for (const line of lines) width = Math.max(width, line.length);
  const hyphens = new Hyphens(paragraphs.flat());
  const children = paragraphs.map((lines) => ({
    type: 'paragraph' as const,
    children: isVerse(lines, width)
      ? lines.flatMap((value, at): PhrasingContent[] => [
          ...(at === 0 ? [] : [{ type: 'break' as const }]),
          { type: 'text', value },
        ])
      : [{ type: 'text' as const, value: hyphens.joined(lines) }],
  }));
  const { kept } = hyphens;
  return {
    body: { type: 'root', children },
    notes:
      kept === 0
        ? []
        : [
            kept === 1
              ? 'one hyphen at the end of a line kept, which may be that of the line alone'
              : `${kept} hyphens at the ends of lines kept, which may be those of the lines alone`,
          ],
  };
}
