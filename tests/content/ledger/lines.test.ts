import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ledgerText, readLedger, type SealedPath } from '../../../src/content/ledger/lines.ts';
import {
  readStatements,
  type Statement,
  statementsText,
} from '../../../src/content/ledger/statements/statement.ts';

const letters = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((drawn) => drawn.join(''));
const digest = letters('aZ0_-', 43);
const slug = fc
  .array(letters('abc123', 3), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('-'));
const day = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 10, max: 12 }));
const field = fc.oneof(
  fc.constantFrom('title', 'source.url', 'people', 'lang', '~title', '~source.url'),
  fc.tuple(fc.constantFrom('p-', 'o-', 'f-', '~p-', '~f-'), slug).map((parts) => parts.join('')),
);

const statement: fc.Arbitrary<Statement> = fc.record(
  { field, value: fc.oneof(digest, slug), form: digest, exact: digest },
  { requiredKeys: ['field', 'value'], noNullPrototype: true },
);
const statements = fc.array(statement, { minLength: 1, maxLength: 6 });

test('what is stated is read as it was written', () => {
  fc.assert(
    fc.property(statements, (all) => {
      assert.deepEqual(readStatements(statementsText(all)), all);
    }),
    { seed: 10 },
  );
  for (const none of ['title', 'title:', ':a', 'title:a b', 'title:a  people:b', 'title:é'])
    assert.equal(readStatements(none), undefined, none);
});

const sealed: fc.Arbitrary<SealedPath> = fc.record(
  {
    path: fc.tuple(day, slug).map(([[year, month], name]) => `/${year}/${month}/${month}/${name}/`),
    date: day.map(([year, month]) => `${year}-${month}-${month}`),
    stated: fc.oneof(fc.constant(''), statements.map(statementsText)),
  },
  { noNullPrototype: true },
);
const ledger = fc.uniqueArray(sealed, { selector: ({ path }) => path, maxLength: 8 });

test('a ledger is read as it was written, whatever order its paths came in', () => {
  fc.assert(
    fc.property(ledger, (paths) => {
      const text = ledgerText(paths);
      assert.equal(ledgerText(paths.toReversed()), text);
      const read = readLedger(text);
      assert.deepEqual(read.faults, []);
      const byPath = (a: SealedPath, b: SealedPath) => (a.path < b.path ? -1 : 1);
      assert.deepEqual(read.sealed, paths.toSorted(byPath));
      assert.equal(text.split('\n').length, paths.length + 2, 'a line a path');
    }),
    { seed: 11 },
  );
});

test('any character changed, taken out or put in is seen', () => {
  const cases = fc.tuple(ledger, fc.nat(), fc.constantFrom('', 'a', '0', ' ', '\n', '-', 'é'));
  fc.assert(
    fc.property(cases, fc.boolean(), ([paths, at, put], replaces) => {
      const text = ledgerText(paths);
      const place = at % text.length;
      const changed = text.slice(0, place) + put + text.slice(place + (replaces ? 1 : 0));
      if (changed === text) return;
      const { faults } = readLedger(changed);
      assert.ok(faults.length > 0, `${JSON.stringify(text)}\n${JSON.stringify(changed)}`);
      assert.ok(faults.every(({ line }) => line >= 1 && line <= changed.split('\n').length));
    }),
    { seed: 12, numRuns: 2000 },
  );
});
