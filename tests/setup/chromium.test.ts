import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findChromium } from '../../src/setup/chromium.mjs';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { scratchFolder, write } from '../support/scratch.ts';

const works = '#!/bin/sh\nexit 0\n';
const broken = '#!/bin/sh\nexit 1\n';

test('CHROME_PATH comes first', async (t) => {
  const folder = scratchFolder(t);
  write(folder, { 'mine/browser': works, 'bin/chromium': works });
  const CHROME_PATH = join(folder, 'mine/browser');
  assert.equal(await findChromium({ CHROME_PATH, PATH: join(folder, 'bin') }), CHROME_PATH);
});

test('a CHROME_PATH that is no browser is refused, whatever else is there', async (t) => {
  const folder = scratchFolder(t);
  write(folder, { 'mine/browser': broken, 'bin/chromium': works });
  for (const name of ['mine/browser', 'mine/none']) {
    await assert.rejects(
      findChromium({ CHROME_PATH: join(folder, name), PATH: join(folder, 'bin') }),
      { message: /^CHROME_PATH is ‘.*’, where there is no Chromium that runs: / },
    );
  }
});

test('on PATH, Chromium comes before Chrome, and one that does not run is passed over', async (t) => {
  const folder = scratchFolder(t);
  const PATH = [join(folder, 'a'), join(folder, 'b')].join(':');
  write(folder, { 'a/google-chrome': works, 'b/chromium': works });
  assert.equal(await findChromium({ PATH }), join(folder, 'b/chromium'));

  write(folder, { 'b/chromium': broken });
  assert.equal(await findChromium({ PATH }), join(folder, 'a/google-chrome'));
});

// Elsewhere a Chrome of the machine's own would be found first.
test('Playwright’s own comes last', { skip: process.platform !== 'linux' }, async (t) => {
  const folder = scratchFolder(t);
  write(folder, {
    'find.mjs': `
      import { mkdirSync, writeFileSync } from 'node:fs';
      import { dirname } from 'node:path';
      import { chromium } from '${join(root, 'node_modules/playwright-core/index.mjs')}';
      import { findChromium } from '${join(root, 'src/setup/chromium.mjs')}';
      const before = await findChromium({ PATH: '' });
      const path = chromium.executablePath();
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, '#!/bin/sh\\n', { mode: 0o755 });
      const after = await findChromium({ PATH: '' });
      console.log(before === undefined, after === path);
    `,
  });
  const { stdout, stderr } = await runNode(['find.mjs'], {
    cwd: folder,
    env: { PLAYWRIGHT_BROWSERS_PATH: join(folder, 'browsers') },
  });
  assert.equal(stdout, 'true true\n', stderr);
});
