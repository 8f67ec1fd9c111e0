import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { watchMemory } from '../../../src/bench/building/memory.ts';

const MEGABYTE = 1e6;

/** A program that holds so many megabytes for a second, and starts another meanwhile. */
const holding = (megabytes: number, other = '') =>
  `const held = Buffer.alloc(${megabytes * MEGABYTE}, 1); ${other}; setTimeout(() => held.length, 1000);`;

test('the memory of a child is seen with that of its own children, at its most', async (t) => {
  if (!existsSync('/proc')) return t.skip('there is no /proc here');
  const start = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(holding(150))}])`;
  const memoryWatched = watchMemory();
  const child = spawn(process.execPath, ['-e', holding(200, start)]);
  await once(child, 'close');
  const most = memoryWatched() ?? 0;
  assert.ok(most > 350 * MEGABYTE && most < 700 * MEGABYTE, `${most} bytes`);
  return undefined;
});

test('this process itself does not count', () => {
  assert.equal(watchMemory()(), undefined);
});
