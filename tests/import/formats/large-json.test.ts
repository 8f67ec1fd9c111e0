import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { partsOf } from '../../../src/import/formats/formats.ts';
import { LARGEST, openSource } from '../../../src/import/formats/source.ts';
import { read } from '../../../src/import/reader/reading.ts';

/** Reads bytes as if they were more than is read at once. */
async function readLarge(input: string | Uint8Array) {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const source = await openSource({ name: 'large.json', bytes }, undefined);
  const said: string[] = [];
  try {
    for await (const part of partsOf({ ...source, size: LARGEST + 1 })) {
      const found = await read(part);
      const words =
        'document' in found
          ? `${found.document.title}, ${found.document.author}`
          : 'skipped' in found
            ? found.as
            : found.fault;
      said.push(`${part.place}: ${words}`);
    }
  } catch (error) {
    said.push((error as Error).message);
  }
  return said;
}

const post = (id: number, fields: object) => ({
  id,
  title: `Lamp ${id}`,
  slug: `lamp-${id}`,
  html: `<p>The lamp of Quern was lit for the ${id}th time.</p>`,
  status: 'published',
  visibility: 'public',
  published_at: '2021-04-02T09:00:00.000Z',
  ...fields,
});
const database = {
  posts: [
    post(1, {}),
    post(2, { status: 'draft' }),
    post(3, { visibility: 'members' }),
    post(4, {}),
  ],
  users: [{ id: 7, name: 'Ada Varga' }],
  posts_authors: [
    { post_id: 1, author_id: 7 },
    { post_id: 4, author_id: 7 },
  ],
};
const READ = [
  ', item 1: Lamp 1, Ada Varga',
  ', item 2: draft',
  ', item 3: private',
  ', item 4: Lamp 4, Ada Varga',
];

suite('JSON that is larger than what is read at once', () => {
  for (const [name, value] of Object.entries({
    'with db': { db: [{ meta: { version: '5' }, data: database }] },
    'without db': { meta: { version: '5' }, data: database },
  }))
    test(`an export of Ghost ${name}: posts, and what joins them to tables that stand behind`, async () => {
      assert.deepEqual(await readLarge(JSON.stringify(value)), READ);
      const utf16 = Buffer.from(`\ufeff${JSON.stringify(value, null, 2)}`, 'utf16le');
      assert.deepEqual(await readLarge(utf16), READ);
    });

  test('a list: each of its items, and those that cannot be read for themselves', async () => {
    const rest = {
      id: 1,
      date: '2021-04-02T09:00:00',
      date_gmt: '2021-04-02T07:00:00',
      status: 'publish',
      type: 'post',
      link: 'https://gazette.example/1',
      title: { rendered: 'Lamp 1' },
      content: { rendered: '<p>The lamp of Quern was lit.</p>', protected: false },
    };
    const said = await readLarge(JSON.stringify([rest, { a: 1 }, { ...rest, status: 'draft' }]));
    assert.equal(said.length, 3);
    assert.equal(said[0], ', item 1: Lamp 1, undefined');
    assert.match(said[1] ?? '', /^, item 2: It is JSON, but neither/);
    assert.equal(said[2], ', item 3: draft');
  });

  test('where it breaks off, the items before are in, and it is told', async () => {
    const text = JSON.stringify([{ uri: 'x' }]).slice(0, -1);
    const said = await readLarge(`${text}, {"uri": "y", "head`);
    assert.equal(said.length, 2);
    assert.match(
      said[1] ?? '',
      /^It looks like JSON and is none: .* The items before that are in\.$/,
    );
  });

  test('a name of JavaScript’s own among its keys is a key', async () => {
    const said = await readLarge('[{"__proto__": {"uri": "x", "status": "usable"}}]');
    assert.match(said[0] ?? '', /^, item 1: It is JSON, but neither/);
    assert.equal(Object.hasOwn(Object.prototype, 'uri'), false);
  });

  test('what is neither a list nor an export says how it can be read', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(LARGEST) });
    const [said] = await readLarge(long);
    assert.match(said ?? '', /^It is larger than 64 MB\. Split it/);
  });
});
