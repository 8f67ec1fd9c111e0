import type { Fault } from '../../src/domain/fault.ts';
import { FAULT_CODES, type FaultCode } from '../../src/domain/fault-code.ts';
import { shownText } from '../../src/domain/problem.ts';
import type { Files } from '../support/broken.ts';

/** Where the reference lies. */
export const REFERENCE = 'docs/faults.md';

const HEAD = `# Faults

What a build, \`npm run seal\` and \`npm run import\` can say of an archive, by the code that stands in brackets behind the
place: \`content/articles/2031/04/02/storm.mdx:12:11 [figure/words]\`. Search this page for the code.

Each entry says what holds for every archive, and shows an example that breaks it, what is said of that, and the same
example mended. This page is written by \`npm run docs\`, from the examples that the tests run; do not edit it by hand.
`;

/** Longer lines tell nothing more. */
const LONGEST = 160;
/** So many lines of an example are shown. */
const MOST = 14;

const cut = (line: string) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);

/** What bytes that are no text are called, by those that they begin with; they themselves tell a reader nothing. */
const CALLED: readonly (readonly [signature: string, what: string])[] = [
  ['\u001f\u008b', 'a web archive, packed'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['OggS', 'a sound (Ogg)'],
];

/** The text of a file; nothing where its bytes are none. */
const textOf = (content: string | Uint8Array): string | undefined =>
  typeof content === 'string' || !content.includes(0)
    ? Buffer.from(content).toString('utf8')
    : undefined;

function linesOf(content: Files[string] | undefined): string[] {
  if (content === null || content === undefined) return [];
  const text = textOf(content);
  if (text !== undefined) return text.replace(/\n$/, '').split('\n');
  const start = Buffer.from(content).toString('latin1');
  const [, what = 'a file that is no text'] =
    CALLED.find(([signature]) => start.startsWith(signature)) ?? [];
  return [what];
}

/** The lines of one text that another does not have, with the line before them. */
function differing(lines: readonly string[], others: readonly string[]): string[] {
  const shorter = Math.min(lines.length, others.length);
  let start = 0;
  while (start < shorter && lines[start] === others[start]) start += 1;
  let end = 0;
  while (end < shorter - start && lines.at(-1 - end) === others.at(-1 - end)) end += 1;
  return lines.slice(Math.max(0, start - 1), lines.length - end);
}

/** A fence that nothing in its text closes. */
function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run + 1)));
  return `${fence}text\n${text}\n${fence}`;
}

/** The files of one state of an example as far as they differ from those of the other. */
function shown(files: Files, others: Files): string {
  const paths = Object.keys({ ...files, ...others }).filter(
    (path) => String(files[path] ?? null) !== String(others[path] ?? null),
  );
  return paths
    .map((path) => {
      const content = files[path];
      if (content === null || content === undefined) return `${path}: not there`;
      const lines = differing(linesOf(content), linesOf(others[path]));
      const most = lines.slice(0, MOST).map(cut);
      return [`${path}:`, ...most, ...(lines.length > MOST ? ['…'] : [])].join('\n');
    })
    .map(shownText)
    .join('\n\n');
}

/** What an example shows, and what was told of it. */
export interface Told {
  broken: Files;
  mended: Files;
  fault: Fault;
}

// What is made anew at each run, or long, is no part of the reference.
const steady = (text: string) =>
  cut(
    shownText(text.split('\n')[0] ?? '')
      .replace(/\/tmp\/[^ ;]*\//g, '')
      .replace(/commit [0-9a-f]{12}/, 'commit 0123456789ab'),
  );

function entry(code: FaultCode, { broken, mended, fault }: Told): string {
  return [
    `### ${code}`,
    FAULT_CODES[code],
    'Broken:',
    fenced(shown(broken, mended)),
    'What is said:',
    fenced(`Rule: ${steady(fault.rule)}
Fix: ${steady(fault.fix)}`),
    'Mended:',
    fenced(shown(mended, broken)),
  ].join('\n\n');
}

/** The whole reference. */
export function referenceText(told: ReadonlyMap<FaultCode, Told>): string {
  const rooms = Map.groupBy(told, ([code]) => code.split('/')[0] ?? '');
  const parts = [...rooms].map(([room, all]) =>
    [`## ${room}`, ...all.map(([code, one]) => entry(code, one))].join('\n\n'),
  );
  return `${[HEAD, ...parts].join('\n')}\n`.replace(/\n## /g, '\n\n## ').replace(/\n{3,}/g, '\n\n');
}
