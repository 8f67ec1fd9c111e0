import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pageGain } from '../../../src/bench/search/judged/gain.ts';
import { openJudged } from '../../../src/bench/search/relevance.ts';
import { startBrowser } from '../../support/browser.ts';

/** Of how many queries one is asked here: each kind comes up, with other words. The benchmark asks all. */
const ONE_IN = 4;
/** The least that first pages have of what is wanted, of all queries and of each kind (nDCG@10). */
const [LEAST, LEAST_OF_KIND] = [0.9, 0.7];

const folder = mkdtempSync(join(tmpdir(), 'cuttings-judged-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

test('first pages have what readers want who type in one of many ways', async () => {
  const browser = await startBrowser();
  const { queries, ask, close } = await openJudged(browser, folder);
  try {
    const gains = new Map<string, number[]>();
    for (const query of queries.filter((_, at) => at % ONE_IN === 0))
      gains.set(query.kind, [
        ...(gains.get(query.kind) ?? []),
        pageGain(await ask(query.q), query),
      ]);
    for (const [kind, some] of gains) assert.ok(mean(some) >= LEAST_OF_KIND, `${kind}: ${some}`);
    const all = mean([...gains.values()].flat());
    assert.ok(all >= LEAST, `${all}`);
  } finally {
    await close();
    await browser.close();
  }
});
