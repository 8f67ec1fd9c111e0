import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE, BODY, type Files, FRONTMATTER, mdx, problemsOf } from '../support/broken.ts';

const inArticle = (fields: string): Files => ({ [ARTICLE]: mdx(`${fields}\n`, BODY) });
const FIELDS = FRONTMATTER.trim();
const without = (field: string) => FIELDS.replace(new RegExp(`^${field}:.*\n?`, 'm'), '').trim();

// biome-ignore format: a table, a case a row
/** A value of another kind than its field has, and the codes that are told of it: nothing more follows, and nothing crashes. */
const VALUES: [what: string, files: Files, codes: string[]][] = [
  ...['people', 'places', 'organisations', 'about', 'withheld', 'figures', 'corrections', 'formerly'].flatMap(
    (field): [string, Files, string[]][] =>
      ['{ a: 1 }', 'word', '3'].map((value) => [
        `${field}: ${value}`,
        inArticle(`title: Storm\ndate: 2031-04-02\ntext: account\n${field}: ${value}`),
        ['field/type'],
      ]),
  ),
  ['a date of nothing', inArticle(without('date').replace(/asOf: .*/, 'asOf: 2031-04-02').concat('\ndate:')), ['field/blank']],
  ['old ids of a record as a map', { 'people/ada-varga.yaml': 'name: Ada Varga\nformerly: { a: 1 }\n' }, ['field/type']],
  ['a record under a name that is none', { 'people/Bad_Name.yaml': 'name: [1]\nnick: x\n' }, ['field/type', 'field/unknown', 'id/form']],
  ['YAML deeper than its parser goes', inArticle(`title: Storm\ndate: 2031-04-02\ntext: account\nsource: ${'['.repeat(5000)}`), ['yaml/deep']],
];

for (const [what, files, codes] of VALUES)
  test(`${what}: ${codes.join(', ')}`, async (t) => {
    const told = (await problemsOf(t, files)).map(({ code }) => code);
    assert.deepEqual([...new Set(told)].toSorted(), codes);
  });
