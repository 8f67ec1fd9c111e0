import { because, type Fault } from '../../../domain/fault.ts';
import { forbiddenCharacter } from '../../../domain/text.ts';
import { regularBytes } from '../../files/regular-file.ts';

/** Thrown for a file of words that is not in a form that the archive reads. */
export class WordsFault extends Error {
  readonly fault: Fault;
  constructor(rule: string, fix: string) {
    super(rule);
    this.fault = because('media/words', rule, fix);
  }
}

const LARGEST = 64 * 1024 * 1024;

/**
 * The text of a file, with line feeds alone and without a byte order mark.
 *
 * @throws WordsFault where it is too large or no UTF-8; errors of the file system as `regularBytes`
 */
export function textOfFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = regularBytes(path, LARGEST);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EFBIG') throw error;
    throw new WordsFault(
      'A file of words has at most 64 MB.',
      'Part it, or take out what is not words.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new WordsFault('A file of words is UTF-8.', 'Save it as UTF-8.');
  }
}

/** @throws WordsFault where a text has a character that no text of the archive may have */
export function refuseCharacters(text: string): void {
  const found = forbiddenCharacter(text);
  if (!found) return;
  const line = text.slice(0, found.index).split('\n').length;
  throw new WordsFault(`${found.fault.rule} This file has one on line ${line}.`, found.fault.fix);
}

/** What was read, or the fault for which it was not. */
export function orFault<Found>(read: () => Found): Found | { fault: Fault } {
  try {
    return read();
  } catch (error) {
    if (error instanceof WordsFault) return { fault: error.fault };
    throw error;
  }
}
