import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemAt } from './problem-place.ts';

/** Where the YAML of a file and its body lie, as indices in the text. */
export interface Frontmatter {
  start: number;
  end: number;
  bodyStart: number;
}

/** Finds the frontmatter: from `---` on the first line to the next line that is `---`. */
export function frontmatterOf(path: string, text: string): Frontmatter | { problem: Problem } {
  const opening = '---\n';
  if (!text.startsWith(opening)) {
    const fault = because(
      'article/frontmatter',
      'An article starts with frontmatter.',
      'Write --- on the first line, the fields, and --- again.',
    );
    return { problem: problemAt(path, text, 0, text.split('\n')[0]?.trim() ?? '', fault) };
  }
  const closing = /^---[ \t]*(?:\n|$)/gmu;
  closing.lastIndex = opening.length;
  const match = closing.exec(text);
  if (!match) {
    const fault = because(
      'article/frontmatter',
      'Frontmatter ends with a line of three hyphens.',
      'Write --- on a line of its own after the last field.',
    );
    return { problem: problemAt(path, text, 0, '---', fault) };
  }
  return { start: opening.length, end: match.index, bodyStart: match.index + match[0].length };
}
