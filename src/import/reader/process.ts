import { Worker } from 'node:worker_threads';
import type { Part } from '../formats/format.ts';
import { partsOf } from '../formats/formats.ts';
import { openSource, type Source } from '../formats/source.ts';
import type { Answer, Ask } from './ask.ts';
import { findFor, type Reads, read, reasonOf } from './reading.ts';

/** A process that reads what others wrote: it may be ended at any moment, and nothing is lost with it but the item that ended it. */

const IDLE = -1;
const OFTEN = 100;
const clock = new Int32Array(new SharedArrayBuffer(8)).fill(IDLE);
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
new Worker(new URL('./watch.ts', import.meta.url), {
  workerData: { clock, seconds: Number(process.argv[2]), silence: Number(process.argv[3]) },
}).unref();

/** Bytes that may take a millisecond to be read; a dump of gigabytes is read through before its first item. */
const BYTES_A_MILLISECOND = 4096;
const heard = () => Atomics.store(clock, 1, Math.floor(process.uptime()));
const allow = (bytes: number) => {
  heard();
  Atomics.add(clock, 0, Math.ceil(bytes / BYTES_A_MILLISECOND));
};

const send = (answer: Answer) =>
  new Promise<void>((resolve) => {
    process.send?.(answer, undefined, undefined, () => resolve());
  });

/**
 * Looks for the next item. A source may be of any length, and a web archive is read whole before its first page: so only
 * what is done without a pause is bounded here.
 */
async function nextPart(): Promise<IteratorResult<Part> | undefined> {
  const restart = setInterval(() => Atomics.store(clock, 0, used()), OFTEN);
  try {
    return await parts?.next();
  } finally {
    clearInterval(restart);
  }
}

let source: Source | undefined;
let reads: Reads = {};
let parts: AsyncIterator<Part> | undefined;

async function answer(ask: Ask) {
  if (ask !== 'next') {
    source = await openSource(ask.open, ask.terms.encoding, allow);
    reads = { keepsCaptures: ask.terms.keepsCaptures, find: findFor(ask.open, ask.terms) };
    parts = partsOf(source);
    for (let read = 0; read < ask.from; read++) await nextPart();
  }
  const { value: part, done } = (await nextPart()) ?? { done: true };
  if (done) return send({ end: true });
  heard();
  Atomics.store(clock, 0, used());
  const { place, isSole } = part;
  await send({ begun: { place, isSole } });
  const found = await read(part, reads);
  return send({ item: { place, isSole, found, bytesRead: source?.bytesRead() ?? 0 } });
}

process.on('message', async (ask: Ask) => {
  heard();
  Atomics.store(clock, 0, used());
  try {
    await answer(ask);
  } catch (error) {
    await send({ fault: reasonOf(error) });
  } finally {
    Atomics.store(clock, 0, IDLE);
  }
});
process.on('disconnect', () => process.exit());
