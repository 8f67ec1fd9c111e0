import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runChild } from '../setup/child.mjs';
import { findOrInstallChromium } from '../setup/chromium.mjs';
import { openHost } from './search/host.ts';
import { coldRows, linkRow, warmRows } from './search/measure.ts';
import { writePeer } from './search/pagefind-ui.ts';
import { questionsFor } from './search/questions.ts';
import { relevanceRows } from './search/relevance.ts';
import { table } from './table.ts';

/** How many names, and how many words, are searched for. */
const ASKED = 100;

/**
 * Builds the archive, measures its search and Pagefind's own interface in Chromium, and prints both.
 *
 * @param folder where the sites are built
 * @returns the exit code: 0, or that of the build where it fails
 */
export async function benchSearch(folder: string): Promise<number> {
  const dist = join(folder, 'dist');
  const peerFolder = join(folder, 'peer');
  mkdirSync(folder, { recursive: true });
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
    const heading = ['', 'goal', 'Cuttings', 'Pagefind’s own'];
    const cells = rows.map(({ what, goal, own, peer }) => [what, goal, own, peer]);
    console.log(table([heading, ...cells], 'left'));
    console.log(`\n${table(await relevanceRows(browser, join(folder, 'judged')), 'left')}`);
  } finally {
    await browser.close();
    own.close();
    peer.close();
  }
  return 0;
}
