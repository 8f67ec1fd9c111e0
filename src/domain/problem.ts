import type { Fault } from './fault.ts';

/** A fault at a place in a file, with all that an editor needs to mend it. */
export interface Problem extends Fault {
  /** The file, as the archivist would type it. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in characters. */
  column: number;
  /** The offending words as they stand in the file; empty where something is missing. */
  words: string;
}

const LONGEST = 120;

// Control and direction characters would act on the terminal that shows them.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const codeOf = (sign: string) =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** What people call the signs that often stand in words. */
const NAMED = new Map([
  ['\n', 'line break'],
  ['\t', 'tab'],
]);

const spelt = (words: string, kept = '') =>
  words.replace(UNSEEN, (sign) =>
    kept.includes(sign) ? sign : `[${NAMED.get(sign) ?? `U+${codeOf(sign)}`}]`,
  );

/** Words made safe to show on one line: cut after 120 characters, with invisible characters spelt out as [line break], [tab] or [U+XXXX]. */
export function shownWords(words: string): string {
  const cut =
    words.length > LONGEST
      ? `${words.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}… (${words.length} characters)`
      : words;
  return spelt(cut);
}

/** A text of several lines made safe to show in a terminal: whole, with invisible characters spelt out. */
export const shownText = (text: string): string => spelt(text, '\n\t');

/** A value as JSON on one line, safe to show in a terminal: invisible characters are escaped, which keeps the value. */
export const shownJson = (value: unknown): string =>
  JSON.stringify(value).replace(UNSEEN, (sign) =>
    Array.from(
      { length: sign.length },
      (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

/** Words of a file in quotation marks, so that they can be shown; those that have marks already get no second ones. */
export const quotedWords = (words: string): string =>
  words.length > 1 && ['"', "'"].some((mark) => words.startsWith(mark) && words.endsWith(mark))
    ? shownWords(words)
    : `“${shownWords(words)}”`;

/** A problem as the build prints it: file, line, column, code, words, rule and fix. */
export function problemText(problem: Problem): string {
  const { file, line, column, code, words, rule, fix } = problem;
  const shown = words === '' ? [] : [`  ${quotedWords(words)}`];
  return [`${file}:${line}:${column} [${code}]`, ...shown, `  Rule: ${rule}`, `  Fix: ${fix}`].join(
    '\n',
  );
}

/** A fault as a sentence for a report: rule, fix and code. */
export const faultSentence = ({ code, rule, fix }: Fault): string => `${rule} ${fix} [${code}]`;

/**
 * All problems of an archive in the order of the files, then how many there are and what was not done.
 *
 * @param undone completes “Nothing was …”
 * @param unchecked says what could not be looked at while these problems are there
 */
export function problemReport(
  problems: readonly Problem[],
  undone = 'built',
  unchecked = '',
): string {
  const byPlace = (a: Problem, b: Problem) =>
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  return [
    ...problems.toSorted(byPlace).map(problemText),
    ...(unchecked === '' ? [] : [unchecked]),
    `${count} in the archive. Nothing was ${undone}.`,
  ].join('\n\n');
}
