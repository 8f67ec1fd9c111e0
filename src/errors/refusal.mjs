import { systemSentence } from './system-error.mjs';

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
 * Names of the errors whose message is meant for whoever typed the command. Names, since this file is loaded before the
 * classes.
 */
const telling = new Set([
  'ArchiveError',
  'ChangedMeanwhile',
  'LockFault',
  'SiteFault',
  'SpoiltStore',
]);

/**
 * Runs a command and sets the exit code of this process: the number that `main` resolves to, 0 if
 * none. What the reader can act on is shown as its sentence; any other error is a defect and keeps
 * its stack. Where it fails, the process ends at once, whatever was still going on in it.
 *
 * @param {() => Promise<number | void>} main
 */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exit(error instanceof Refusal ? error.exitCode : 1);
  }
}

/** @param {unknown} error */
function sentenceOf(error) {
  if (error instanceof Refusal) return error.message;
  for (let one = error; one instanceof Error; one = one.cause)
    if (telling.has(one.name)) return one.message;
  return systemSentence(error);
}
