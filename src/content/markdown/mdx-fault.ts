import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemAt } from '../files/problem-place.ts';
import { type BodyFault, NO_MODULES } from './body/fault.ts';
import { NO_LITERAL } from './body/literal.ts';

interface Point {
  line: number;
  column: number;
}

/** A complaint of the MDX parser, in the parser’s own words. */
interface ParserMessage {
  reason: string;
  line?: number;
  column?: number;
  place?: Point | { start: Point };
}

/** Thrown if a body holds what it may not. */
export class BodyRefused extends Error {
  override name = 'BodyRefused';
  readonly faults: readonly BodyFault[];
  constructor(faults: readonly BodyFault[]) {
    super(faults.map(({ fault }) => fault.rule).join('\n'));
    this.faults = faults;
  }
}

const UNCLOSED_TAG = because(
  'body/tag',
  'A tag of a body is closed in the block that opens it.',
  'Close the tag, or write \\< for the character itself.',
);
const NO_TAG = because(
  'body/tag',
  'In a body < opens a tag, and this is none.',
  'Write \\< for the character itself, an address as [words](https://…), a comment as {/* … */}.',
);
const UNCLOSED_BRACE = because(
  'body/brace',
  'A brace of a body is closed in the block that opens it.',
  'Close the brace, or write \\{ for the character itself.',
);

function indexAt(text: string, line: number, column: number): number {
  const before = text
    .split('\n')
    .slice(0, line - 1)
    .join('\n');
  return before.length + (line > 1 ? 1 : 0) + column - 1;
}

/** The index of the last `{` before `end` that no later brace closes; `end` if there is none. */
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

/**
 * All that is wrong with a body, in words that an editor of prose understands.
 *
 * @param error what was thrown when the body was read
 * @throws error itself, if it is no fault of a body
 */
export const bodyProblems = (path: string, text: string, error: unknown): Problem[] =>
  error instanceof BodyRefused
    ? error.faults.map(({ fault, words, place }) =>
        problemAt(path, text, indexAt(text, place?.line ?? 1, place?.column ?? 1), words, fault),
      )
    : [parserProblem(path, text, error)];

function parserProblem(path: string, text: string, error: unknown): Problem {
  const { reason, line, column, place } = error as ParserMessage;
  if (typeof reason !== 'string') throw error;
  const start = place && 'start' in place ? place.start : place;
  const at = indexAt(text, line ?? start?.line ?? 1, column ?? start?.column ?? 1);
  const wholeLine = (index: number) => {
    const lineStart = text.lastIndexOf('\n', index - 1) + 1;
    return problemAt(path, text, lineStart, upTo(text, lineStart, /$/).trim(), NO_MODULES);
  };
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
    const fault = isExpression ? NO_LITERAL : UNCLOSED_BRACE;
    return problemAt(path, text, brace, upTo(text, brace, /\}/), fault);
  }
  const tagStart = Math.max(0, text.lastIndexOf('<', at));
  if (reason.startsWith('Unexpected '))
    return problemAt(path, text, tagStart, upTo(text, tagStart, />/), NO_TAG);
  const fault = because(
    'body/tag',
    `The body is MDX, and this is not: ${reason.replace(/\.$/u, '')}.`,
    'Close the tag or brace; for the characters themselves write \\{ and \\<.',
  );
  return problemAt(path, text, at, wholeLine(at).words, fault);
}
