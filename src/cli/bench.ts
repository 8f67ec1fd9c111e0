import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { openHost } from '../bench/host.ts';
import { coldRows, linkRow, warmRows } from '../bench/measure.ts';
import { writePeer } from '../bench/pagefind-ui.ts';
import { questionsFor } from '../bench/questions.ts';
import { table } from '../bench/table.ts';
import { runChild } from './child.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { command } from './refusal.mjs';

const HELP = `npm run bench

Builds the archive and measures its search in Chromium, beside Pagefind with its own interface over the same articles.
ARCHIVE_CONTENT=DIR measures another archive. Times are of this machine and of this run: compare the two columns.`;

/** Names, and words, that are asked for. */
const ASKED = 100;

await command(async () => {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const dist = resolve('.cache/bench/dist');
  const peerFolder = resolve('.cache/bench/peer');
  mkdirSync(dirname(dist), { recursive: true });
  const { code } = await runChild(process.execPath, ['src/cli/build.ts', '--out', dist]);
  if (code !== 0) return code;
  await writePeer(dist, peerFolder);
  const questions = await questionsFor(dist, ASKED);
  const own = await openHost(dist);
  const peer = await openHost(peerFolder, dist);
  const browser = await chromium.launch({ executablePath: await findOrInstallChromium() });
  try {
    const rows = [
      ...(await coldRows(browser, own, peer, questions)),
      ...(await warmRows(browser, own, peer, questions)),
      await linkRow(browser, own, questions),
    ];
    console.log(table(rows));
  } finally {
    await browser.close();
    own.close();
    peer.close();
  }
  return 0;
});
