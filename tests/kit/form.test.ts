import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { parse } from 'yaml';

interface Field {
  type: string;
  id?: string;
  attributes: { label?: string; value?: string; options?: unknown[] };
  validations?: { required?: boolean };
}

const FOLDER = '.github/ISSUE_TEMPLATE';
const read = (path: string) => parse(readFileSync(path, 'utf8'), { uniqueKeys: true });
const FORMS = globSync(`${FOLDER}/*`)
  .filter((path) => path !== `${FOLDER}/config.yml`)
  .toSorted();

/** What a field must have, by its type; GitHub shows no form of which one lacks it. */
const REQUIRED = new Map<string, (attributes: Field['attributes']) => unknown>([
  ['markdown', ({ value }) => value],
  ['input', ({ label }) => label],
  ['textarea', ({ label }) => label],
  ['dropdown', ({ label, options = [] }) => label && options.length > 1],
  ['checkboxes', ({ label, options = [] }) => label && options.length > 0],
]);

suite('forms of issues are such as GitHub shows', () => {
  test('there is one for a fault, an input and a wish, and a blank page', () => {
    assert.deepEqual(
      FORMS,
      ['fault', 'input', 'wish'].map((name) => `${FOLDER}/${name}.yml`),
    );
    assert.deepEqual(read(`${FOLDER}/config.yml`), { blank_issues_enabled: true });
  });

  for (const path of FORMS)
    test(path, () => {
      const { name, description, body }: Record<string, unknown> & { body: Field[] } = read(path);
      assert.equal(typeof name, 'string');
      assert.equal(typeof description, 'string');
      const asked = body.filter(({ type }) => type !== 'markdown');
      assert.ok(asked.some(({ validations }) => validations?.required));
      for (const { type, attributes } of body) {
        const isWhole = REQUIRED.get(type);
        assert.ok(isWhole?.(attributes), `${type} ${attributes.label}`);
      }
      for (const of of [
        asked.map(({ id }) => id),
        asked.map(({ attributes: { label } }) => label),
      ]) {
        assert.equal(new Set(of).size, asked.length);
        for (const word of of) assert.match(`${word}`, /^[A-Za-z]/);
      }
      for (const { id } of asked) assert.match(`${id}`, /^[\w-]+$/);
    });
});
