import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ARCHIVES, distOf, readBuilt, type TestArchive } from '../support/archives.ts';

/** Which files each schema is of. */
const FILES = {
  article: '[0-9][0-9][0-9][0-9]/*/*/*/index.json',
  articles: 'data/articles*.json',
  figures: 'data/figures.json',
  names: 'search/names.json',
};
type Name = keyof typeof FILES;
const NAMES = Object.keys(FILES) as Name[];
const schemaFile = (name: Name) => `data/${name}.schema.json`;

const json = (archive: TestArchive, path: string) => JSON.parse(readBuilt(archive, path));
const filesOf = (archive: TestArchive, name: Name) =>
  globSync(FILES[name], { cwd: distOf(archive) }).filter((path) => !path.endsWith('.schema.json'));

/** Checks as a stranger would, by the published schema alone: all that is not sound JSON Schema is an error. */
function validator(archive: TestArchive, name: Name): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  return ajv.compile(json(archive, schemaFile(name)) as AnySchemaObject);
}

/** Every object within a value, itself among them. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

for (const archive of Object.values(ARCHIVES))
  describe(`${archive.name}: what is published as JSON is of the form that its schema says`, () => {
    for (const name of NAMES)
      test(name, () => {
        const isSound = validator(archive, name);
        const files = filesOf(archive, name);
        // An archive without an article has none of them.
        assert.ok(files.length > 0 || (archive.name === 'empty' && name === 'article'));
        for (const path of files)
          assert.ok(
            isSound(json(archive, path)),
            `${path}: ${JSON.stringify(isSound.errors, null, 2)}`,
          );
      });

    test('the schemas are at their addresses', () => {
      for (const name of NAMES) {
        const { $id, $schema } = json(archive, schemaFile(name));
        assert.equal($id, new URL(schemaFile(name), archive.siteUrl).href);
        assert.equal($schema, 'https://json-schema.org/draft/2020-12/schema');
      }
    });

    test('the page about the data leads to them, and the Data Package names them', () => {
      const page = readBuilt(archive, 'data/index.html');
      const { resources } = json(archive, 'data/datapackage.json') as {
        resources: { path: string; mediatype: string; description?: string }[];
      };
      for (const name of NAMES) {
        assert.ok(page.includes(`href="${archive.base}${schemaFile(name)}"`), name);
        const [own] = resources.filter(({ path }) => `data/${path}` === schemaFile(name));
        assert.equal(own?.mediatype, 'application/schema+json', name);
      }
      for (const { path, description } of resources.filter(({ path }) =>
        /^(?:figures|articles[-\d]*)\.json$/.test(path),
      ))
        assert.equal(
          description,
          `Its JSON Schema is ${path.replace(/[-\d]*\.json$/, '')}.schema.json.`,
        );
    });
  });

test('a field that no schema knows is an error, in whatever object it stands', () => {
  for (const archive of [ARCHIVES.isles, ARCHIVES.based])
    for (const name of NAMES) {
      const isSound = validator(archive, name);
      for (const path of filesOf(archive, name)) {
        const data = json(archive, path);
        const objects = [...objectsIn(data)];
        for (const object of objects.slice(0, 200)) {
          object['another'] = 1;
          assert.ok(!isSound(data), `${path}: ${JSON.stringify(object)}`);
          delete object['another'];
        }
      }
    }
});

test('a field that is missing, or of another type, is an error', () => {
  const archive = ARCHIVES.holms;
  for (const name of NAMES) {
    const isSound = validator(archive, name);
    const [path = ''] = filesOf(archive, name);
    const data = json(archive, path);
    const [first = {}] = objectsIn(data);
    for (const key of ['id', 'date', 'claim', 'kind', 'url'].filter((one) => one in first)) {
      const before = first[key];
      first[key] = 'a thing';
      const isUnsound = !isSound(data);
      delete first[key];
      assert.ok(!isSound(data), `${name}: without ${key}`);
      first[key] = before;
      if (key !== 'url' || name !== 'article') assert.ok(isUnsound, `${name}: ${key}`);
    }
    assert.ok(isSound(data));
  }
});

test('a stranger can read them: each part is described in a sentence, and nothing of the code shows', () => {
  const fields = (schema: AnySchemaObject): [string, AnySchemaObject][] => [
    ...Object.entries<AnySchemaObject>(schema['properties'] ?? {}).flatMap(
      ([key, field]): [string, AnySchemaObject][] => [[key, field], ...fields(field)],
    ),
    ...(schema['items'] ? fields(schema['items']) : []),
    ...(schema['anyOf'] ?? []).flatMap(fields),
  ];
  for (const name of NAMES) {
    const text = readBuilt(ARCHIVES.holms, schemaFile(name));
    const schema = JSON.parse(text);
    assert.ok(schema.title && schema.description, name);
    const all = fields(schema);
    assert.ok(all.length > 4);
    for (const [key, { description }] of all) assert.match(description ?? '', /\w.*\.\)?\.?$/, key);
    assert.doesNotMatch(text, /zod|\$defs|\$ref|frontmatter|\.ts\b|readOnly|9007199254740991/i);
    assert.match(
      text,
      /^\{\n {2}"\$schema": .*\n {2}"\$id": .*\n {2}"title": .*\n {2}"description": /,
    );
  }
});
