import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Problem } from '../../src/domain/problem.ts';
import { problemsIn } from './problems.ts';
import { scratchFolder } from './scratch.ts';

/** Files of an archive by their paths below its root; `null` takes one out, and a path that ends in / is a folder. */
export type Files = Record<string, string | Uint8Array | null>;

/** The article that the cases spoil, and the files that it names. */
export const ARTICLE = 'articles/2031/04/02/storm.mdx';
export const PERSON = 'people/ada-varga.yaml';
export const PLACE = 'places/port-ansel.yaml';
export const ORGANISATION = 'organisations/harbour-board.yaml';

export const FRONTMATTER = `title: Storm at Port Ansel
date: 2031-04-02
text: verbatim
people: [ada-varga]
places: [port-ansel]
organisations: [harbour-board]
dateline: port-ansel
figures:
  - id: missing-sailors
    measure: missing
    best: 12
    qualifier: exact
    asStated: twelve sailors were missing
    group:
      label: sailors
    place: port-ansel
    countType: incident
    asOf: 2031-04-02
    countedBy: harbour-board
`;

export const BODY = `The Harbour Board of Port Ansel said that twelve sailors were missing.

“We look on,” said Ada Varga.
`;

/** An article of these fields and this text. */
export const mdx = (frontmatter: string, body = BODY) => `---\n${frontmatter}---\n\n${body}`;

/** A small archive without a fault. */
export const SOUND: Files = {
  [ARTICLE]: mdx(FRONTMATTER),
  [PERSON]: 'name: Ada Varga\n',
  [PLACE]: 'name: Port Ansel\n',
  [ORGANISATION]: 'name: Harbour Board\n',
};

/** The sound article with words exchanged that stand in it once. */
export function spoilt(words: string, others: string): Files {
  const article = mdx(FRONTMATTER);
  assert.equal(article.split(words).length, 2, `“${words}” stands in the article once`);
  return { [ARTICLE]: article.replace(words, () => others) };
}

/** The sound article with more fields after the last, from line 21. */
export const added = (fields: string): Files => ({ [ARTICLE]: mdx(FRONTMATTER + fields) });

/** Writes the sound archive with `changes`, reads it, and gives its problems, their files relative to its root. */
export async function problemsOf(t: TestContext, changes: Files): Promise<Problem[]> {
  const root = realpathSync(scratchFolder(t));
  for (const [path, content] of Object.entries({ ...SOUND, ...changes })) {
    if (content === null) continue;
    const file = join(root, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, content);
  }
  return (await problemsIn(root)).map((problem) => ({
    ...problem,
    file: relative(root, resolve(problem.file)),
  }));
}

/** A fault, and what the build says of it: the words to the letter, and parts of rule, its code before it, and fix. */
export type Fault = readonly [
  name: string,
  changes: Files,
  /** `line:column` in the article, or `file:line:column`. */
  place: string,
  words: string,
  rule: string,
  fix: string,
];

/** Tests each fault: it is found once, where it is, and nothing else is. */
export function testFaults(faults: readonly Fault[]): void {
  for (const [name, changes, place, words, rule, fix] of faults) {
    test(name, async (t) => {
      const problems = await problemsOf(t, changes);
      const [problem] = problems;
      assert.ok(problem && problems.length === 1, JSON.stringify(problems, null, 2));
      const at = `${problem.file}:${problem.line}:${problem.column}`;
      const expected = /^\d/.test(place) ? `${ARTICLE}:${place}` : place;
      assert.deepEqual({ at, words: problem.words }, { at: expected, words });
      const told = `[${problem.code}] ${problem.rule}`;
      assert.ok(told.includes(rule), `rule: ${told}`);
      assert.ok(problem.fix.includes(fix), `fix: ${problem.fix}`);
    });
  }
}
