import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { importer } from '../../src/import/importer.ts';
import { itemsOf } from '../../src/import/item.ts';
import { openAuthorityFile } from '../../src/import/matching/authority-file.ts';
import { openFiledEntries } from '../../src/import/matching/filed-entries.ts';
import { acceptsAll, leavesAll } from '../../src/import/review/ask.ts';
import { openDisk } from '../../src/import/writing/disk.ts';
import { hostileInput } from '../support/hostile-forms.ts';
import { problemsIn } from '../support/problems.ts';
import { scratchFolder } from '../support/scratch.ts';

// 20,000 take minutes; INPUTS=20000 asks for them, SEED for others.
const INPUTS = Number(process.env['INPUTS'] ?? 350);
const TOGETHER = 200;
const SEED = Number(process.env['SEED'] ?? 2031);

/** The inputs, numbered; a few at a time, since what makes them remembers all that it made at once. */
function* inputs(): Generator<[number, string]> {
  for (let from = 0; from < INPUTS; from += TOGETHER) {
    const numRuns = Math.min(TOGETHER, INPUTS - from);
    const made = fc.sample(hostileInput, { numRuns, seed: SEED + from });
    for (const [at, input] of made.entries()) yield [from + at, input];
  }
}

test(`of ${INPUTS} hostile inputs of all forms all that is imported builds`, async (t) => {
  const root = join(scratchFolder(t), 'content');
  const disk = openDisk(root);
  const archive = {
    authorityFile: openAuthorityFile(root),
    filedEntries: openFiledEntries(root),
    disk,
  };
  const given = { today: '2031-05-01', date: '2031-04-03' };
  const takers = [true, false].map((takes) =>
    importer(archive, given, takes ? acceptsAll(true) : leavesAll(false)),
  );
  const counts = new Map<string, number>();
  for (const [at, input] of inputs()) {
    const take = takers[at % takers.length];
    const named = { name: `input ${at}`, bytes: Buffer.from(input) };
    for await (const { item } of itemsOf(named, undefined)) {
      const outcome = await take?.(item);
      if (!outcome) continue;
      counts.set(outcome.outcome, (counts.get(outcome.outcome) ?? 0) + 1);
      // What fails is told in a sentence of ours, not in one of the machine’s.
      if (outcome.outcome === 'failed')
        assert.doesNotMatch(
          outcome.reason,
          /undefined|not a function|Cannot read|call stack|Invalid|please report/,
          input,
        );
    }
  }
  disk.close();
  assert.deepEqual(await problemsIn(root), []);
  assert.ok((counts.get('imported') ?? 0) > INPUTS / 3, JSON.stringify([...counts]));
  if (INPUTS > 1000) t.diagnostic(JSON.stringify([...counts]));
});
