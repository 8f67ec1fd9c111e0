import { basename, dirname, resolve, sep } from 'node:path';
import { shownWords } from '../../../domain/problem.ts';
import { MARKS } from '../mark.ts';
import type { PassedOver, Skipped } from '../skipped.ts';

/** By what newsrooms keep a manuscript back: where it lies, what it is called. */

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** What follows the words of a file’s name: a version, a day, a number of a copy. */
const VERSION = /^(?:v?\d+|version|final|copy|new|neu)$/u;

/** Of a folder “private” may mean a whole machine: macOS keeps all temporary files in one. */
const ofFolder = (folder: string): PassedOver | undefined => {
  const word = plain(folder).replace(/^[_.-]+/u, '');
  return /^priva/u.test(word) ? undefined : MARKS.get(word);
};

/** Why a file of such a name and place was not published. */
export function whyNotByName(name: string, path: string | undefined): Skipped | undefined {
  const folders = path === undefined ? [] : dirname(resolve(path)).split(sep);
  for (const folder of folders) {
    const as = ofFolder(folder);
    if (as) return { as, skipped: `it lies in the folder “${shownWords(folder)}”` };
  }
  const words = plain(basename(name))
    .replace(/\.[a-z\d]{1,5}$/u, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && VERSION.test(words.at(-1) ?? '')) words.pop();
  const as = MARKS.get(words[0] ?? '') ?? MARKS.get(words.at(-1) ?? '');
  return (
    as && {
      as,
      skipped: `its name says so (“${shownWords(basename(name))}”): rename it if it was published`,
    }
  );
}
