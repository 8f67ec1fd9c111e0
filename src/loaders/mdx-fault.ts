import { because, type Problem } from '../archive/problem.ts';
import { problemAt } from './content.ts';

/** A fault of a body: `reason` is rule and fix, or the parser's own words. */
export interface BodyFault {
  reason: string;
  /** The offending words, where they are known. */
  words?: string;
  line?: number;
  column?: number;
  place?: { line: number; column: number } | { start: { line: number; column: number } };
}

/** Says that a body holds what it may not: rule and fix, the place, the words. */
export function bodyFault(message: string, place: BodyFault['place'], words?: string): Error {
  const fault: BodyFault = { reason: message, ...(place && { place }), ...(words && { words }) };
  return Object.assign(new Error(message), fault);
}

/** Why a body that begins a paragraph with “import” or “export” is refused. */
export const MODULES = because(
  'A body imports nothing but an .astro component, and exports nothing.',
  'Where it is prose, write the first letter as &#x69; (import) or &#x65; (export); where it is code, take it out.',
);
const UNCLOSED_TAG = because(
  'A tag of a body is closed in the block that opens it.',
  'Close the tag, or write \\< for the character itself.',
);
const NO_TAG = because(
  'In a body < opens a tag, and this is none.',
  'Write \\< for the character itself, an address as [words](https://…), a comment as {/* … */}.',
);
const UNCLOSED_BRACE = because(
  'A brace of a body is closed in the block that opens it.',
  'Close the brace, or write \\{ for the character itself.',
);
const NO_EXPRESSION = because(
  'In a body { opens a JavaScript expression, and this is none.',
  'Write \\{ for the character itself.',
);

function indexAt(text: string, line: number, column: number): number {
  const before = text
    .split('\n')
    .slice(0, line - 1)
    .join('\n');
  return before.length + (line > 1 ? 1 : 0) + column - 1;
}

/** The brace before `end` that none after it closes. */
function openBrace(text: string, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    const character = text[at - 1] === '\\' ? '' : text[at];
    if (character === '}') depth++;
    if (character === '{' && depth-- === 0) return at;
  }
  return end;
}

const upTo = (text: string, start: number, close: RegExp): string => {
  const [line = ''] = text.slice(start).split('\n');
  const end = line.search(close);
  return end < 0 ? line : line.slice(0, end + 1);
};

/** What is wrong with a body, in the words of an editor of prose. `error` is what reading it threw. */
export function bodyProblem(path: string, text: string, error: unknown): Problem {
  const { reason, words, line, column, place } = error as BodyFault;
  if (typeof reason !== 'string') throw error;
  const start = place && 'start' in place ? place.start : place;
  const at = indexAt(text, line ?? start?.line ?? 1, column ?? start?.column ?? 1);
  const wholeLine = (index: number) => {
    const lineStart = text.lastIndexOf('\n', index - 1) + 1;
    return problemAt(path, text, lineStart, upTo(text, lineStart, /$/).trim(), MODULES);
  };
  if (reason.includes('\n')) return problemAt(path, text, at, words ?? wholeLine(at).words, reason);
  if (reason.startsWith('Could not parse import/exports')) return wholeLine(at);
  const [, tag, tagLine, tagColumn] = /`(<[^`]*>)` \((\d+):(\d+)-/.exec(reason) ?? [];
  if (tag !== undefined)
    return problemAt(
      path,
      text,
      indexAt(text, Number(tagLine), Number(tagColumn)),
      tag,
      UNCLOSED_TAG,
    );
  const isExpression = reason.startsWith('Could not parse expression');
  if (isExpression || reason.includes('closing brace for `{`')) {
    const brace = openBrace(text, at);
    const message = isExpression ? NO_EXPRESSION : UNCLOSED_BRACE;
    return problemAt(path, text, brace, upTo(text, brace, /\}/), message);
  }
  const tagStart = Math.max(0, text.lastIndexOf('<', at));
  if (reason.startsWith('Unexpected '))
    return problemAt(path, text, tagStart, upTo(text, tagStart, />/), NO_TAG);
  const message = because(
    `The body is MDX, and this is not: ${reason.replace(/\.$/u, '')}.`,
    'Close the tag or brace; for the characters themselves write \\{ and \\<.',
  );
  return problemAt(path, text, at, wholeLine(at).words, message);
}
