/** A failure that the reader can act on: its message is the one sentence they are shown. */
export class Refusal extends Error {
  /**
   * @param {string} message what happened and what to do
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command and sets the exit code of this process: the number that `main` resolves to, 0 if
 * none. A refusal is shown as its sentence; any other error is a defect and keeps its stack.
 *
 * @param {() => Promise<number | void>} main
 */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
