import type { Worker, WorkerOptions } from 'node:worker_threads';

/** What a thread may take until it answers. */
export interface ThreadBounds {
  /** Seconds of processor time. */
  seconds: number;
  /** Megabytes of its heap. */
  heap: number;
  /** Megabytes besides the heap: buffers. */
  beside: number;
}

/** Why a thread did not answer. */
export type ThreadEnd = 'time' | 'memory' | 'failed';

/** A thread that was ended, or ended by itself, before it answered. */
export class UnansweredThread extends Error {
  readonly end: ThreadEnd;
  constructor(end: ThreadEnd, cause?: unknown) {
    super(`The thread did not answer: ${end}.`, { cause });
    this.end = end;
  }
}

/** Milliseconds between two looks at what it takes. */
const OFTEN = 250;
const MEGABYTE = 1024 * 1024;

/**
 * Has a thread of its own answer one message, so that what a file of others asks for can be ended.
 *
 * @param start starts it, with these options among its own; its address stands there, where what follows imports finds it
 * @throws UnansweredThread where it takes more than it may, or fails
 */
export function threadAnswer<T>(
  start: (options: WorkerOptions) => Worker,
  bounds: ThreadBounds,
): Promise<T> {
  const resourceLimits = { maxOldGenerationSizeMb: bounds.heap };
  const thread = start({ resourceLimits, stdout: true, stderr: true });
  return new Promise((resolve, reject) => {
    const endFor = (end: ThreadEnd) => {
      reject(new UnansweredThread(end));
      void thread.terminate();
    };
    const watch = setInterval(async () => {
      try {
        const [time, memory] = await Promise.all([thread.cpuUsage(), thread.getHeapStatistics()]);
        if ((time.user + time.system) / 1_000_000 > bounds.seconds) endFor('time');
        if (memory.external_memory > bounds.beside * MEGABYTE) endFor('memory');
      } catch {
        // It has ended meanwhile.
      }
    }, OFTEN);
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new UnansweredThread(isFull ? 'memory' : 'failed', error));
    });
    thread.once('exit', () => {
      clearInterval(watch);
      reject(new UnansweredThread('failed'));
    });
  });
}
