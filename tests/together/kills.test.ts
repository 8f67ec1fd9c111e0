import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { chanceOf } from '../../src/bench/invented/chance.ts';
import { Archives, assertTold } from '../setup/at-once.ts';

/** KILLS=200 for the long run. */
const KILLS = Number(process.env['KILLS']) || 4;
/** After so many kills everything is done again, to its end. */
const CHECKED_AFTER = 20;

test(`after ${KILLS} kills of any command, what stands is whole, and the next goes on`, async (t) => {
  const archives = new Archives(t);
  archives.turn();
  assertTold(await archives.run('build'), 'build');
  const chance = chanceOf(16);
  const names = Object.keys(archives.commands);
  const killed = new Map<string, number>();
  for (let turn = 0; turn < KILLS; turn++) {
    if (turn % 2 === 0) archives.turn();
    const name = names[turn % names.length] ?? '';
    const { child, outcome } = archives.start(name);
    // Anywhere from its first moment to its last.
    await Promise.race([wait(chance.below(name === 'build' ? 5000 : 1500)), outcome]);
    child.kill('SIGKILL');
    if ((await outcome).code === null) killed.set(name, (killed.get(name) ?? 0) + 1);
    await archives.check();
    if (turn % CHECKED_AFTER === CHECKED_AFTER - 1) await archives.checkNext();
  }
  await archives.checkNext();
  t.diagnostic(JSON.stringify(Object.fromEntries(killed)));
});
