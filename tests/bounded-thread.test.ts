import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { threadAnswer, UnansweredThread } from '../src/bounded-thread.ts';

const BOUNDS = { seconds: 1, heap: 64, beside: 64 };

/** A thread that runs some code, with `post` to answer and `data` as what it was given. */
const running = (code: string, data?: unknown) => (options: WorkerOptions) =>
  new Worker(
    new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData as data } from 'node:worker_threads';
const post = (answer) => parentPort.postMessage(answer);
${code}`)}`,
    ),
    { ...options, workerData: data },
  );

suite('a thread with bounds', () => {
  test('answers', async () => {
    assert.equal(await threadAnswer(running('post(data + 1)', 1), BOUNDS), 2);
  });

  for (const [end, code] of [
    ['time', 'for (;;) ;'],
    ['failed', 'throw new Error("no");'],
    ['failed', 'void 0;'],
  ] as const)
    test(`is ended, and that is told: ${end}, ${code}`, async () => {
      await assert.rejects(
        threadAnswer(running(code), BOUNDS),
        (error) => error instanceof UnansweredThread && error.end === end,
      );
    });

  test('is ended where it takes memory besides its heap', async () => {
    const code =
      'const all = []; setInterval(() => all.push(new Uint8Array(32 * 1024 * 1024).fill(1)), 50);';
    await assert.rejects(
      threadAnswer(running(code), { ...BOUNDS, seconds: 60 }),
      (error) => error instanceof UnansweredThread && error.end === 'memory',
    );
  });
});
