import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { mediaId } from '../../src/domain/media/media-id.ts';
import { captionsPath, mediumSharePath, renditionPath } from '../../src/domain/url.ts';
import { ARCHIVES } from '../support/archives.ts';
import { startBrowser } from '../support/browser.ts';
import { png } from '../support/picture.ts';

const PORT = 4700 + (process.pid % 200);
const HOME = `http://localhost:${PORT}`;
const ID = '2031/04/02/school-roof';
// A machine with two cores may be at something else.
const PATIENCE = 30_000;

describe('editing while the development server runs', { timeout: 8 * PATIENCE }, () => {
  const content = mkdtempSync(join(tmpdir(), 'cuttings-dev-'));
  const entry = join(content, `articles/${ID}.mdx`);
  const env = { ...process.env, ARCHIVE_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' };
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let sound = '';

  const put = (text: string) => writeFileSync(entry, text);
  const shows = (selector: string) => page.locator(selector).first().waitFor({ timeout: PATIENCE });
  // A page hears of changes from when it is connected.
  const connected = new WeakSet<Page>();
  const listens = async () => {
    for (const start = Date.now(); !connected.has(page); await setTimeout(50))
      assert.ok(Date.now() - start < PATIENCE, 'the page never connected');
  };
  // In a tab of its own, for the server may just be reloading the last; that one is left alone, as a tab that is being
  // reloaded cannot always be closed.
  const visit = async (path: string) => {
    const tab = await browser.newPage();
    page = tab;
    tab.on('framenavigated', () => connected.delete(tab));
    tab.on('console', (message) => {
      if (message.text().endsWith('[vite] connected.')) connected.add(tab);
    });
    await tab.goto(`${HOME}${path}`, { waitUntil: 'commit' });
  };
  const report = () => page.locator('pre').first().textContent();

  before(async () => {
    cpSync(ARCHIVES.holms.content, content, { recursive: true });
    sound = readFileSync(entry, 'utf8');
    put(sound.replace(/^people: .*$/m, '').replace('\n---\n', '\npeople: [nobody-at-all]\n---\n'));
    server = spawn(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', 'dev', '--port', `${PORT}`],
      { env, stdio: 'ignore' },
    );
    for (const start = Date.now(); Date.now() - start < PATIENCE; await setTimeout(200))
      if (
        await fetch(HOME).then(
          () => true,
          () => false,
        )
      )
        break;
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    rmSync(content, { recursive: true, force: true });
  });

  test('a fault that was there at the start is shown in the words of the build, and goes when it is mended', async () => {
    await visit(`/${ID}/`);
    await shows('h1:has-text("Something is wrong")');
    const built = spawnSync(
      process.execPath,
      ['src/cli/build.ts', '--out', join(content, '../never-built')],
      { env, encoding: 'utf8' },
    );
    assert.equal(built.status, 1);
    assert.match(built.stderr, /nobody-at-all/);
    assert.equal((await report())?.trim(), built.stderr.trim());
    put(sound);
    await shows('article h1:has-text("School roof")');
    await listens();
  });

  test('an edit is seen without reloading by hand', async () => {
    put(sound.replace(/\n---\n\s*/, '\n---\n\nNobody climbed the roof. '));
    await shows('.prose:has-text("Nobody climbed the roof.")');
    await listens();
  });

  test('a picture just put in is there in every form', async () => {
    const bytes = png();
    const picture = join(content, 'articles/2031/04/02/roof.png');
    writeFileSync(picture, bytes);
    const medium = {
      file: 'roof.png',
      kind: 'photograph',
      altText: 'A roof',
      creditLine: 'Bo Lind',
    };
    put(sound.replace('---\n', `---\nmedia: [${JSON.stringify(medium)}]\n`));
    const id = mediaId(createHash('sha256').update(bytes).digest('hex'));
    let found = await fetch(`${HOME}${renditionPath(id, 64, 'avif')}`);
    for (const start = Date.now(); !found.ok; await setTimeout(100)) {
      assert.ok(Date.now() - start < PATIENCE, 'the picture never came');
      found = await fetch(`${HOME}${renditionPath(id, 64, 'avif')}`);
    }
    assert.equal(found.headers.get('Content-Type'), 'image/avif');
    for (const path of [
      renditionPath(id, 64, 'webp'),
      renditionPath(id, 64, 'jpg'),
      mediumSharePath(id),
    ])
      assert.ok((await fetch(`${HOME}${path}`)).ok, path);
    assert.equal((await fetch(`${HOME}${renditionPath(id, 65, 'jpg')}`)).status, 404);
    await shows('.medium img[alt="A roof"]');
    rmSync(picture);
    put(sound);
    await shows('article:not(:has(.medium)) h1:has-text("School roof")');
  });

  test('the captions of a film just put in are there', async () => {
    const from = join(ARCHIVES.based.content, 'articles/2033/03/07');
    const files = ['buoy.webm', 'buoy.en.vtt'].map((name) => ({
      bytes: readFileSync(join(from, name)),
      to: join(content, 'articles/2031/04/02', name),
    }));
    for (const { bytes, to } of files) writeFileSync(to, bytes);
    const medium = {
      ...{ file: 'buoy.webm', kind: 'video', caption: 'A buoy', creditLine: 'Bo Lind' },
      transcript: 'buoy.en.vtt',
      captions: [{ file: 'buoy.en.vtt', lang: 'en' }],
    };
    put(sound.replace('---\n', `---\nmedia: [${JSON.stringify(medium)}]\n`));
    const id = mediaId(
      createHash('sha256')
        .update(files[0]?.bytes ?? '')
        .digest('hex'),
    );
    const captions = `${HOME}${captionsPath(id, 'en')}`;
    let found = await fetch(captions);
    for (const start = Date.now(); !found.ok; await setTimeout(100)) {
      assert.ok(Date.now() - start < PATIENCE, 'the captions never came');
      found = await fetch(captions);
    }
    assert.match(found.headers.get('Content-Type') ?? '', /^text\/vtt/);
    assert.match(await found.text(), /^WEBVTT\n/);
    // Another site, open beside it, reads nothing of what is being written.
    assert.equal(found.headers.get('Access-Control-Allow-Origin'), null);
    put(sound);
    for (const { to } of files) rmSync(to);
    await shows('article:not(:has(.medium)) h1:has-text("School roof")');
  });

  for (const [name, broken, words] of [
    [
      'a day that no calendar has',
      (text: string) => text.replace(/^date: .*$/m, 'date: 2031-02-30'),
      '2031-02-30',
    ],
    [
      'code in a text, which stays text',
      (text: string) => `${text}\n\n{unfinished <img src=x onerror=alert(1)>\n`,
      '{unfinished',
    ],
  ] as const)
    test(`shown in place of the page: ${name}`, async () => {
      put(broken(sound));
      await shows('h1:has-text("Something is wrong")');
      assert.ok((await report())?.includes(words));
      assert.equal(await page.locator('img').count(), 0);
      put(sound);
      await shows('article h1:has-text("School roof")');
      await listens();
    });

  test('code in a text just edited is never run, however the server is asked for it', async () => {
    const marker = join(content, 'has-run');
    const write = `process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(marker)}, '')`;
    const component = join(content, 'articles/2031/04/02/Run.astro');
    const beside = join(content, 'run.js');
    writeFileSync(beside, `${write};\nexport default 1;\n`);
    for (const [code, words] of [
      [`{${write}}`, 'process.getBuiltinModule'],
      [`<b title={${write}}>x</b>`, 'title={process.getBuiltinModule'],
      [`export const x = ${write}`, 'export const x'],
      [`import x from ${JSON.stringify(beside)}`, 'import x'],
      ["import Run from './Run.astro'\n\n<Run />", 'import Run'],
    ] as const) {
      writeFileSync(component, `---\n${write};\n---\n<p>Run</p>\n`);
      put(`${sound}\n${code}\n`);
      await page.locator(`pre:has-text(${JSON.stringify(words)})`).waitFor({ timeout: PATIENCE });
      await shows('h1:has-text("Something is wrong")');
      for (const file of [entry, component, beside])
        for (const asked of [
          '',
          '?import',
          '?raw',
          '?astroRenderContent',
          '?astroPropagatedAssets',
          '?astroContentCollectionEntry=true',
        ])
          for (const path of [`/@fs${file}`, `/@id/${file}`])
            await fetch(`${HOME}${path}${asked}`, { headers: { Accept: '*/*' } }).then((answer) =>
              answer.text(),
            );
      rmSync(component);
    }
    rmSync(beside);
    put(sound);
    await shows('article h1:has-text("School roof")');
    await listens();
    assert.equal(existsSync(marker), false);
  });

  test('a new entry is there at once, and a changed name too', async () => {
    const made = spawnSync(
      process.execPath,
      ['src/cli/new.ts', '--title', 'Gulls counted', '--date', '2031-04-03', '--text', '-'],
      { env, encoding: 'utf8', input: 'Eleven gulls sat on the school.' },
    );
    assert.equal(made.status, 0, made.stderr);
    for (const start = Date.now(); Date.now() - start < PATIENCE; await setTimeout(200))
      if ((await fetch(`${HOME}/2031/04/03/gulls-counted/`)).ok) break;
    await visit('/2031/04/03/gulls-counted/');
    await shows('.prose:has-text("Eleven gulls")');
    const record = join(content, 'places/port-ansel.yaml');
    await visit('/places/port-ansel/');
    await listens();
    writeFileSync(
      record,
      readFileSync(record, 'utf8').replace(/^description: .*$/m, 'description: Town of the gulls.'),
    );
    await shows('.standfirst:has-text("Town of the gulls.")');
  });

  test('settings written, changed, broken and mended are seen without reloading by hand', async () => {
    const file = join(content, 'archive.yaml');
    const name = (title: string) => shows(`.masthead-name :text-is(${JSON.stringify(title)})`);
    await visit(`/${ID}/`);
    await shows('article h1:has-text("School roof")');
    await listens();
    for (const title of ['The O’Darra shelf', 'Sons & "Daughters"']) {
      writeFileSync(file, `title: ${JSON.stringify(title)}\n`);
      await name(title);
      await shows('article h1:has-text("School roof")');
      await listens();
    }
    writeFileSync(file, 'title: Nowhere\npageSize: none\n');
    await shows('h1:has-text("Something is wrong")');
    assert.match(`${await report()}`, /archive\.yaml:2:11.*\[site\/page-size\]/);
    writeFileSync(file, 'title: Mended\n');
    await name('Mended');
    await shows('article h1:has-text("School roof")');
    await listens();
    rmSync(file);
    await name('Cuttings');
    await listens();
  });

  test('an edit made while a page is still being loaded is seen in it', async () => {
    await visit(`/${ID}/`);
    await shows('article h1:has-text("School roof")');
    await listens();
    // The page hears of nothing until its scripts are there: these are held back until the edit has long been read.
    const tab = await browser.newPage();
    page = tab;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await tab.route(/@vite\/client/, async (route) => {
      await held;
      await route.continue();
    });
    await tab.goto(`${HOME}/${ID}/`, { waitUntil: 'commit' });
    await shows('article h1:has-text("School roof")');
    put(sound.replace(/\n---\n\s*/, '\n---\n\nA late word. '));
    for (const start = Date.now(); Date.now() - start < PATIENCE; await setTimeout(100))
      if ((await (await fetch(`${HOME}/${ID}/`)).text()).includes('A late word.')) break;
    release();
    await shows('.prose:has-text("A late word.")');
    put(sound);
    await shows('article:not(:has-text("A late word."))');
  });

  test('an entry that is removed is gone', async () => {
    rmSync(join(content, 'articles/2031/04/03/gulls-counted.mdx'));
    let status = 200;
    for (
      const start = Date.now();
      Date.now() - start < PATIENCE && status === 200;
      await setTimeout(200)
    )
      ({ status } = await fetch(`${HOME}/2031/04/03/gulls-counted/`));
    assert.equal(status, 404);
  });
});
