import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excessIn } from '../../../../src/content/markdown/body/extent.ts';

const many = (count: number, of: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => of(at)).join('');

const CASES: [string, string, number, RegExp][] = [
  ['characters', 'wharf\n'.repeat(400_000), 333_333, /^A body has at most 2,000,000 characters\./],
  ['paragraphs', 'The tide.\n\n'.repeat(20_001), 40_000, /at most 20,000 paragraphs/],
  ['headings', '# Tide\n'.repeat(20_001), 20_000, /at most 20,000 paragraphs/],
  [
    'nested lists',
    many(200, () => many(45, (at) => `${'  '.repeat(at)}- x\n`)),
    0,
    /quotations and lists of a body have at most/,
  ],
  ['columns', `Tides\n\n${'|a'.repeat(300)}\n${'|-'.repeat(300)}\n|b\n`, 3, /at most 200 columns/],
  ['quoted columns', `> ${'|a'.repeat(300)}\n> ${'|:-:'.repeat(300)}\n`, 1, /200 columns/],
  ['cells', `${'|a'.repeat(100)}\n${'|-'.repeat(100)}\n${'|b\n'.repeat(900)}`, 501, /50,000 cells/],
  [
    'links of a paragraph',
    `One\n\n${'[a]('.repeat(2001)}`,
    2,
    /without a blank line has at most 2,000 signs/,
  ],
  ['links', '[a](b) '.repeat(900).concat('\n\n').repeat(30), 44, /A body has at most 20,000 signs/],
  ['emphases', `One\n\n${'a**b'.repeat(2001)}`, 2, /at most 2,000 signs/],
  ['tags', `One\n\n${'<b>x</b> '.repeat(1001)}`, 2, /at most 2,000 signs/],
  ['marks of one note', many(2100, () => 'x[^1]\n\n'), 4000, /2,000 notes and marks/],
  ['notes', many(1100, (at) => `w[^n${at}]\n\n[^n${at}]: note\n\n`), 4000, /2,000 notes and marks/],
  ['backticks', `One\n${many(30, (at) => `${'`'.repeat(at + 1)} `)}`, 1, /20 lengths of runs/],
];

for (const [name, text, line, reason] of CASES)
  test(`too many ${name} are refused at their line, in one go`, () => {
    const started = performance.now();
    const excess = excessIn(text);
    assert.match(excess?.fault.rule ?? '', reason);
    if (name !== 'nested lists') assert.equal(excess?.line, line);
    assert.ok(performance.now() - started < 3000);
  });

test('what the longest article may hold is read', () => {
  assert.equal(excessIn('The tide turned at noon.\n\n'.repeat(8000)), undefined);
  assert.equal(excessIn('- an item with [a link](https://example.org)\n'.repeat(900)), undefined);
  assert.equal(excessIn(many(400, (at) => `w[^${at}]\n\n[^${at}]: note\n\n`)), undefined);
  assert.equal(
    excessIn(`${'|a'.repeat(30)}\n${'|-'.repeat(30)}\n${'|b\n'.repeat(1000)}`),
    undefined,
  );
  assert.equal(excessIn('A `code` and ``another`` one. '.repeat(5000)), undefined);
});
