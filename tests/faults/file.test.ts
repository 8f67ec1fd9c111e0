import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Problem, problemReport } from '../../src/domain/problem.ts';
import {
  ARTICLE,
  type Fault,
  FRONTMATTER,
  mdx,
  ORGANISATION,
  PERSON,
  PLACE,
  problemsOf,
  spoilt,
  testFaults,
} from '../support/broken.ts';
import { problemsIn } from '../support/problems.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const DAY = 'articles/2031/04/02';
const sound = mdx(FRONTMATTER);

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['an article with a reserved name', { [`${DAY}/con.mdx`]: sound }, `${DAY}/con.mdx:1:1`, 'con', 'reserved', 'Choose another'],
  ['an article with a space in its name', { [`${DAY}/the storm.mdx`]: sound }, `${DAY}/the storm.mdx:1:1`, 'the storm', 'lower-case letters', 'Rename it'],
  ['a record with a capital in its name', { 'people/Una.yaml': 'name: Una Holt\n' }, 'people/Una.yaml:1:1', 'Una', 'lower-case letters', 'Rename it'],
  ['a folder that is named like an article', { [`${DAY}/calm.mdx/`]: '' }, `${DAY}/calm.mdx:1:1`, '2031/04/02/calm.mdx', 'this is a folder', 'Rename the folder'],
  ['a component among the articles', { [`${DAY}/Map.astro`]: '---\n---\n' }, `${DAY}/Map.astro:1:1`, '2031/04/02/Map.astro', 'ending in .mdx', 'Rename the file'],
  ['a script among the articles', { [`${DAY}/storm.js`]: 'export {};' }, `${DAY}/storm.js:1:1`, '2031/04/02/storm.js', 'ending in .mdx', 'Rename the file'],
  ['a script among the records', { 'people/ada-varga.ts': 'export {};' }, 'people/ada-varga.ts:1:1', 'ada-varga.ts', '<id>.yaml', 'Rename the file'],
  ['a Markdown file among the articles', { [`${DAY}/calm.md`]: sound }, `${DAY}/calm.md:1:1`, '2031/04/02/calm.md', 'ending in .mdx', 'Rename the file'],
  ['an article outside the folders of days', { 'articles/2031/storm.mdx': sound }, 'articles/2031/storm.mdx:1:1', '2031/storm', 'YYYY/MM/DD', 'Move storm.mdx to articles/2031/04/02/, the folder of its date'],
  ['an article in a day that the calendar lacks', { 'articles/2031/02/30/storm.mdx': sound }, 'articles/2031/02/30/storm.mdx:1:1', '2031/02/30/storm', 'a day of the calendar', 'Move storm.mdx to articles/2031/04/02/, the folder of its date'],
  ['notes among the records', { 'people/notes.txt': 'Ask Ada.\n' }, 'people/notes.txt:1:1', 'notes.txt', '<id>.yaml', 'move it elsewhere'],
  ['a record of two documents', { [PERSON]: 'name: Ada Varga\n---\nname: Una Holt\n' }, `${PERSON}:2:1`, '---', 'is one document', 'Take out'],
  ['a record that ends in .yml', { 'people/una-holt.yml': 'name: Una Holt\n' }, 'people/una-holt.yml:1:1', 'una-holt.yml', '<id>.yaml', 'Rename the file'],
  ['a folder among the records that is named like one', { 'people/captains.yaml/': '' }, 'people/captains.yaml:1:1', 'captains.yaml', '<id>.yaml', 'Rename the folder'],
  ['an id in two folders', { 'people/v/ada-varga.yaml': 'name: Ada Varga\n' }, 'people/v/ada-varga.yaml:1:1', 'ada-varga', 'people/ada-varga.yaml has this one too', 'Rename one of the two files'],
  ['an empty file', { [ARTICLE]: '' }, `${ARTICLE}:1:1`, '', 'starts with frontmatter', 'Write ---'],
  ['an empty record', { [PERSON]: '' }, `${PERSON}:1:1`, '', '“name” is required', 'Add a line “name: …”'],
  ['a record that is a list', { [PERSON]: '- Ada Varga\n' }, `${PERSON}:1:1`, '', 'a map of fields', 'a line for each field: name'],
];

testFaults(FAULTS);

test('an archive without an article, or with nothing at all, has no problems', async (t) => {
  assert.deepEqual(await problemsOf(t, { [ARTICLE]: null }), []);
  assert.deepEqual(await problemsIn(scratchFolder(t)), []);
});

test('a folder that is no archive is told, and what to do', async (t) => {
  const root = scratchFolder(t);
  write(root, { 'report.txt': 'The ferry runs again.' });
  for (const folder of [root, join(root, 'nowhere'), join(root, 'report.txt')]) {
    const [problem, ...more] = await problemsIn(folder);
    assert.ok(problem && more.length === 0);
    assert.match(problem.rule, /An archive is a folder/);
    assert.match(problem.fix, /ARCHIVE_CONTENT, or run npm run init/);
  }
});

test('the sound archive has no problems', async (t) => {
  assert.deepEqual(await problemsOf(t, {}), []);
});

// Where the disk itself takes them for one, there are no two.
const isOneForTheDisk = existsSync(import.meta.filename.toUpperCase());

test('two files that differ in case only', { skip: isOneForTheDisk }, async (t) => {
  const problems = await problemsOf(t, { [`${DAY}/Storm.mdx`]: sound });
  assert.deepEqual(problems, [
    {
      ...{ file: `${DAY}/Storm.mdx`, line: 1, column: 1, words: '2031/04/02/Storm' },
      code: 'file/case',
      rule: 'Two files do not differ in case only; 2031/04/02/storm.mdx is there too.',
      fix: 'Rename one of them, in lower-case letters: many disks and hosts take them for one.',
    },
  ]);
});

test('faults of several files are reported together, in the order of the files', async (t) => {
  const problems = await problemsOf(t, {
    [PLACE]: 'name: Port Ansel\npartOf: holms\n',
    [ORGANISATION]: 'naem: Harbour Board\n',
    ...spoilt('measure: missing', 'measure: mising'),
    'articles/2031/04/01/calm.mdx': mdx('date: 2031-04-01\ntext: verbatm\n'),
  });
  const report = problemReport(problems);
  assert.deepEqual(report.match(/^\S+:\d+:\d+ \[\S+\]$/gmu), [
    'articles/2031/04/01/calm.mdx:3:7 [field/value]',
    `${ARTICLE}:11:14 [field/value]`,
    `${ORGANISATION}:1:1 [field/unknown]`,
    `${PLACE}:2:9 [record/reference]`,
  ]);
  assert.ok(report.endsWith('4 problems in the archive. Nothing was built.'));
});

test('a fault in a record is not one in the articles that name it', async (t) => {
  const problems = await problemsOf(t, { [PERSON]: 'name: ""\n', [PLACE]: 'nmae: Port Ansel\n' });
  assert.deepEqual(
    problems.map(({ file }) => file),
    [PERSON, PLACE],
  );
});

test('the report shows place, code, words, rule and fix', async (t) => {
  const problems = await problemsOf(t, spoilt('measure: missing', 'measure: mising'));
  assert.equal(
    problemReport(problems),
    [
      `${ARTICLE}:11:14 [field/value]`,
      '  “mising”',
      '  Rule: “measure” is one of killed, injured, missing, abducted, detained, displaced.',
      '  Fix: Did you mean “missing”? Write one of these words.',
      '',
      'One problem in the archive. Nothing was built.',
    ].join('\n'),
  );
});

test('the report spells out what cannot be seen, and cuts what is long', async (t) => {
  const hidden = problemReport(await problemsOf(t, spoilt('Storm at', 'Storm\u202E at')));
  assert.ok(hidden.includes('“[U+202E]”') && !hidden.includes('\u202E'));
  const long = problemReport(await problemsOf(t, spoilt('Storm at', 'x'.repeat(10_000))));
  assert.ok(long.includes('… (10011 characters)”') && long.length < 1000);
  const words = '\0\r\u{E0001}';
  const problem: Problem = {
    file: 'x',
    line: 1,
    column: 1,
    words,
    code: 'text/control',
    rule: '',
    fix: '',
  };
  assert.ok(problemReport([problem]).includes('“[U+0000][U+000D][U+E0001]”'));
});
