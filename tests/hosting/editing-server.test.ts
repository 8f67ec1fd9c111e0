import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { Refusal } from '../../src/errors/refusal.mjs';
import { refuseSecondServer } from '../../src/hosting/editing-server.mjs';
import { root } from '../../src/setup/setup.mjs';
import { runNode } from '../support/command.ts';
import { scratchFolder, write } from '../support/scratch.ts';

/** A port of this machine at which a program listens. */
async function takenPort(t: TestContext): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  t.after(() => holder.close());
  await once(holder, 'listening');
  return (holder.address() as AddressInfo).port;
}

const noteOf = (pid: number, port: number) =>
  JSON.stringify({ pid, port, url: `http://localhost:${port}`, background: false });

test('a second server for editing says where the first one is, and how to end it', async (t) => {
  const folder = scratchFolder(t);
  const port = await takenPort(t);
  write(folder, { '.astro/dev.json': noteOf(process.pid, port) });
  await assert.rejects(refuseSecondServer(folder), (error: Error) => {
    assert.ok(error instanceof Refusal);
    assert.equal(
      error.message,
      `\`npm run dev\` runs in this folder already, as process ${process.pid}, and two would write the same files: open http://localhost:${port}, or end it with \`npm run dev -- stop\` and start anew.`,
    );
    return true;
  });
});

test('a note that a server left behind stops no other', async (t) => {
  const port = await takenPort(t);
  const freed = createServer().listen(0, '127.0.0.1');
  await once(freed, 'listening');
  const { port: free } = freed.address() as AddressInfo;
  freed.close();
  await once(freed, 'close');
  for (const note of [
    noteOf(2 ** 30, port),
    noteOf(process.pid, free),
    noteOf(-1, port),
    noteOf(process.pid, 70_000),
    '{"pid": "1"}',
    'null',
    '',
  ]) {
    const folder = scratchFolder(t);
    write(folder, { '.astro/dev.json': note });
    await refuseSecondServer(folder);
  }
  await refuseSecondServer(scratchFolder(t));
});

test('npm run dev says that its port is taken, and which command to give', async (t) => {
  const port = await takenPort(t);
  const { code, stderr } = await runNode(['src/cli/dev.mjs'], {
    cwd: root,
    env: { PORT: String(port) },
  });
  assert.equal(code, 1);
  assert.match(
    stderr,
    new RegExp(`^Port ${port} is taken [^\\n]+PORT=${port + 1} npm run dev\`\\.\\n$`),
  );
});
