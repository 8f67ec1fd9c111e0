import assert from 'node:assert/strict';
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import { planOf } from '../../src/publication/plan.ts';
import {
  type BuiltSite,
  builtSite,
  destinationAt,
  publish,
} from '../../src/publication/publication.ts';
import { HEADERS_FILE } from '../../src/publication/site-headers.ts';
import { ARCHIVES, distOf } from '../support/archives.ts';
import { runNode } from '../support/command.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** What a file of a site asks for as it is shown, and where its links lead. */
interface Asked {
  needs: string[];
  links: string[];
}

/** What each file asks for, by its digest. */
const asked = new Map<string, Asked>();

/** The file of a site at an address; empty where it is elsewhere. */
function fileAt(address: string, from: string): string {
  const url = URL.canParse(address, `https://site.example/${from}`)
    ? new URL(address, `https://site.example/${from}`)
    : undefined;
  if (url?.host !== 'site.example') return '';
  const path = decodeURIComponent(url.pathname).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function askedBy(site: BuiltSite, path: string): Asked {
  if (!/\.html$|\.js$|^search\/archive\.json$/.test(path)) return { needs: [], links: [] };
  const text = readFileSync(join(site.folder, path), 'utf8');
  const own = (addresses: Iterable<string | undefined>) =>
    [...new Set([...addresses].map((one) => fileAt(one ?? '', path)))].filter(
      (file) => file !== path && site.digests.has(file),
    );
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, address]) => address);
  if (path.endsWith('.js'))
    return { needs: own(all(/(?:from|import)\s*"(\.\/[^"]+)"/g)), links: [] };
  if (path === 'search/archive.json') {
    const isIn = (file: string) => /^search\/(?:names|words)\//.test(file);
    return { needs: [...site.digests.keys()].filter(isIn), links: [] };
  }
  const sets = all(/\ssrcset="([^"]+)"/g).flatMap((set = '') =>
    set.split(',').map((one) => one.trim().split(' ')[0]),
  );
  return {
    needs: own([
      ...all(/\ssrc="([^"]+)"/g),
      ...sets,
      ...all(/<link rel="(?:stylesheet|icon|modulepreload)"[^>]*href="([^"]+)"/g),
      ...(text.includes('<search-panel') ? ['/search/archive.json'] : []),
    ]),
    links: own(all(/<a\s[^>]*href="([^"]+)"/g)),
  };
}

function known(folder: string): BuiltSite {
  const site = builtSite(folder);
  for (const [path, digest] of site.digests) asked.set(digest, askedBy(site, path));
  return site;
}

let [isles, changed, holms]: BuiltSite[] = [];
before(async (t) => {
  const folder = scratchFolder(t as TestContext);
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  cpSync(ARCHIVES.isles.content, content, { recursive: true });
  // Those with pictures go, another comes: so nothing has to be encoded.
  const withMedia = globSync(join(content, 'articles/**/*.mdx')).filter((file) =>
    /^media:/m.test(readFileSync(file, 'utf8')),
  );
  for (const file of withMedia) rmSync(dirname(file), { recursive: true, force: true });
  rmSync(join(content, 'media'), { recursive: true });
  write(content, {
    'articles/2036/01/02/slip-reopened.mdx':
      '---\ntitle: Slip reopened\ndate: 2036-01-02\ntext: verbatim\nsource: { publisher: The Vessery Courier }\nplaces: [gannet-stack]\n---\n\nThe slip at Gannet Stack was reopened.\n',
  });
  const { code, stdout, stderr } = await runNode(['src/cli/build.ts', '--out', dist], {
    cwd: process.cwd(),
    env: { ARCHIVE_CONTENT: content, SITE_URL: ARCHIVES.isles.siteUrl },
  });
  assert.equal(code, 0, stdout + stderr);
  isles = known(distOf(ARCHIVES.isles));
  changed = known(dist);
  holms = known(distOf(ARCHIVES.holms));
});

/** What a reader misses: of a page that is there, what it shows; of a page that the home leads to, where it leads. */
function missed(files: ReadonlyMap<string, string>): string[] {
  const at = (path: string) => asked.get(files.get(path) ?? '') ?? { needs: [], links: [] };
  const lacks = [...files.keys()].flatMap((path) =>
    at(path).needs.flatMap((need) => (files.has(need) ? [] : [`${path} lacks ${need}`])),
  );
  const reached = new Set(files.has('index.html') ? ['index.html'] : []);
  for (const path of reached)
    for (const link of at(path).links)
      if (files.has(link)) reached.add(link);
      else lacks.push(`${path} leads to ${link}`);
  return lacks;
}

/** Publishes, and looks after every change at what readers get. @returns how many changes there were */
async function published(store: MemoryStore, site: BuiltSite | undefined): Promise<number> {
  assert.ok(site);
  const there = await destinationAt(store);
  const isFirst = there.digests.size === 0;
  const plan = planOf(site, there, { now: new Date() });
  let changes = 0;
  store.watched = (path) => {
    changes += 1;
    // A first publication is no site before its home is there.
    if (isFirst && !store.files.has('index.html')) return;
    const [first] = missed(store.files);
    assert.equal(first, undefined, `${first}, after ${path}`);
  };
  const rules = readFileSync(join(site.folder, HEADERS_FILE));
  store.contents.set(site.digests.get(HEADERS_FILE) ?? '', rules);
  await publish(site, there, plan, store, () => ({ at: () => {}, end: () => {} }));
  return changes;
}

test('the sites that are published are whole themselves, and what is asked for is found in them', () => {
  for (const site of [isles, changed, holms]) assert.deepEqual(missed(new Map(site?.digests)), []);
  const all = [...asked.values()];
  for (const part of ['needs', 'links'] as const)
    assert.ok(all.reduce((sum, one) => sum + one[part].length, 0) > 1000, part);
});

test('wherever a publication stops, each page has what it shows, and none that readers reach leads nowhere', async () => {
  const store = new MemoryStore();
  await published(store, isles);
  const there = await published(store, changed);
  const back = await published(store, isles);
  assert.ok(there > 20 && back > 20, 'something had to be sent');
  // All but a few files are others, and all pages.
  await published(store, holms);
});
