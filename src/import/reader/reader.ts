import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Input } from '../input.ts';
import { ImportFault } from '../source-document.ts';
import type { Answer, Ask, Limits } from './ask.ts';
import type { Item } from './reading.ts';
import type { Terms } from './terms.ts';

const LIMITS: Limits = { seconds: 20, silence: 600, megabytes: 512 };

/** After so many items in a row that ended their process, the rest of their source is not read. */
const MOST_LOST = 3;

/** Reads sources in a process of its own, which is ended and replaced where an item takes more than it may. */
export interface Reader {
  /** The items of an input, in order. Throws an `ImportFault` where the input as a whole cannot be read. */
  read: (input: Input, terms?: Terms) => AsyncGenerator<Item>;
  /** Lets its process go, and waits until that has ended. */
  close: () => Promise<void>;
}

/** A process that reads, and its answers as they come. */
interface Process {
  child: ChildProcess;
  answers: AsyncIterator<[Answer]>;
}

function start({ seconds, silence, megabytes }: Limits): Process {
  const child = fork(
    fileURLToPath(new URL('./process.ts', import.meta.url)),
    [`${seconds}`, `${silence}`],
    {
      execArgv: [`--max-old-space-size=${megabytes}`],
      // Sends bytes as bytes; the default would send a list of numbers.
      serialization: 'advanced',
      // What V8 prints when it runs out of memory helps no archivist.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  return { child, answers: on(child, 'message', { close: ['exit'] }) as AsyncIterator<[Answer]> };
}

/** A process ended before it answered. */
class Ended extends Error {}

/** Opens a reader; its process starts with the first source. */
export function openReader(limits = LIMITS): Reader {
  let process: Process | undefined;

  async function answer({ child, answers }: Process, asked?: Ask): Promise<Answer> {
    if (asked) child.send(asked, () => undefined);
    const { value, done } = await answers.next();
    if (!done) return value[0];
    process = undefined;
    const what =
      child.signalCode === 'SIGTERM'
        ? `takes more than ${limits.seconds} seconds of a processor’s time`
        : child.signalCode === 'SIGINT'
          ? `takes more than ${limits.silence} seconds without an answer`
          : `needs more than ${limits.megabytes} MB of memory`;
    throw new Ended(
      `To read it ${what}, as no article does. Save the article’s own page, or paste its text into a .txt file.`,
    );
  }

  /** The next item, begun and then read, or what ended the reading of it. */
  async function next(asked: Ask): Promise<Item | 'end' | { lost: Item }> {
    process ??= start(limits);
    const reading = process;
    const first = await answer(reading, asked);
    if ('end' in first) return 'end';
    if ('fault' in first) throw new ImportFault(first.fault);
    if (!('begun' in first)) throw new Error('A reading process answered out of turn.');
    try {
      const second = await answer(reading);
      if ('item' in second) return second.item;
      throw new ImportFault('fault' in second ? second.fault : '');
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      return { lost: { ...first.begun, found: { fault: error.message }, bytesRead: 0 } };
    }
  }

  async function* read(open: Input, terms: Terms): AsyncGenerator<Item> {
    let lost = 0;
    let asked: Ask = { open, terms, from: 0 };
    for (let from = 1; ; from++) {
      const item = await next(asked);
      if (item === 'end') return;
      asked = 'next';
      if (!('lost' in item)) {
        lost = 0;
        yield item;
        continue;
      }
      yield item.lost;
      if (item.lost.place === '') return;
      lost++;
      if (lost === MOST_LOST)
        throw new ImportFault(
          `${MOST_LOST} items after each other could not be read within their bounds, and those that follow were not tried. Take them out, or import the items one by one.`,
        );
      asked = { open, terms, from };
    }
  }

  return {
    read: async function* (input, terms = {}) {
      try {
        yield* read(input, terms);
      } catch (error) {
        throw error instanceof Ended ? new ImportFault(error.message) : error;
      }
    },
    close: async () => {
      if (!process) return;
      const ended = once(process.child, 'exit');
      process.child.disconnect();
      await ended;
    },
  };
}
