import type { ListedChange } from '../domain/article/change.ts';
import { once, SENTENCES } from './change-sentences.ts';
import { number } from './wording.ts';

type How = ListedChange['how'];

const MEDIUM_PARTS: ReadonlyMap<string, string> = new Map([
  ['caption', 'The caption of a picture or other medium'],
  ['creditLine', 'The credit line of a picture or other medium'],
  ['creator', 'The maker of a picture or other medium'],
  ['dateCreated', 'The time at which a picture or other medium was made'],
  ['words', 'The transcript, the captions or the read words of a medium'],
  ['about', 'What is said of a picture or other medium'],
]);

const WITHHELD_MEDIUM: Readonly<Record<How, string>> = {
  added: 'A picture or other medium is withheld.',
  removed: 'A picture or other medium that was withheld is shown again.',
  changed: 'What is said of a picture or other medium that is withheld was changed.',
};

/** Says what was changed of a medium. @param part what is told of it; undefined for the medium itself */
function mediumSentence(part: string | undefined, how: How): string {
  if (part === 'withheld') return WITHHELD_MEDIUM[how];
  const what = part === undefined ? 'A picture or other medium' : MEDIUM_PARTS.get(part);
  return `${what ?? 'Something that is said of a picture'} was ${how}.`;
}

/** Says in a sentence what was changed. `count` changes of the same kind share one sentence. */
export function changeSentence(field: string, how: How, count: number, lang: string): string {
  if (field.startsWith('component.')) return 'What shows a part of the text was changed.';
  const [medium = '', part] = field.split('.');
  if (medium.startsWith('m-')) return mediumSentence(part, how);
  const [one, many] = SENTENCES[how].get(field) ?? once(`The field ${field} was ${how}.`);
  return count === 1 ? one : many.replace('N', number(count, lang));
}

const FILED: ReadonlyMap<string, string> = new Map([
  ['people', 'Filed under'],
  ['places', 'Filed under'],
  ['organisations', 'Filed under'],
  ['about', 'Said to be about'],
]);

/** The words before names that were added to an article or removed from it. Undefined for any other field. */
export function filedWords(field: string, how: How): string | undefined {
  const words = FILED.get(field);
  if (words === undefined || how !== 'removed') return words;
  return `No longer ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** The words shown in place of a name that is not shown. */
export const UNNAMED: ReadonlyMap<string, string> = new Map([
  ['people', 'a person'],
  ['places', 'a place'],
  ['organisations', 'an organisation'],
  ['about', 'a subject'],
]);

/** Adds a number to each title that occurs more than once, so that a reader can tell them apart. */
export function toldApart(titles: readonly string[]): string[] {
  const all = Map.groupBy(titles.keys(), (index) => titles[index] ?? '');
  return titles.map((title, index) => {
    const same = all.get(title) ?? [];
    return same.length > 1 ? `${title} (${same.indexOf(index) + 1} of ${same.length})` : title;
  });
}
