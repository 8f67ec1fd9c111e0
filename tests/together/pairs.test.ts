import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf } from '../../src/bench/invented/chance.ts';
import { Archives, assertTold } from '../setup/at-once.ts';

type Command = [name: string, archive?: string];

// The worst of them; PAIRS=50 draws others besides for the long run.
const PAIRS: [Command, Command][] = [
  [['build'], ['build', 'other']],
  [['import'], ['import']],
  [['seal'], ['seal']],
];
const MORE = Math.max(0, (Number(process.env['PAIRS']) || 0) - PAIRS.length);

test('of two commands at once one works, and the other waits or says why', async (t) => {
  const archives = new Archives(t);
  const chance = chanceOf(16);
  const names = Object.keys(archives.commands);
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
    if (turn < PAIRS.length) for (const { code, stderr } of outcomes) assert.equal(code, 0, stderr);
    await archives.check();
    // Two builds put one whole site and then the other in place: verify says of neither that it is not.
    if (one[0] === 'build' && other[0] === 'build')
      assert.equal((await archives.run('verify')).code, 0, pair);
  }
  await archives.checkNext();
  t.diagnostic(JSON.stringify(tally));
});
