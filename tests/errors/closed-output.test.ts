import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder, write } from '../support/scratch.ts';

const REFUSAL = new URL('../../src/errors/refusal.mjs', import.meta.url).href;

test('a command whose output nobody reads any more does its work, and says no more', async (t) => {
  const folder = scratchFolder(t);
  write(folder, {
    'talk.mjs': `import { command } from '${REFUSAL}';
await command(async () => {
  for (let line = 0; line < 20; line++) {
    console.log('x'.repeat(100_000));
    await new Promise((go) => setTimeout(go, 10));
  }
  return 3;
});\n`,
  });
  const child = spawn(process.execPath, [join(folder, 'talk.mjs')], { stdio: 'pipe' });
  let told = '';
  child.stderr.on('data', (data) => {
    told += data;
  });
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  assert.equal(told, '');
  assert.equal(code, 3);
});
