import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mustHold, UnsoundFile } from '../unsound.ts';
import type { Compared, Looks } from './looks.ts';

/** Seconds of processor time that drawing both may take; nearly all drawings take hundredths of one. */
const MOST_SECONDS = 10;

/** What draws, and what waits for it. It stays for the next drawing, and ends with the process that started it. */
export class Renderer {
  readonly #seconds: number;
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param seconds of processor time that two drawings may take */
  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  #start(): ChildProcess {
    const child = fork(
      fileURLToPath(new URL('./look-process.ts', import.meta.url)),
      [`${this.#seconds}`],
      { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    );
    child.once('exit', () => {
      this.#process = undefined;
    });
    return child;
  }

  async #ask(looks: Looks): Promise<Compared> {
    this.#process ??= this.#start();
    const child = this.#process;
    const { promise, resolve } = Promise.withResolvers<Compared>();
    const ended = () =>
      resolve({ fault: `To draw it takes more than ${this.#seconds} seconds, or all memory.` });
    child.ref();
    child.channel?.ref();
    child.once('message', resolve).once('exit', ended).send(looks);
    const compared = await promise;
    child.off('message', resolve).off('exit', ended);
    // Nobody waits for it until it is asked again.
    child.unref();
    child.channel?.unref();
    return compared;
  }

  /** Draws both, after those that were asked for before. */
  compare(looks: Looks): Promise<Compared> {
    const answer = this.#last.then(() => this.#ask(looks));
    this.#last = answer.catch(() => undefined);
    return answer;
  }
}

const renderer = new Renderer(MOST_SECONDS);

/**
 * Proves with a renderer that knows nothing of how drawings are stripped that one looks as it did.
 *
 * @throws UnsoundFile where it does not, or cannot be drawn within its bounds
 */
export async function refuseOtherLook(before: Uint8Array, after: Uint8Array): Promise<void> {
  const compared = await renderer.compare({ before, after });
  if ('fault' in compared) throw new UnsoundFile(`It cannot be drawn. ${compared.fault}`);
  mustHold(compared.isSame, 'What of the drawing is seen cannot be told from what is hidden.');
}
