import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { readPort } from '../../src/hosting/port.mjs';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';

test('a taken port is one sentence, before anything is installed or built', async (t) => {
  const holder = createServer().listen(0, '127.0.0.1');
  t.after(() => holder.close());
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;

  const outcome = await runNode(['src/cli/start.mjs'], { cwd: root, env: { PORT: String(port) } });
  assert.deepEqual(outcome, {
    code: 1,
    stdout: '',
    stderr: `Port ${port} is taken by another program: stop that program, or choose another port with \`PORT=${port + 1} npm start\`.\n`,
  });
});

test('a PORT that is no port is one sentence', async () => {
  const { code, stdout, stderr } = await runNode(['src/cli/start.mjs'], {
    cwd: root,
    env: { PORT: 'abc' },
  });
  assert.equal(code, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^PORT is ‘abc’, which is not a port: [^\n]+\n$/);
});

test('PORT is read', () => {
  assert.equal(readPort(undefined), 4321);
  assert.equal(readPort(''), 4321);
  assert.equal(readPort('8080'), 8080);
  assert.equal(readPort('65535'), 65535);
  for (const value of ['70000', '65536', '-1', '80.5', '1e3', '0x50', ' 80', 'abc']) {
    assert.throws(
      () => readPort(value),
      { message: /^PORT is ‘.*’, which is not a port: / },
      value,
    );
  }
});
