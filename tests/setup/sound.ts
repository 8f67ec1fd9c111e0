import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import type { Problem } from '../../src/archive/problem.ts';
import { articleFiles, readArticles } from '../../src/loaders/archive.ts';
import { readRecords } from '../../src/loaders/record.ts';

/** The article of the sound archive. */
export const ARTICLE = 'articles/2031/04/02/ferry.mdx';

/** A small sound archive, as text by file. Each broken one is this with one thing changed. */
export const SOUND: Record<string, string> = {
  [ARTICLE]: `---
title: Ferry runs again
date: 2031-04-02
text: verbatim
people:
  - ada-varga
places:
  - port-ansel
organisations:
  - herd
figures:
  - id: missed
    measure: missing
    high: 40
    qualifier: nearly
    asStated: nearly 40 passengers
    group:
      label: passengers
    place: port-ansel
    countType: incident
    asOf: 2031-04-02
    countedBy: herd
---

Ada Varga took the ferry to Port Ansel, where HERD had counted nearly 40 passengers as missing.
`,
  'people/ada-varga.yaml': 'name: Ada Varga\n',
  'people/bo-lind.yaml': 'name: Bo Lind\n',
  'places/port-ansel.yaml': 'name: Port Ansel\n',
  'organisations/herd.yaml': 'name: Holms Emergency Relief Desk\naliases:\n  - HERD\n',
};

/** Files to add to the sound archive, or to replace in it; `undefined` takes one out. */
export type Change = Record<string, string | Uint8Array | undefined>;

/** The article with words replaced; fails where they do not stand in it. */
export function article(words: string, by: string): Change {
  const text = SOUND[ARTICLE] ?? '';
  assert.ok(text.includes(words), `the sound article says ${words}`);
  return { [ARTICLE]: text.replace(words, by) };
}

/** The article with lines added before `figures:`. */
export const withFields = (lines: string): Change => article('figures:\n', `${lines}\nfigures:\n`);

/** The article with another body. */
export function withBody(body: string): Change {
  const text = SOUND[ARTICLE] ?? '';
  const [head = ''] = text.split('\nAda Varga took');
  return {
    [ARTICLE]: `${head}\nAda Varga, Port Ansel, HERD, nearly 40 passengers.\n\n${body}\n`,
  };
}

/** Reads the archive with a change, and says what is wrong with it; files are named from the archive's folder. */
export async function problemsOf(change: Change): Promise<Problem[]> {
  const root = mkdtempSync(join(tmpdir(), 'archive-'));
  try {
    for (const [file, content] of Object.entries({ ...SOUND, ...change })) {
      if (content === undefined) continue;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
    const records = readRecords(root);
    const { files, problems } = articleFiles(root);
    const read = await readArticles(files, records, '/', () => undefined);
    return [...records.problems, ...problems, ...read.problems].map((problem) => ({
      ...problem,
      file: problem.file.replace(`${root}/`, ''),
    }));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A fault, and what must be said of it: where, which words, and parts of rule and fix. */
export type Fault = [
  name: string,
  change: Change,
  place: string,
  words: string,
  rule: RegExp,
  fix: RegExp,
];

/** Tests that each fault is reported once, by itself, with its place, words, rule and fix. */
export function testFaults(title: string, faults: readonly Fault[]): void {
  describe(title, () => {
    for (const [name, change, place, words, rule, fix] of faults) {
      test(name, async () => {
        const problems = await problemsOf(change);
        assert.equal(problems.length, 1, JSON.stringify(problems, undefined, 2));
        const [problem] = problems;
        assert.equal(`${problem?.file}:${problem?.line}:${problem?.column}`, place);
        assert.equal(problem?.words, words);
        assert.match(problem?.rule ?? '', rule);
        assert.match(problem?.fix ?? '', fix);
      });
    }
  });
}
