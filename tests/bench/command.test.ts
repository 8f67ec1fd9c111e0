import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';

const bench = (...args: string[]) => runNode(['src/cli/bench.ts', ...args], { cwd: root });

test('--help shows examples', async () => {
  const { code, stdout } = await bench('--help');
  assert.equal(code, 0);
  assert.match(stdout, /npm run bench -- --entries 20000 --vs/);
});

test('what the options cannot be is refused before anything is done', async () => {
  for (const [args, words] of [
    [['--colour'], /Unknown option '--colour'/],
    [['2700'], /Unexpected argument '2700'/],
    [['--entries', '0'], /--entries is a whole number from 1 to 9999999; “0” is none/],
    [['--entries', 'many'], /“many” is none/],
    [['--entries', '3', '--content', 'content'], /--entries invents .* --content takes/],
    [['--content', 'src'], /there is no articles\/ in “src”/],
    [['--json', 'nowhere/bench.json'], /“nowhere\/bench\.json” cannot be written/],
    [['--search', '--vs'], /--search takes no other option/],
    [['--import', 'src', '--vs'], /--import takes no other option than --json/],
    [['--media', 'all'], /--media is a whole number from 1 to 99999; “all” is none/],
    [['--media', '3', '--vs'], /--media takes no other option than --json/],
    [['--import', 'src'], /“.*src” holds none of:\n.*expected\.html/],
  ] as const) {
    const { code, stdout, stderr } = await bench(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(stderr, words);
    assert.equal(stdout, '');
  }
});
