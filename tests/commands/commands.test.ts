import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { chanceOf } from '../../src/bench/invented/chance.ts';
import { Archives, assertTold } from '../support/at-once.ts';

type Command = [name: string, archive?: string];

// The worst of them; PAIRS=50 draws others besides for the long run.
const PAIRS: [Command, Command][] = [
  [['build'], ['build', 'other']],
  [['import'], ['import']],
  [['seal'], ['seal']],
];
const MORE = Math.max(0, (Number(process.env['PAIRS']) || 0) - PAIRS.length);
/** KILLS=200 for the long run. */
const KILLS = Number(process.env['KILLS']) || 4;
/** After so many kills everything is done again, to its end. */
const CHECKED_AFTER = 20;

// One archive and one build for all of it: what is built is what takes time.
test('commands at once, and commands that are killed', async (t) => {
  const archives = new Archives(t);
  const names = Object.keys(archives.commands);

  await t.test('of two commands at once one works, and the other waits or says why', async (t) => {
    const chance = chanceOf(16);
    const drawn = Array.from({ length: MORE }, (): [Command, Command] => [
      [chance.pick(names), chance.pick(['one', 'other'])],
      [chance.pick(names), chance.pick(['one', 'other'])],
    ]);
    const tally = { worked: 0, said: 0 };
    for (const [turn, [one, other]] of [...PAIRS, ...drawn].entries()) {
      archives.turn();
      const outcomes = await Promise.all([archives.run(...one), archives.run(...other)]);
      const pair = `pair ${turn}: ${one.join(' of ')} and ${other.join(' of ')}`;
      for (const outcome of outcomes) {
        assertTold(outcome, pair);
        tally[outcome.code === 0 ? 'worked' : 'said'] += 1;
      }
      assert.ok(outcomes.some(({ code }) => code === 0) || turn > PAIRS.length, pair);
      if (turn < PAIRS.length)
        for (const { code, stderr } of outcomes) assert.equal(code, 0, stderr);
      await archives.check();
      // Two builds put one whole site and then the other in place: verify says of neither that it is not.
      if (one[0] === 'build' && other[0] === 'build')
        assert.equal((await archives.run('verify')).code, 0, pair);
    }
    if (MORE > 0) await archives.checkNext();
    t.diagnostic(JSON.stringify(tally));
  });

  await t.test(`after ${KILLS} kills, what stands is whole, and the next goes on`, async (t) => {
    const chance = chanceOf(16);
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
});
