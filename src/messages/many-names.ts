import { counted, number } from './wording.ts';

/** What the page for many names tells its reader. */

/** What a list has, before it is looked up. */
export function listSentence(
  { names, blank, repeated }: { names: number; blank: number; repeated: number },
  lang: string,
): string {
  const parts = [
    `${counted(names, 'name', 'names', lang)} in the list`,
    ...(repeated > 0 ? [`${number(repeated, lang)} of them more than once`] : []),
    ...(blank > 0 ? [`${counted(blank, 'row', 'rows', lang)} without one`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** What became of a list. */
export function outcomeSentence(
  { looked, found, several }: { looked: number; found: number; several: number },
  of: number,
  lang: string,
): string {
  const count = (value: number) => number(value, lang);
  const stopped = looked < of ? `Stopped after ${count(looked)} of ${count(of)} names. ` : '';
  const more = several > 0 ? `, ${count(several)} of them with several records` : '';
  return `${stopped}${count(found)} of ${counted(looked, 'name', 'names', lang)} found${more}; ${count(looked - found)} not found.`;
}

export const progressSentence = (done: number, all: number, what: string, lang: string): string =>
  `${number(done, lang)} of ${number(all, lang)} ${what}`;

export const MANY = {
  namesDone: 'names looked up',
  articlesDone: 'articles read',
  noNames: 'There is no name in this list.',
  noText: 'This file is no text. A spreadsheet saves its table as CSV.',
  tooLarge: 'This file is larger than a list of names: it has more than 4 MB.',
  unread: 'The file could not be read.',
  noFile: 'It could not be made: a file did not come. Try again.',
  findingArticles: 'Finding their articles…',
  saved: 'Saved.',
  stopped: 'Stopped: what had come until then was saved.',
  rows: 'Whole rows',
  pair: (surname: string, given: string) => `${surname} (surname) and ${given} (given name)`,
  column: (at: number) => `Column ${at + 1}`,
} as const;
