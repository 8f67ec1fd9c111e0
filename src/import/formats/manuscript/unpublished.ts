import { basename, dirname, resolve, sep } from 'node:path';
import { shownWords } from '../../../domain/problem.ts';
import type { PassedOver, Skipped } from '../status.ts';

/** By what newsrooms keep a manuscript back: where it lies, what it is called, what is printed across it. */

// biome-ignore format: a table reads better than a column
const WORDS = new Map<string, PassedOver>(Object.entries({
  draft: 'draft', drafts: 'draft', entwurf: 'draft', entwürfe: 'draft', brouillon: 'draft', brouillons: 'draft',
  borrador: 'draft', borradores: 'draft', rascunho: 'draft', rascunhos: 'draft', bozza: 'draft', bozze: 'draft',
  unpublished: 'draft', unveröffentlicht: 'draft', inédit: 'draft',
  confidential: 'private', vertraulich: 'private', confidentiel: 'private', confidencial: 'private', riservato: 'private',
  private: 'private', privat: 'private', 'do not copy': 'private',
  embargo: 'embargoed', embargoed: 'embargoed', sperrfrist: 'embargoed',
  'not for publication': 'withdrawn', 'nicht zur veröffentlichung': 'withdrawn',
} as const));

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Why a manuscript with such words across or above its pages was not published: they are all that stands there. */
export function whyNotByMark(mark: string): Skipped | undefined {
  const as = WORDS.get(plain(mark).replace(/ ?(?:copy|version|\d{1,4}|[.!*:])$/u, ''));
  return as && { as, skipped: `its pages are marked “${shownWords(mark)}”` };
}

const HELD =
  /^[\s*([-]{0,9}(?:strictly )?(?:embargo|embargoed|sperrfrist|gesperrt bis|not for publication|hold for release|nicht zur veröffentlichung)(?![\p{L}-])/iu;
const LONGEST_LINE = 150;

/** Why a manuscript with such a line at its head was not published. Whether a hold has ended is not told by its words. */
export function whyNotByLine(line: string): Skipped | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  return (
    whyNotByMark(line) ??
    (HELD.test(line)
      ? {
          as: 'embargoed',
          skipped: `a line at its head holds it back (“${shownWords(line.trim())}”)`,
        }
      : undefined)
  );
}

/** What follows the words of a file’s name: a version, a day, a number of a copy. */
const VERSION = /^(?:v?\d+|version|final|copy|new|neu)$/u;

/** Of a folder “private” may mean a whole machine: macOS keeps all temporary files in one. */
const ofFolder = (folder: string): PassedOver | undefined => {
  const word = plain(folder).replace(/^[_.-]+/u, '');
  return /^priva/u.test(word) ? undefined : WORDS.get(word);
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
  const as = WORDS.get(words[0] ?? '') ?? WORDS.get(words.at(-1) ?? '');
  return (
    as && {
      as,
      skipped: `its name says so (“${shownWords(basename(name))}”): rename it if it was published`,
    }
  );
}
