import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readArchive } from '../../../src/content/reading/reading.ts';
import { ArchiveStore } from '../../../src/content/store/archive-store.ts';
import { SpoiltStore } from '../../../src/content/store/spoilt.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const article = (listed: string, body: string) =>
  `---\ndate: 2031-04-02\ntext: account\n${listed}\n---\n${body}\n`;
const file = (slug: string) => `articles/2031/04/02/${slug}.mdx`;
const id = (slug: string) => `2031/04/02/${slug}`;

const SOUND = {
  [file('ada')]: article('people: [ada-varga]', 'Ada Varga left.'),
  [file('both')]: article('people: [ada-varga, bo-lind]', 'Ada Varga met Bo Lind.'),
  [file('bo')]: article('people: [bo-lind]', 'Bo Lind stayed.'),
  [file('jsx')]: article('people: []', '<aside>It rained.</aside>'),
  'people/ada-varga.yaml': 'name: Ada Varga\n',
  'people/bo-lind.yaml': 'name: Bo Lind\n',
};

/** The sound archive, read once, its store, and a second reading that tells which articles it read. */
async function readOnce(t: TestContext) {
  const [root, folder] = [scratchFolder(t), scratchFolder(t)];
  write(root, SOUND);
  const store = new ArchiveStore(folder);
  t.after(() => store.close());
  const digests = () => new Map([...store.articles()].map(({ id, digest }) => [id, digest]));
  const read = async () => {
    const before = digests();
    const { changed } = await readArchive(root, '/', store);
    const anew = [...digests()].filter(([id, digest]) => before.get(id) !== digest);
    assert.equal(changed, anew.length);
    return anew.map(([id]) => id);
  };
  await read();
  return { root, store, read };
}

test('a first reading sets every article', async (t) => {
  const { store } = await readOnce(t);
  assert.deepEqual(
    [...store.articles()].map(({ id }) => id),
    ['ada', 'bo', 'both', 'jsx'].map(id),
  );
  assert.match(`${store.bodyOf(id('ada'))}`, /<p id="p-[^>]*><a [^>]*>Ada Varga<\/a>/);
  assert.equal(store.articleData(id('ada')).paragraphs[0]?.text, 'Ada Varga left.');
  assert.deepEqual(store.mentionedIn(id('both'), 'people/bo-lind').contexts, [
    {
      paragraph: store.articleData(id('both')).paragraphs[0]?.id,
      before: 'Ada Varga met ',
      match: 'Bo Lind',
      after: '.',
    },
  ]);
});

test('a reading without a change reads nothing', async (t) => {
  const { read } = await readOnce(t);
  assert.deepEqual(await read(), []);
});

test('a changed article is read again, and no other', async (t) => {
  const { root, store, read } = await readOnce(t);
  write(root, { [file('bo')]: article('people: [bo-lind]', 'Bo Lind left too.') });
  assert.deepEqual(await read(), [id('bo')]);
  assert.match(`${store.bodyOf(id('bo'))}`, /left too/);
  assert.deepEqual(await read(), []);
});

test('a changed record has the articles that list it read again, and no others', async (t) => {
  const { root, read } = await readOnce(t);
  write(root, { 'people/bo-lind.yaml': 'name: Bo Lind\ndescription: A pilot.\n' });
  assert.deepEqual(await read(), [id('bo'), id('both')]);
  write(root, { 'people/una-holt.yaml': 'name: Una Holt\n' });
  assert.deepEqual(await read(), []);
});

test('a record that is gone is missed by an article that only refers to it', async (t) => {
  const { root, read } = await readOnce(t);
  write(root, {
    [file('bo')]: article('about: [una-holt]', 'Nobody left.'),
    'people/una-holt.yaml': 'name: Una Holt\n',
  });
  await read();
  write(root, { 'people/una-holt.yaml': 'name: Una Holt\ndescription: A pilot.\n' });
  assert.deepEqual(await read(), []);
  rmSync(join(root, 'people/una-holt.yaml'));
  await assert.rejects(read(), /bo\.mdx:4:9 \[reference\/missing\]\n {2}“una-holt”/);
});

test('records may lie in folders of their kind', async (t) => {
  const { root, store, read } = await readOnce(t);
  write(root, {
    'people/u/una-holt.yaml': 'name: Una Holt\n',
    [file('una')]: article('people: [una-holt]', 'Una Holt left.'),
  });
  assert.deepEqual(await read(), [id('una')]);
  assert.ok(store.records().some((record) => record.id === 'una-holt'));
});

test('an article that is gone leaves the store with all that was said of it', async (t) => {
  const { root, store, read } = await readOnce(t);
  rmSync(join(root, file('both')));
  assert.deepEqual(await read(), []);
  assert.deepEqual(
    [...store.articles()].map(({ id }) => id),
    ['ada', 'bo', 'jsx'].map(id),
  );
  assert.throws(() => store.dataOf(id('both')), SpoiltStore);
  assert.deepEqual(store.mentionedIn(id('both'), 'people/bo-lind').contexts, []);
});

test('faults are told whole, in the order of the files', async (t) => {
  const { root, read } = await readOnce(t);
  write(root, {
    [file('bo')]: article('people: [bo-lind]', 'He left.'),
    'people/ada-varga.yaml': 'nmae: Ada Varga\n',
  });
  await assert.rejects(read(), ({ name, message }: Error) => {
    assert.equal(name, 'ArchiveError');
    assert.match(message, /articles\/2031\/04\/02\/bo\.mdx:4:10 \[mention\/missing\]\n/);
    assert.match(message, /people\/ada-varga\.yaml:1:1 \[field\/unknown\]\n/);
    assert.ok(message.endsWith('2 problems in the archive. Nothing was built.'));
    return true;
  });
});

test('many articles are read by several readers, with the same outcome', async (t) => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, number) => [
      file(`many-${number}`),
      article('people: [ada-varga]', number === 700 ? 'Nobody left.' : `Ada Varga left ${number}.`),
    ]),
  );
  const { root, store, read } = await readOnce(t);
  write(root, many);
  await assert.rejects(read(), /many-700\.mdx:4:10 \[mention\/missing\]\n/);
  write(root, { [file('many-700')]: article('people: [ada-varga]', 'Ada Varga left 700.') });
  assert.deepEqual(await read(), [id('many-700')]);
  assert.match(`${store.bodyOf(id('many-999'))}`, /left 999\./);
});

test('a store that is broken is begun anew', (t) => {
  const folder = scratchFolder(t);
  new ArchiveStore(folder).close();
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'no database');
  const store = new ArchiveStore(folder);
  assert.deepEqual([...store.articles()], []);
  store.close();
});

test('on another machine, what was read is known, with its media', async (t) => {
  const [here, there, folder, copied] = [1, 2, 3, 4].map(() => scratchFolder(t));
  assert.ok(here && there && folder && copied);
  cpSync('tests/fixtures/isles', here, { recursive: true });
  const store = new ArchiveStore(folder);
  assert.notEqual((await readArchive(here, '/', store)).changed, 0);
  store.close();
  // Its files have other paths, inodes and times there.
  cpSync(here, there, { recursive: true });
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.sqlite'));
  cpSync(join(folder, `${file}`), join(copied, `${file}`));
  const again = new ArchiveStore(copied);
  t.after(() => again.close());
  assert.equal((await readArchive(there, '/', again)).changed, 0);
  appendFileSync(join(there, 'media/first-minister.jpg'), ' ');
  assert.equal((await readArchive(there, '/', again)).changed, 1);
});
