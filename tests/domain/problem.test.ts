import assert from 'node:assert/strict';
import { test } from 'node:test';
import { because } from '../../src/domain/fault.ts';
import {
  faultSentence,
  type Problem,
  problemReport,
  shownJson,
  shownText,
  shownWords,
} from '../../src/domain/problem.ts';

const problem = (file: string, line: number, column: number, words = 'x'): Problem => ({
  ...{ file, line, column, words },
  ...because('date/day', 'A date is a day.', 'Write the day.'),
});

test('a problem is printed with its place, code, words, rule and fix', () => {
  assert.equal(
    problemReport([problem('people/ada.yaml', 3, 7, '30 February')]),
    [
      'people/ada.yaml:3:7 [date/day]',
      '  “30 February”',
      '  Rule: A date is a day.',
      '  Fix: Write the day.',
      '',
      'One problem in the archive. Nothing was built.',
    ].join('\n'),
  );
});

test('where something is missing there are no words to show', () => {
  assert.ok(problemReport([problem('a', 1, 1, '')]).startsWith('a:1:1 [date/day]\n  Rule: '));
});

test('problems stand in the order of files, lines and columns', () => {
  const problems = [
    ...[problem('b', 1, 1), problem('a', 10, 1), problem('a', 9, 2), problem('a', 9, 1)],
  ];
  const report = problemReport(problems);
  assert.deepEqual(report.match(/^\w:\d+:\d+(?= \[date\/day\]$)/gmu), [
    'a:9:1',
    'a:9:2',
    'a:10:1',
    'b:1:1',
  ]);
  assert.ok(report.endsWith('\n\n4 problems in the archive. Nothing was built.'));
  assert.equal(problems[0]?.file, 'b', 'the list itself stays as it is');
});

test('unseen characters are spelt out, seen ones never', () => {
  assert.equal(
    shownWords('a\u202Eb\0c\uFEFFd\ne\uD800f'),
    'a[U+202E]b[U+0000]c[U+FEFF]d[line break]e[U+D800]f',
  );
  assert.equal(
    shownWords('The Harbour\nBoard\tof Ansel'),
    'The Harbour[line break]Board[tab]of Ansel',
  );
  assert.equal(
    shownWords('\u{E0001}\u2028\u200B\u001B[31m'),
    '[U+E0001][U+2028][U+200B][U+001B][31m',
  );
  assert.equal(shownWords('Áda, 港 😀 فارغا'), 'Áda, 港 😀 فارغا');
});

test('long words are cut, but not inside a character', () => {
  assert.equal(shownWords('x'.repeat(120)), 'x'.repeat(120));
  assert.equal(shownWords('x'.repeat(121)), `${'x'.repeat(120)}… (121 characters)`);
  assert.equal(shownWords(`${'x'.repeat(119)}😀😀`), `${'x'.repeat(119)}… (123 characters)`);
});

test('a fault is a value of its code, its rule and its fix', () => {
  const fault = because('date/day', 'A rule.', 'A fix.');
  assert.deepEqual(fault, { code: 'date/day', rule: 'A rule.', fix: 'A fix.' });
  assert.equal(faultSentence(fault), 'A rule. A fix. [date/day]');
});

test('a text of several lines is shown whole, and nothing in it acts on a terminal', () => {
  const hostile = 'a\u001b]0;b\u0007\n\tc\u009b31m\u202ed\r\u2028\ud800e';
  const shown = shownText(hostile);
  assert.equal(shown, 'a[U+001B]]0;b[U+0007]\n\tc[U+009B]31m[U+202E]d[U+000D][U+2028][U+D800]e');
  assert.equal(shownText('x'.repeat(5000)).length, 5000);
  const json = shownJson({ title: hostile, more: '\u{e0001}' });
  assert.doesNotMatch(json, /[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
  assert.deepEqual(JSON.parse(json), { title: hostile, more: '\u{e0001}' });
});
