import type { Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { shownPath } from './archive-path.ts';

/** Line and column of a character in a text, both counted from 1. */
export function locate(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, index));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

/** A problem at a character of a file. */
export function problemAt(
  path: string,
  text: string,
  index: number,
  words: string,
  fault: Fault,
): Problem {
  return { file: shownPath(path), ...locate(text, index), words, ...fault };
}

/** A problem with a file or folder as a whole. */
export function problemWith(path: string, words: string, fault: Fault): Problem {
  return problemAt(path, '', 0, words, fault);
}

const placeOf = ({ line, column }: Problem) => `${line}:${column}`;

/**
 * The problems that are not told already in another form. One is told already if a problem at the same place is, or, if
 * it quotes no words, one on the same line.
 */
export function notYetTold(following: readonly Problem[], told: readonly Problem[]): Problem[] {
  const places = new Set(told.map(placeOf));
  const lines = new Set(told.map(({ line }) => line));
  return following.filter(
    (one) => !places.has(placeOf(one)) && (one.words !== '' || !lines.has(one.line)),
  );
}
