import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import ts from 'typescript';
import { root } from '../../src/setup/setup.mjs';
import { copyProject, scratchFolder, write } from '../support/scratch.ts';

/** Which of these texts the linter refuses, each in a file of `src/`. */
function refused(t: TestContext, files: Record<string, string>): string[] {
  const folder = scratchFolder(t);
  copyProject(folder, ['biome.json', 'lint']);
  write(folder, files);
  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', 'src'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.match(stdout, RULE, stderr);
  return Object.keys(files).filter((file) =>
    stdout.split('\n').some((line) => line.includes(file) && RULE.test(line)),
  );
}

const RULE = /A plain object has no keys from outside/;

// biome-ignore format: a list reads better than a column
/** How an object comes to be asked by keys from outside. */
const REFUSED = [
  'export const table = Object.fromEntries(pairs);',
  'export const schema = z.record(z.string(), z.number());',
  'export const value = Reflect.get(object, key);',
  'export const has = key in object;',
  'export const object = { [key]: 1 };',
  'export const { [key]: value } = object;',
  'export type Table = Record<string, number>;',
  'export type Table = Readonly<Partial<Record<string | 1, number>>>;',
  'export type Table = Record<PropertyKey, number>;',
  'export type Table = { [key: string]: number };',
  'export interface Table { [id: string]: number }',
  'export type Table = { [Key in string]: number };',
  'export type Id = string;',
  'export const value = table[key as keyof typeof table];',
];

// biome-ignore format: a list reads better than a column
/** What has the keys that it was written with, and no others are asked for. */
const ALLOWED = [
  'export const table = new Map(pairs);',
  "export const names: Record<'people' | 'places', string> = { people: 'People', places: 'Places' };",
  'export const value = own(object, key);',
  "export const is = 'problem' in found;",
  'export const item = list[index];',
];

suite('no plain object is asked by keys from outside', () => {
  test('the linter refuses where one begins, in a component too, and nothing else', (t) => {
    const file = (name: string, text: string) => [`src/${name}.ts`, text];
    const bad = [
      ...REFUSED.map((text, at) => file(`refused-${at}`, text)),
      ['src/Refused.astro', '---\nconst table = Object.fromEntries(pairs);\n---\n<p>{table}</p>\n'],
    ];
    const good = ALLOWED.map((text, at) => file(`allowed-${at}`, text));
    assert.deepEqual(
      refused(t, Object.fromEntries([...bad, ...good])),
      bad.map(([name]) => name),
    );
  });

  test('what is left, an object with keys of its own, the compiler lets nobody ask by a text', (t) => {
    const folder = scratchFolder(t);
    write(folder, {
      'probe.ts': `
        const names = { people: 'People', places: 'Places' };
        export const of = (id: string) => names[id];
        const empty = {};
        export const other = (id: string) => empty[id];
        export const put = (id: string) => { empty[id] = 1; };
        export const taken = ({ [id]: value }: typeof names, id: string) => value;`,
    });
    const probe = join(folder, 'probe.ts');
    const options = { strict: true, noEmit: true, lib: ['lib.es2024.d.ts'], types: [] };
    const faults = ts.getPreEmitDiagnostics(ts.createProgram([probe], options));
    const lines = faults.map(
      ({ file, start = 0 }) => file?.getLineAndCharacterOfPosition(start).line,
    );
    assert.deepEqual(new Set(lines), new Set([2, 4, 5, 6]));
  });
});
