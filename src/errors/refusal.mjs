import { systemSentence } from './system-error.mjs';

/** A failure that the user can mend. Only its message is shown, without a stack. */
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
 * Names of other errors whose message is meant for the user. They are names, since this file is loaded before the
 * classes.
 */
const telling = new Set([
  'ArchiveError',
  'ChangedMeanwhile',
  'LockFault',
  'SiteFault',
  'SpoiltStore',
  'StoreFault',
  'UnsoundFile',
]);

/**
 * Runs a command and sets the exit code of this process: the number that `main` resolves to, 0 if
 * none. Of an error that the user can mend, only the message is printed; any other error is a defect
 * and keeps its stack. After an error the process ends at once, whatever still runs in it.
 *
 * @param {() => Promise<number | void>} main
 */
export async function command(main) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', passClosed);
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exit(error instanceof Refusal ? error.exitCode : 1);
  }
}

/**
 * Whoever reads what is printed may have stopped, as `head` does. Nobody is left to tell, and the work goes on.
 *
 * @param {NodeJS.ErrnoException} error
 */
function passClosed(error) {
  if (error.code !== 'EPIPE') throw error;
}

/** @param {unknown} error */
function sentenceOf(error) {
  if (error instanceof Refusal) return error.message;
  for (let one = error; one instanceof Error; one = one.cause)
    if (telling.has(one.name)) return one.message;
  return systemSentence(error);
}
