import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { chanceOf } from '../../../src/bench/invented/chance.ts';
import { frontmatterOf } from '../../../src/content/files/frontmatter.ts';
import { plainYaml } from '../../../src/content/files/plain-yaml.ts';
import { readWholeYaml, readYaml } from '../../../src/content/files/yaml.ts';
import { because } from '../../../src/domain/fault.ts';
import { filesIn } from '../../../src/fixity/site-paths.ts';

// CHANGES=300000 for the long run.
const CHANGES = Number(process.env['CHANGES']) || 3000;
const chance = chanceOf(Number(process.env['SEED']) || 7);

const FIXTURES = 'tests/fixtures';

const yamlIn = (path: string): string => {
  const text = readFileSync(join(FIXTURES, path), 'utf8');
  if (path.endsWith('.yaml')) return text;
  const found = frontmatterOf(path, text);
  return 'problem' in found ? '' : text.slice(found.start, found.end);
};

const sources = filesIn(FIXTURES)
  .filter((path) => /\.(?:mdx|yaml)$/.test(path))
  .map(yamlIn);

const wholeOf = (source: string) => readWholeYaml('some.yaml', source, 0, source.length);

/** What is plain is what the whole parser makes of it; what has a fault is not plain. */
function compare(source: string): boolean {
  const plain = plainYaml(source);
  if (plain === undefined) return false;
  const whole = wholeOf(source);
  assert.deepEqual(whole.problems, [], source);
  assert.deepStrictEqual(plain, whole.value, source);
  // The order of the keys is that of the text too.
  assert.equal(JSON.stringify(plain), JSON.stringify(whole.value), source);
  return true;
}

const PLAIN: [source: string, value: unknown][] = [
  ['name: Ada Varga', { name: 'Ada Varga' }],
  ['a: 12\nb: -3\nc: 007\nd: 1.50\ne: -0', { a: 12, b: -3, c: 7, d: 1.5, e: -0 }],
  ['a: true\nb: false\nc: yes\nd: no\ne: on', { a: true, b: false, c: 'yes', d: 'no', e: 'on' }],
  [
    'date: 2031-04-02\nat: 2031-04-02T10:30:00Z',
    { date: '2031-04-02', at: '2031-04-02T10:30:00Z' },
  ],
  ['a:\nb:   ', { a: null, b: null }],
  ['a:\n- one\n- two\nb:\n  - three', { a: ['one', 'two'], b: ['three'] }],
  [
    'a:\n  - b: 1\n    c:\n      d: two\n  -   b: 3\n      c: 4',
    {
      a: [
        { b: 1, c: { d: 'two' } },
        { b: 3, c: 4 },
      ],
    },
  ],
  [
    `a: 'It''s “so”: # here'\nb: "a \\"b\\" \\u00e9\\n"`,
    { a: 'It’s “so”: # here'.replace('’', "'"), b: 'a "b" é\n' },
  ],
  ['a: [one, t-2, 3,4.5, -1]\nb: []', { a: ['one', 't-2', 3, 4.5, -1], b: [] }],
  ['a: {"b":"c: d","e":[1,2]}', { a: { b: 'c: d', e: [1, 2] } }],
  [
    'a: https://wire.example/1?b=c#d\n\nb: 10:30',
    { a: 'https://wire.example/1?b=c#d', b: '10:30' },
  ],
  [`a: {"${'k'.repeat(1100)}":1}`, { a: { ['k'.repeat(1100)]: 1 } }],
  ['constructor: 1\ntoString: 2', { constructor: 1, toString: 2 }],
];

// Each has a meaning beyond words, lists and maps, or none at all.
const RARE = [
  ...[
    '',
    '# only this',
    '---\na: 1',
    'a: 1\n...\n',
    'a: 1\n---\nb: 2',
    '%YAML 1.2\n---\na: 1',
    'word',
  ],
  ...[
    'a: 1\na: 2',
    'a: {"b":1,"b":2}',
    'a:\n  b: 1\n  b: 2',
    'a: &x 1\nb: *x',
    '<<: {"a":1}',
    'a:\n  <<: *x',
  ],
  ...[
    'a: !!str 1',
    'a: ! x',
    'a: |\n  b',
    'a: >-\n  b\n  c',
    'a: one\n  two',
    "a: 'one\n  two'",
    'a: "one\n two"',
  ],
  ...[
    'a: one # two',
    'a: one: two',
    'a: one:',
    'a: one ',
    'a:\tone',
    '\ta: one',
    'a:\n\t- b',
    'a: ~',
    'a: null',
  ],
  ...[
    'a: True',
    'a: NULL',
    'a: 0o17',
    'a: 0x1F',
    'a: 1e3',
    'a: .5',
    'a: 1.',
    'a: .inf',
    'a: -.inf',
    'a: .nan',
  ],
  ...[
    'a: +1',
    'a: 12345678901234567890',
    'a: 1.2.3',
    'null: 1',
    'true: 1',
    '1: 2',
    '"a": 1',
    '? a\n: b',
    '- a\n- b',
  ],
  ...[
    'a:\n   b: 1\n  c: 2',
    'a:\n  - b\n c: d',
    'a:\n  - b\n - c',
    ' a: 1',
    'a: 1\n b: 2',
    'a:\n  - - b',
    'a:\n  -\n  - b',
  ],
  ...[
    'a: [b',
    'a: b]\n- c',
    'a: [b, {c: d}]',
    'a: {b: c}',
    'a: [b,\n  c]',
    'a: {"b" : 1}',
    'a: {"__proto__":1}',
    '__proto__: 1',
  ],
  ...[
    'a: "\\x41"',
    'a: "b" c',
    "a: 'b' c",
    "a: 'b",
    'a: @b',
    'a: `b`',
    'a: %b',
    'a: -',
    'a: - b',
    'a: ,b',
    'a: *b',
  ],
  ...[
    '\ufeffa: 1',
    'a: 1\r\nb: 2',
    'a: b\u00a0',
    'a: b\u2028c: d',
    'a: b\u0085c: d',
    'a: \ud800',
    `${'k'.repeat(1100)}: 1`,
  ],
  `a: ${'['.repeat(30)}${']'.repeat(30)}`,
  Array.from({ length: 30 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
];

// Signs and words with which a change may give a text another meaning.
const PIECES = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '- ',
    '-',
    ': ',
    ':',
    '#',
    ' #',
    '&a ',
    '*a',
    '!',
    '!!str ',
    '|',
    '>',
  ],
  ...[
    "'",
    '"',
    "''",
    '\\',
    '\\"',
    '\\u00e9',
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    ',',
    ', ',
    '?',
    '? ',
    '%',
    '@',
    '`',
    '~',
    '.',
    '...',
    '---',
  ],
  ...[
    'null',
    'Null',
    'true',
    'TRUE',
    'yes',
    'no',
    '0',
    '007',
    '0o7',
    '0x1',
    '1e3',
    '.5',
    '-.inf',
    '.nan',
    '+1',
    '-1',
    '1.0',
    '12:30',
  ],
  ...[
    '<<: ',
    '__proto__: ',
    'a: ',
    'a:\n',
    'date: ',
    '\ta',
    '\t',
    '\r\n',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\u200f',
    'é',
    '𝄞',
    '\0',
  ],
  ...[
    '["a","b"]',
    '{"a":1}',
    '{"a":{"b":[1.5,"c"]}}',
    '[a, b-c, 3]',
    "'It''s'",
    '"a: b"',
    '2031-04-02',
  ],
];

function changed(source: string): string {
  let text = source;
  for (let changes = chance.pick([1, 1, 2, 3, 6]); changes > 0; changes--) {
    const at = chance.below(text.length + 1);
    const end = chance.oneIn(2) ? at : at + chance.below(12);
    text = `${text.slice(0, at)}${chance.oneIn(5) ? '' : chance.pick(PIECES)}${text.slice(end)}`;
  }
  return text;
}

suite('plain YAML is read as the whole parser reads it', () => {
  for (const [source, value] of PLAIN)
    test(JSON.stringify(source), () => {
      assert.deepStrictEqual(plainYaml(source), value);
      assert.ok(compare(source));
    });

  for (const source of RARE)
    test(`not plain: ${JSON.stringify(source.slice(0, 40))}`, () => {
      assert.equal(plainYaml(source), undefined);
    });

  test('most of the fixtures are plain', () => {
    const plain = sources.filter(compare).length;
    assert.ok(plain > sources.length * 0.8, `${plain} of ${sources.length}`);
  });

  test(`${CHANGES} changed texts`, () => {
    let plain = 0;
    for (let change = 0; change < CHANGES; change++) {
      const lines = chance.pick(sources).split('\n');
      const from = chance.oneIn(2) ? 0 : chance.below(lines.length);
      if (compare(changed(lines.slice(from, from + 1 + chance.below(12)).join('\n')))) plain++;
    }
    assert.ok(plain > CHANGES / 20, `${plain} were plain`);
  });

  test('a fault is told at the same place', () => {
    const source = 'title: Ferry lost\nsource:\n  url: wire\nplaces:\n  - one\n  - two\n';
    const paths = [['title'], ['source', 'url'], ['source', 'date'], ['places', 1], ['people'], []];
    const fault = because('field/value', 'It is so.', 'Write it so.');
    const [read, whole] = [readYaml('some.yaml', source, 0, source.length), wholeOf(source)];
    for (const path of paths) {
      assert.deepEqual(read.problem(path, fault), whole.problem(path, fault));
      assert.deepEqual(read.keyProblem(path, fault), whole.keyProblem(path, fault));
    }
  });
});
