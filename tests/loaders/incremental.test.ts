import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { write } from '../setup/scratch.ts';

const root = mkdtempSync(join(tmpdir(), 'cuttings-'));
const project = process.cwd();
process.env['ARCHIVE_CONTENT'] = root;
after(() => rmSync(root, { recursive: true, force: true }));

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

interface Entry {
  id: string;
  data: Record<string, unknown>;
  digest?: string;
  filePath?: string;
  rendered?: { html: string };
  deferredRender?: boolean;
}

/** What Astro hands to a loader, as far as ours uses it, and a record of what it did. */
function fakeContext(entries = new Map<string, Entry>()) {
  const did = { set: [] as string[], modules: [] as string[] };
  const store = {
    get: (key: string) => entries.get(key),
    keys: () => [...entries.keys()],
    values: () => [...entries.values()],
    delete: (key: string) => entries.delete(key),
    clear: () => entries.clear(),
    set: (entry: Entry) => {
      did.set.push(entry.id);
      entries.set(entry.id, entry);
      return true;
    },
    addModuleImport: (path: string) => did.modules.push(path),
  };
  const context = {
    store,
    logger: { info: () => undefined, error: () => undefined },
    config: {
      base: '/',
      root: pathToFileURL(`${project}/`),
      srcDir: pathToFileURL(`${project}/src/`),
    },
    generateDigest: (data: unknown) =>
      createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16),
  };
  return { context: context as unknown as LoaderContext, did };
}

let entries: Map<string, Entry>;
let runs = 0;

/** Loads the articles as a new build does, which reads everything anew, with what the last one left in the store. */
async function load() {
  const { articleLoader } = (await import(
    `../../src/loaders/collection.ts?${runs++}`
  )) as typeof import('../../src/loaders/collection.ts');
  const { context, did } = fakeContext(entries);
  await articleLoader().load(context);
  return { set: did.set.toSorted(), modules: did.modules };
}

beforeEach(async () => {
  rmSync(root, { recursive: true, force: true });
  write(root, SOUND);
  entries = new Map();
  await load();
});

test('a first load renders every article, the deferred ones later', () => {
  assert.deepEqual([...entries.keys()].toSorted(), ['ada', 'bo', 'both', 'jsx'].map(id));
  assert.match(
    entries.get(id('ada'))?.rendered?.html ?? '',
    /<p id="p-[^>]*><a [^>]*>Ada Varga<\/a>/,
  );
  assert.equal(entries.get(id('jsx'))?.rendered, undefined);
  assert.equal(entries.get(id('jsx'))?.deferredRender, true);
});

test('a load without a change renders nothing, and keeps what is deferred registered', async () => {
  const { set, modules } = await load();
  assert.deepEqual(set, []);
  assert.deepEqual(modules, [entries.get(id('jsx'))?.filePath]);
});

test('a changed article is rendered again, and no other', async () => {
  write(root, { [file('bo')]: article('people: [bo-lind]', 'Bo Lind left too.') });
  assert.deepEqual((await load()).set, [id('bo')]);
  assert.match(entries.get(id('bo'))?.rendered?.html ?? '', /left too/);
  assert.deepEqual((await load()).set, []);
});

test('a changed record renders the articles that list it, and no others', async () => {
  write(root, { 'people/bo-lind.yaml': 'name: Bo Lind\ndescription: A pilot.\n' });
  assert.deepEqual((await load()).set, [id('bo'), id('both')]);
  write(root, { 'people/una-holt.yaml': 'name: Una Holt\n' });
  assert.deepEqual((await load()).set, []);
});

test('a record that is gone is missed by an article that only refers to it', async () => {
  write(root, {
    [file('bo')]: article('about: [una-holt]', 'Nobody left.'),
    'people/una-holt.yaml': 'name: Una Holt\n',
  });
  await load();
  write(root, { 'people/una-holt.yaml': 'name: Una Holt\ndescription: A pilot.\n' });
  assert.deepEqual((await load()).set, []);
  rmSync(join(root, 'people/una-holt.yaml'));
  await assert.rejects(load(), /bo\.mdx:4:9\n {2}“una-holt”/);
});

test('an article that is gone leaves the store', async () => {
  rmSync(join(root, file('both')));
  assert.deepEqual((await load()).set, []);
  assert.deepEqual([...entries.keys()].toSorted(), ['ada', 'bo', 'jsx'].map(id));
});

test('a fault leaves the store as it was, and is told whole', async () => {
  const before = structuredClone(entries);
  rmSync(join(root, file('ada')));
  write(root, { [file('bo')]: article('people: [bo-lind]', 'He left.') });
  writeFileSync(join(root, 'people/ada-varga.yaml'), 'nmae: Ada Varga\n');
  await assert.rejects(load(), ({ name, message }: Error) => {
    assert.equal(name, 'ArchiveError');
    assert.match(message, /articles\/2031\/04\/02\/bo\.mdx:4:10\n/);
    assert.match(message, /people\/ada-varga\.yaml:1:1\n/);
    assert.ok(message.endsWith('2 problems in the archive. Nothing was built.'));
    return true;
  });
  assert.deepEqual(entries, before);
});
