import { shownText } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { ImportFault } from '../../import/source-document.ts';

/** True where something is refused that somebody can say otherwise, and not where they ended the questions. */
export const canBeCorrected = (error: unknown): error is Error =>
  (error instanceof Refusal && error.exitCode === 1) ||
  (error instanceof ImportFault && !('code' in error));

/** All that is refused of what a command says, so that it is told in one go and not one thing a run. */
export class Refusals {
  readonly #said = new Set<string>();

  /** Adds sentences about what is wrong. */
  add(...sentences: string[]): void {
    for (const sentence of sentences) this.#said.add(sentence);
  }

  /** What is made; undefined where that is refused. */
  made<Made>(make: () => Made): Made | undefined {
    try {
      return make();
    } catch (error) {
      return this.#keep(error);
    }
  }

  /** What is made in time; undefined where that is refused. */
  async awaited<Made>(make: () => Promise<Made>): Promise<Made | undefined> {
    try {
      return await make();
    } catch (error) {
      return this.#keep(error);
    }
  }

  /** @throws Refusal with all of it, a line each, where anything was refused */
  tell(): void {
    if (this.#said.size > 0) throw new Refusal([...this.#said].join('\n'));
  }

  /** What was made, where nothing at all is refused. @throws Refusal with all that is */
  unless<Made>(made: Made | undefined): Made {
    this.tell();
    if (made === undefined) throw new Error('Nothing was made, and nothing was refused.');
    return made;
  }

  #keep(error: unknown): undefined {
    if (!canBeCorrected(error)) throw error;
    this.add(shownText(error.message));
  }
}
