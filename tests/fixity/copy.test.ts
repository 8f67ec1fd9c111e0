import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { chanceOf } from '../../src/bench/invented/chance.ts';
import { mediaId } from '../../src/domain/media/media-id.ts';
import { checkBag, writeBag } from '../../src/fixity/bag.ts';
import {
  checkSite,
  contentsOf,
  digestOf,
  type Findings,
  SITE_MANIFEST,
} from '../../src/fixity/copy.ts';
import { HostFault } from '../../src/fixity/host-answer.ts';
import { checkHosted } from '../../src/fixity/hosted.ts';
import { manifestText } from '../../src/fixity/manifest.ts';
import { serve } from '../../src/hosting/serve/server.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const FILES = {
  'index.html': '<p>Home</p>\n',
  '2031/04/02/storm/index.html': '<p>The Board meets again.</p>\n'.repeat(20),
  '2031/04/02/storm/index.json': '{"paragraphs":["كانت السفينة"]}',
  'people/ada-varga/index.html': '<p>Ada Varga</p>',
  'search/words/a.pf_index': '\u0000\u0001\u0002',
  _redirects: '/old/ /new/ 301\n',
};

/** A site of a few files with its manifest. */
function site(t: TestContext): string {
  const folder = join(scratchFolder(t), 'site');
  write(folder, FILES);
  const digests = contentsOf(folder).map(({ path }): [string, string] => [
    path,
    digestOf(join(folder, path), 'sha256'),
  ]);
  writeFileSync(join(folder, SITE_MANIFEST), manifestText(new Map(digests)));
  return folder;
}

/** A bag of such a site and a small archive. */
function bag(t: TestContext): string {
  const folder = scratchFolder(t);
  write(join(folder, 'content'), { 'people/ada.yaml': 'name: Ada\n', 'ledger/2031.txt': 'end\n' });
  const parts = new Map(Object.entries({ content: join(folder, 'content'), dist: site(t) }));
  writeBag(join(folder, 'bag'), parts, new Map([['Bag-Software-Agent', 'Cuttings']]));
  return join(folder, 'bag');
}

const sound = (findings: Findings, held: number) =>
  assert.deepEqual(findings, { held, differences: [] });
const told = ({ differences }: Findings) => differences.map(({ path, how }) => `${path} ${how}`);

test('a copy that is whole holds', (t) => sound(checkSite(site(t)), 6));
test('a bag that is whole holds', (t) => sound(checkBag(bag(t)), 12));

test('the usual tools agree', (t) => {
  const check = (folder: string, tool: string, manifest: string) =>
    execFileSync(tool, ['-c', '--strict', '--quiet', manifest], { cwd: folder });
  check(site(t), 'sha256sum', SITE_MANIFEST);
  for (const manifest of ['manifest-sha512.txt', 'tagmanifest-sha512.txt'])
    check(bag(t), 'sha512sum', manifest);
});

test('a bag says what the standard asks', (t) => {
  const folder = bag(t);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  assert.equal(read('bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const payload = contentsOf(join(folder, 'data'));
  const size = payload.reduce(
    (sum, { path }) => sum + readFileSync(join(folder, 'data', path)).length,
    0,
  );
  assert.match(
    read('bag-info.txt'),
    new RegExp(`^Payload-Oxum: ${size}\\.${payload.length}$`, 'm'),
  );
  assert.equal(read('manifest-sha512.txt').split('\n').length, payload.length + 1);
});

const CHANGES = 1000;

for (const [name, make, check] of [
  ['site', site, checkSite],
  ['bag', bag, checkBag],
] as const) {
  test(`each of ${CHANGES} random changes of one byte in a ${name} is found`, (t) => {
    const folder = make(t);
    const chance = chanceOf(7);
    const files = contentsOf(folder).map(({ path }) => join(folder, path));
    for (let change = 0; change < CHANGES; change++) {
      const file = chance.pick(files);
      const bytes = readFileSync(file);
      const at = chance.below(bytes.length);
      const other = (bytes[at] ?? 0) ^ (1 + chance.below(255));
      const put = [[other], [], [chance.below(256), bytes[at] ?? 0]][change % 3] ?? [];
      const changed = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(put),
        bytes.subarray(at + 1),
      ]);
      writeFileSync(file, changed);
      const isSame = changed.equals(bytes);
      assert.ok(isSame || check(folder).differences.length > 0, `${file} ${at} ${put}`);
      writeFileSync(file, bytes);
    }
    assert.deepEqual(check(folder).differences, []);
  });
}

// biome-ignore format: a table, a change a row
const CASES: [name: string, change: (folder: string) => void, ...said: string[]][] = [
  ['a file gone', (folder) => rmSync(join(folder, 'index.html')), 'index.html is missing'],
  ['a file more', (folder) => write(folder, { 'x.html': '' }), `x.html is extra: ${SITE_MANIFEST} has it not`],
  ['a file emptied', (folder) => write(folder, { 'index.html': '' }), 'index.html differs'],
  ['a file renamed', (folder) => renameSync(join(folder, 'index.html'), join(folder, 'home.html')), `home.html is extra: ${SITE_MANIFEST} has it not`, 'index.html is missing'],
  ['a link in place of a file', (folder) => { rmSync(join(folder, 'index.html')); symlinkSync('/etc/hostname', join(folder, 'index.html')); }, 'index.html is a link or a device, and no file'],
  ['the manifest gone', (folder) => rmSync(join(folder, SITE_MANIFEST)), `${SITE_MANIFEST} is missing`],
];
for (const [name, change, ...said] of CASES)
  test(`named: ${name}`, (t) => {
    const folder = site(t);
    change(folder);
    assert.deepEqual(told(checkSite(folder)), said);
  });

test('in a bag is nothing that lies behind a link', (t) => {
  const folder = scratchFolder(t);
  write(join(folder, 'content'), { 'people/ada.yaml': 'name: Ada\n' });
  symlinkSync('/etc/hostname', join(folder, 'content/people/host.yaml'));
  symlinkSync('/etc', join(folder, 'content/places'));
  writeBag(join(folder, 'bag'), new Map([['content', join(folder, 'content')]]), new Map());
  const paths = contentsOf(join(folder, 'bag/data')).map(({ path }) => path);
  assert.deepEqual(paths, ['content/people/ada.yaml']);
});

test('the settings of an archive go into its bag as they are', (t) => {
  const folder = scratchFolder(t);
  const text = 'title: The O’Darra shelf\n';
  write(join(folder, 'content'), { 'archive.yaml': text, 'people/ada.yaml': 'name: Ada\n' });
  const target = join(folder, 'bag');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/cli/bag.ts', target, '--dist', site(t)],
    { env: { ...process.env, ARCHIVE_CONTENT: join(folder, 'content') }, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  assert.equal(readFileSync(join(target, 'data/content/archive.yaml'), 'utf8'), text);
  assert.match(
    readFileSync(join(target, 'bag-info.txt'), 'utf8'),
    /^External-Description: The O’Darra shelf\. /m,
  );
  assert.equal(checkBag(target).differences.length, 0);
});

test('a manifest that leads out of the folder, or is out of order, is not believed', (t) => {
  const folder = site(t);
  const file = join(folder, SITE_MANIFEST);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}${'0'.repeat(64)}  ../../etc/passwd\n`);
  assert.deepEqual(told(checkSite(folder)), [
    `${SITE_MANIFEST}:7 has a path that leaves the folder`,
  ]);
  writeFileSync(file, text.split('\n').toReversed().join('\n').trimStart());
  assert.match(told(checkSite(folder)).join(), /does not end its line/);
});

test('a site is checked where it is hosted, below a base path too', async (t) => {
  const folder = site(t);
  const served = await serve(folder, { port: 0, base: '/archive/' });
  t.after(() => served.close());
  const address = new URL(served.url);
  assert.deepEqual(await checkHosted(address), {
    held: 5,
    differences: [],
    unserved: ['_redirects'],
  });
  write(folder, { 'people/ada-varga/index.html': '<p>Ada Warga</p>' });
  rmSync(join(folder, '2031/04/02/storm/index.json'));
  assert.deepEqual(told(await checkHosted(address)).toSorted(), [
    '2031/04/02/storm/index.json is missing',
    'people/ada-varga/index.html differs',
  ]);
  await assert.rejects(checkHosted(new URL('/elsewhere/', address)), HostFault);
});

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [`src/cli/${script}.ts`, ...args], { encoding: 'utf8' });

test('the command names what is wrong and exits with 1; it exits with 0 where all holds', (t) => {
  const folder = site(t);
  const good = run('verify', folder);
  assert.deepEqual([good.status, good.stdout], [0, '6 files as the manifest says.\n']);
  write(folder, { 'index.html': '?' });
  const bad = run('verify', folder);
  assert.deepEqual([bad.status, bad.stderr], [1, 'index.html differs\n1 not.\n']);
  assert.match(run('verify', join(folder, 'nowhere')).stderr, /^There is no folder/);
  assert.match(
    run('verify', 'http://localhost:9/').stderr,
    /^http:\/\/localhost:9\/\S+ does not answer/,
  );
  assert.match(run('verify').stderr, /^Name one folder or address/);
});

test('a bag is written whole, of a site that is as it was built, and nowhere else', (t) => {
  const dist = site(t);
  const folder = scratchFolder(t);
  const target = join(folder, 'bag');
  const write1 = run('bag', target, '--dist', dist);
  assert.equal(write1.status, 0, write1.stderr);
  assert.equal(run('verify', target).status, 0);
  assert.match(run('bag', target, '--dist', dist).stderr, /is there, and not empty/);
  assert.match(
    run('bag', join(dist, 'bag'), '--dist', dist).stderr,
    /does not lie within what it holds/,
  );
  cpSync(join(dist, 'index.html'), join(dist, 'more.html'));
  assert.match(run('bag', join(folder, 'b'), '--dist', dist).stderr, /more\.html is extra/);
  assert.match(run('bag', join(folder, 'b'), '--dist', folder).stderr, /run npm run build first/);
  assert.deepEqual(
    contentsOf(folder).filter(({ path }) => !path.startsWith('bag/')),
    [],
    'nothing is left over',
  );
});

test('a hostile copy is named for what it is, and does not hold a check up', (t) => {
  const folder = bag(t);
  const replaced = (name: string, put: (file: string) => void) => {
    const file = join(folder, name);
    const before = readFileSync(file);
    rmSync(file);
    put(file);
    const findings = told(checkBag(folder)).filter((one) => one.startsWith(name));
    rmSync(file);
    writeFileSync(file, before);
    return findings;
  };
  const pipe = (file: string) => execFileSync('mkfifo', [file]);
  const link = (file: string) => symlinkSync('/dev/zero', file);
  for (const name of ['manifest-sha512.txt', 'tagmanifest-sha512.txt', 'bagit.txt'])
    for (const put of [pipe, link])
      assert.ok(
        replaced(name, put).some((one) => /no file|does not say/.test(one)),
        name,
      );
  assert.deepEqual(
    replaced('bagit.txt', (file) => writeFileSync(file, 'BagIt-Version: 1.0\n'.repeat(1e6))),
    ['bagit.txt differs', 'bagit.txt does not say BagIt 1.0'],
  );
  symlinkSync(folder, join(folder, 'data/ring'));
  assert.deepEqual(told(checkBag(folder)), ['data/ring is a link or a device, and no file']);
  assert.match(run('verify', join(folder, 'bagit.txt')).stderr, /^There is no folder/);
});

test('a bag has no file of a medium that is withheld or withdrawn, says so, and asks for its digest', (t) => {
  const folder = scratchFolder(t);
  const fields = (digest: string) =>
    `---\ndate: 2031-04-02\ntext: verbatim\nmedia:\n  - { file: boat.png, kind: photograph, ${digest}withheld: { date: 2031-05-01, reason: Asked for. } }\n  - { file: /media/ice.png, kind: photograph, withheld: { date: 2031-05-01, reason: Asked for. } }\n---\n\nShe sank.\n`;
  const calm =
    '---\ndate: 2031-04-03\ntext: verbatim\nmedia:\n  - { file: /media/ice.png, kind: photograph, altText: Ice, creditLine: unknown }\n---\n\nIce.\n';
  const wreck =
    '---\ndate: 2031-04-04\ntext: verbatim\nwithdrawn: { date: 2031-05-01, reason: It was wrong. }\nmedia:\n  - { file: wreck.png, kind: facsimile, ocr: wreck.xml, altText: A page, creditLine: unknown }\n---\n\nShe sank.\n';
  const content = join(folder, 'content');
  const entry = 'articles/2031/04/02/storm.mdx';
  write(content, {
    [entry]: fields(''),
    'articles/2031/04/03/calm.mdx': calm,
    'articles/2031/04/02/boat.png': 'a boat',
    'articles/2031/04/04/wreck.mdx': wreck,
    'articles/2031/04/04/wreck.png': 'a wreck',
    'articles/2031/04/04/wreck.xml': 'its words',
    'media/ice.png': 'ice',
  });
  const target = join(folder, 'bag');
  const dist = site(t);
  const bag = () =>
    spawnSync(process.execPath, ['src/cli/bag.ts', target, '--dist', dist], {
      env: { ...process.env, ARCHIVE_CONTENT: content },
      encoding: 'utf8',
    });
  const digest = digestOf(join(content, 'articles/2031/04/02/boat.png'), 'sha256');
  const refused = bag();
  assert.equal(refused.status, 1);
  assert.match(
    refused.stderr,
    new RegExp(`boat\\.png is withheld.*storm\\.mdx.*sha256: ${digest}`),
  );
  write(content, { [entry]: fields(`sha256: ${digest}, `) });
  const { status, stderr } = bag();
  assert.equal(status, 0, stderr);
  const paths = contentsOf(join(target, 'data/content')).map(({ path }) => path);
  assert.deepEqual(paths, [
    entry,
    'articles/2031/04/03/calm.mdx',
    'articles/2031/04/04/wreck.mdx',
    'media/ice.png',
  ]);
  assert.match(
    readFileSync(join(target, 'bag-info.txt'), 'utf8'),
    /3 files of pictures or other media are withheld or withdrawn, and were left out/,
  );
  assert.deepEqual(checkBag(target).differences, []);
});

/** What an entry says that withholds something, and what the site had of it, before and after a build. */
const WITHHELD = { date: '2031-05-01', reason: 'Asked for.' };
const NAMED =
  '\nwithheld: [{ name: Ada Varga, as: a minor, reason: Asked for., date: 2031-05-01 }]';
const BOAT = hash('sha256', 'a boat');
for (const [what, says, shows, told, shown] of [
  [
    'a medium',
    `\nmedia: [{ file: boat.png, kind: photograph, sha256: ${BOAT}, withheld: { date: 2031-05-01, reason: Asked for. } }]`,
    {
      [`media/${mediaId(BOAT)}/boat.png`]: 'a boat',
      '2031/04/02/storm/index.json': '{"withheld":[]}',
    },
    {
      [`media/${mediaId(BOAT)}/index.html`]: '<p>Withheld.</p>',
      '2031/04/02/storm/index.json': '{"withheld":[]}',
    },
    /storm\.mdx: a picture or other medium that it withholds \(m-/,
  ],
  [
    'an article',
    '\nwithdrawn: { date: 2031-05-01, reason: Asked for. }',
    { '2031/04/02/storm/index.json': '{"withheld":[],"paragraphs":[]}' },
    { '2031/04/02/storm/index.json': JSON.stringify({ withdrawn: WITHHELD }) },
    /storm\.mdx: the article, which is withdrawn/,
  ],
  [
    'a name',
    NAMED,
    { '2031/04/02/storm/index.json': '{"withheld":[],"text":"Ada Varga"}' },
    {
      '2031/04/02/storm/index.json': JSON.stringify({
        withheld: [{ as: 'a minor', reason: 'Asked for.', date: '2031-05-01' }],
      }),
    },
    /storm\.mdx: the article without what it withholds now/,
  ],
  [
    'a further name in the same words',
    NAMED,
    {
      '2031/04/02/storm/index.json': JSON.stringify({
        withheld: [{ as: 'a minor', reason: 'Asked for.', date: '2031-05-01' }],
        text: 'Ada Varga rowed.',
      }),
    },
    { 'index.html': '<p>Home</p>' },
    /storm\.mdx: the article without what it withholds now/,
  ],
] as const)
  test(`neither bag nor pack hands on a site that was built before ${what} was withheld`, (t) => {
    const folder = scratchFolder(t);
    const content = join(folder, 'content');
    write(content, {
      'articles/2031/04/02/storm.mdx': `---\ndate: 2031-04-02\ntext: verbatim${says}\n---\n\nShe sank.\n`,
    });
    const handOn = (command: string, target: string, files: Record<string, string>) => {
      const dist = join(folder, 'dist');
      rmSync(dist, { recursive: true, force: true });
      write(dist, files);
      const digests = contentsOf(dist).map(({ path }): [string, string] => [
        path,
        digestOf(join(dist, path), 'sha256'),
      ]);
      writeFileSync(join(dist, SITE_MANIFEST), manifestText(new Map(digests)));
      return spawnSync(
        process.execPath,
        [`src/cli/${command}.ts`, join(folder, target), '--dist', dist],
        { env: { ...process.env, ARCHIVE_CONTENT: content }, encoding: 'utf8' },
      );
    };
    for (const [command, target] of [
      ['bag', 'bag'],
      ['pack', 'site.zip'],
    ] as const) {
      const { status, stderr } = handOn(command, target, shows);
      assert.equal(status, 1);
      assert.match(stderr, shown);
      assert.match(stderr, /Run npm run build/);
      assert.ok(!existsSync(join(folder, target)));
    }
    const { status, stderr } = handOn('bag', 'bag', told);
    assert.equal(status, 0, stderr);
  });

test('a bag is refused where another entry, a draft too, names a copy of a withheld file', (t) => {
  const folder = scratchFolder(t);
  const content = join(folder, 'content');
  const entry = (file: string, more: string) =>
    `---\ndate: 2031-04-02\ntext: verbatim\nmedia: [{ file: ${file}, kind: photograph, altText: A boat, creditLine: unknown${more} }]\n`;
  write(content, {
    'articles/2031/04/02/storm.mdx': `${entry('boat.png', `, sha256: ${BOAT}, withheld: { date: 2031-05-01, reason: Asked for. }`)}---\n\nShe sank.\n`,
    'articles/2031/04/02/boat.png': 'a boat',
    'articles/2031/04/02/later.mdx': `${entry('copy.png', '')}draft: true\n---\n\nLater.\n`,
    'articles/2031/04/02/copy.png': 'a boat',
  });
  const dist = site(t);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/cli/bag.ts', join(folder, 'bag'), '--dist', dist],
    { env: { ...process.env, ARCHIVE_CONTENT: content }, encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.match(
    stderr,
    /copy\.png is the same file as one that .*storm\.mdx withholds: withhold it in .*later\.mdx too/,
  );
  assert.ok(!existsSync(join(folder, 'bag')));
});

for (const [how, key] of [
  ['in quotation marks', '"media"'],
  ['with a space behind it', 'media '],
  ['with an escape', '"\\x6dedia"'],
] as const)
  test(`a bag has no file that is withheld where its field is written ${how}, nor a copy of it`, (t) => {
    const folder = scratchFolder(t);
    const content = join(folder, 'content');
    const digest = hash('sha256', 'a boat');
    const entry = (file: string) =>
      `---\ndate: 2031-04-02\ntext: verbatim\n${key}: [{ file: ${file}, kind: photograph, sha256: ${digest}, withheld: { date: 2031-05-01, reason: Asked for. } }]\n---\n\nShe sank.\n`;
    write(content, {
      'articles/2031/04/02/storm.mdx': entry('boat.png'),
      'articles/2031/04/02/boat.png': 'a boat',
      'media/copy-of-a-boat.png': 'a boat',
      'media/ice.png': 'ice',
    });
    const target = join(folder, 'bag');
    const dist = site(t);
    const bag = () =>
      spawnSync(process.execPath, ['src/cli/bag.ts', target, '--dist', dist], {
        env: { ...process.env, ARCHIVE_CONTENT: content },
        encoding: 'utf8',
      });
    const { status, stderr } = bag();
    assert.equal(status, 0, stderr);
    const paths = contentsOf(join(target, 'data/content')).map(({ path }) => path);
    assert.deepEqual(paths, ['articles/2031/04/02/storm.mdx', 'media/ice.png']);

    // Where an entry has a fault, nobody knows what it withholds.
    rmSync(target, { recursive: true });
    write(content, { 'articles/2031/04/02/storm.mdx': entry('[boat.png]') });
    const refused = bag();
    assert.equal(refused.status, 1);
    assert.match(
      refused.stderr,
      /storm\.mdx has a fault, so that it is not known what it withholds/,
    );
  });
