import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Problem, problemReport } from '../../src/archive/problem.ts';
import {
  ARTICLE,
  BODY,
  type Fault,
  FRONTMATTER,
  mdx,
  ORGANISATION,
  PERSON,
  PLACE,
  problemsOf,
  spoilt,
  testFaults,
} from '../setup/sound.ts';

const DAY = 'articles/2031/04/02';
const sound = mdx(FRONTMATTER);

const FAULTS: Fault[] = [
  {
    name: 'an article with a reserved name',
    changes: { [`${DAY}/con.mdx`]: sound },
    at: `${DAY}/con.mdx:1:1`,
    words: 'con',
    rule: 'reserved',
    fix: 'Choose another',
  },
  {
    name: 'an article with a space in its name',
    changes: { [`${DAY}/the storm.mdx`]: sound },
    at: `${DAY}/the storm.mdx:1:1`,
    words: 'the storm',
    rule: 'lower-case letters',
    fix: 'Rename it',
  },
  {
    name: 'a record with a capital in its name',
    changes: { 'people/Una.yaml': 'name: Una Holt\n' },
    at: 'people/Una.yaml:1:1',
    words: 'Una',
    rule: 'lower-case letters',
    fix: 'Rename it',
  },
  {
    name: 'a folder that is named like an article',
    changes: { [`${DAY}/calm.mdx/`]: '' },
    at: `${DAY}/calm.mdx:1:1`,
    words: '2031/04/02/calm.mdx',
    rule: 'this is a folder',
    fix: 'Rename the folder',
  },
  {
    name: 'a Markdown file among the articles',
    changes: { [`${DAY}/calm.md`]: sound },
    at: `${DAY}/calm.md:1:1`,
    words: '2031/04/02/calm.md',
    rule: 'ending in .mdx',
    fix: 'Rename the file',
  },
  {
    name: 'an article outside the folders of days',
    changes: { 'articles/2031/storm.mdx': sound },
    at: 'articles/2031/storm.mdx:1:1',
    words: '2031/storm',
    rule: 'YYYY/MM/DD',
    fix: 'folder of its day',
  },
  {
    name: 'an article in a day that the calendar lacks',
    changes: { 'articles/2031/02/30/storm.mdx': sound },
    at: 'articles/2031/02/30/storm.mdx:3:7',
    words: '2031-04-02',
    rule: 'that of the folders',
    fix: 'articles/2031/04/02/',
  },
  {
    name: 'a record that ends in .yml',
    changes: { 'people/una-holt.yml': 'name: Una Holt\n' },
    at: 'people/una-holt.yml:1:1',
    words: 'una-holt.yml',
    rule: '<id>.yaml',
    fix: 'Rename the file',
  },
  {
    name: 'a folder among the records',
    changes: { 'people/captains/': '' },
    at: 'people/captains:1:1',
    words: 'captains',
    rule: '<id>.yaml',
    fix: 'remove the folder',
  },
  {
    name: 'an archive without articles',
    changes: { [ARTICLE]: null },
    at: 'articles:1:1',
    words: '',
    rule: 'at least one article',
    fix: 'ARCHIVE_CONTENT',
  },
  {
    name: 'an empty file',
    changes: { [ARTICLE]: '' },
    at: `${ARTICLE}:1:1`,
    words: '',
    rule: 'starts with frontmatter',
    fix: 'Write ---',
  },
  {
    name: 'an empty record',
    changes: { [PERSON]: '' },
    at: `${PERSON}:1:1`,
    words: '',
    rule: '“name” is required',
    fix: 'Add a line “name: …”',
  },
  {
    name: 'a record that is a list',
    changes: { [PERSON]: '- Ada Varga\n' },
    at: `${PERSON}:1:1`,
    words: '',
    rule: 'a map of fields',
    fix: 'Write a map of fields',
  },
];

testFaults(FAULTS);

test('the sound archive has no problems', async (t) => {
  assert.deepEqual(await problemsOf(t, {}), []);
});

test('two files that differ in case only are told of, and so is the capital', async (t) => {
  const problems = await problemsOf(t, { [`${DAY}/Storm.mdx`]: sound });
  const about = problems.find(({ rule }) => rule.includes('differ in case only'));
  assert.equal(about?.file, ARTICLE);
  assert.ok(about.rule.includes('2031/04/02/Storm.mdx is there too'));
  assert.ok(about.fix.includes('Rename one of them'));
  assert.ok(problems.some(({ file }) => file === `${DAY}/Storm.mdx`));
});

test('faults of several files are reported together, in the order of the files', async (t) => {
  const problems = await problemsOf(t, {
    [PLACE]: 'name: Port Ansel\npartOf: holms\n',
    [ORGANISATION]: 'naem: Harbour Board\n',
    ...spoilt('measure: missing', 'measure: mising'),
    'articles/2031/04/01/calm.mdx': mdx('date: 2031-04-01\ntext: verbatm\n', BODY),
  });
  const places = [...problemReport(problems).matchAll(/^(\S+:\d+:\d+)$/gmu)].map(
    ([, place]) => place,
  );
  assert.deepEqual(places, [
    'articles/2031/04/01/calm.mdx:3:7',
    `${ARTICLE}:11:14`,
    `${ORGANISATION}:1:1`,
    `${PLACE}:2:9`,
  ]);
  assert.ok(problemReport(problems).endsWith('4 problems in the archive. Nothing was built.'));
});

test('a fault in a record is not one in the articles that name it', async (t) => {
  const problems = await problemsOf(t, { [PERSON]: 'name: ""\n', [PLACE]: 'nmae: Port Ansel\n' });
  assert.deepEqual(
    problems.map(({ file }) => file),
    [PERSON, PLACE],
  );
});

test('the report shows place, words, rule and fix', async (t) => {
  const problems = await problemsOf(t, spoilt('measure: missing', 'measure: mising'));
  assert.equal(
    problemReport(problems),
    [
      `${ARTICLE}:11:14`,
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
  const problem: Problem = {
    file: 'x',
    line: 1,
    column: 1,
    words: '\0\r\u{E0001}',
    rule: '',
    fix: '',
  };
  assert.ok(problemReport([problem]).includes('“[U+0000][U+000D][U+E0001]”'));
});
