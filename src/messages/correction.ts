import type { Correction } from '../domain/article/correction.ts';

/** The words shown before the old value of a corrected field. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ['title', 'The headline read'],
  ['date', 'The date was'],
  ['summary', 'The summary read'],
  ['text', 'The text was said to be'],
  ['lang', 'The language was said to be'],
  ['dateline', 'It was said to be filed from'],
  ['source.publisher', 'The publisher was said to be'],
  ['source.url', 'The address of the source was'],
  ['source.archivedUrl', 'The address of the copy was'],
  ['source.accessed', 'The source was said to be read on'],
  ['source.published', 'The source was said to be published on'],
  ['source.author', 'The author was said to be'],
  ['source.volume', 'The volume was said to be'],
  ['source.issue', 'The number of the issue was said to be'],
  ['source.edition', 'The edition was said to be'],
  ['source.page', 'The page was said to be'],
  ['source.sha256', 'The digest of the source was'],
  ['source.capture', 'The digest of the page as it was saved was'],
  ['layout', 'The parts of the text were'],
  ['name', 'The name was'],
  ['sortName', 'It was filed as'],
  ['description', 'The description read'],
  ['sameAs', 'It was said to be the same as'],
  ['coordinates', 'The coordinates were'],
  ['partOf', 'It was said to lie in'],
  ['distinctFrom', 'It was told apart from'],
]);

/** The same of what is told of a medium. */
const BEFORE_OF_MEDIUM: ReadonlyMap<string, string> = new Map([
  ['caption', 'The caption read'],
  ['creditLine', 'It was credited to'],
  ['creator', 'It was said to be made by'],
  ['dateCreated', 'It was said to be made in'],
  ['words', 'Its transcript, captions or read words said'],
]);

const NAMED_OF_MEDIUM: ReadonlyMap<string, string> = new Map([
  ['caption', 'caption'],
  ['creditLine', 'credit line'],
  ['creator', 'maker'],
  ['dateCreated', 'time of making'],
  ['words', 'transcript, captions or read words'],
]);

const NAMED: ReadonlyMap<string, string> = new Map([
  ['title', 'headline'],
  ['layout', 'order in which paragraphs, lists and quotations stand'],
  ['lang', 'language of the text'],
  ['source.publisher', 'publisher of the source'],
  ['source.url', 'address of the source'],
  ['source.archivedUrl', 'address of the copy of the source'],
  ['source.accessed', 'day on which the source was read'],
  ['source.published', 'time at which the source was published'],
  ['source.author', 'author of the source'],
  ['source.volume', 'volume of the source'],
  ['source.issue', 'number of the issue'],
  ['source.edition', 'edition of the source'],
  ['source.page', 'page of the source'],
  ['source.sha256', 'digest of the source'],
  ['source.capture', 'digest of the page as it was saved'],
  ['sortName', 'name by which it is filed'],
  ['sameAs', 'address in another catalogue'],
  ['coordinates', 'pair of coordinates'],
  ['partOf', 'place in which it lies'],
  ['distinctFrom', 'record of the same name from which it is told apart'],
]);

/** The name, in a sentence, of the field that a correction names. */
export function nameOf(field: string): string {
  if (field.startsWith('f-')) return `figure ${field}`;
  if (field.startsWith('p-')) return `paragraph ${field}`;
  if (field.startsWith('o-')) return `part ${field} of the text`;
  const [medium = '', part] = field.split('.');
  if (medium.startsWith('m-'))
    return part === undefined
      ? `picture or other medium ${medium}`
      : `${NAMED_OF_MEDIUM.get(part) ?? part} of ${medium}`;
  return NAMED.get(field) ?? field;
}

/** True if a paragraph has its old words: it was moved, its markup was changed, or the words were restored. */
const keepsWords = (was: string | undefined, became: readonly string[]): boolean =>
  was !== undefined && became.includes(was);

/**
 * The words shown before the old text that a correction replaced. Undefined if it only added something, or if the
 * paragraph has its old words.
 *
 * @param became ids of the paragraphs that its paragraph became
 */
export function readBefore(
  { was }: Pick<Correction, 'was'>,
  became: readonly string[] = [],
): string | undefined {
  if (was === undefined || keepsWords(was, became)) return undefined;
  if (was.startsWith('f-')) return 'The figure read';
  if (was.startsWith('o-')) return 'In the text stood';
  const [medium = '', part = ''] = was.split('.');
  if (medium.startsWith('m-'))
    return part === ''
      ? 'A picture or other medium stood here'
      : (BEFORE_OF_MEDIUM.get(part) ?? 'It read');
  // A row of a table, an item and a heading have such ids too.
  return BEFORE.get(was) ?? 'The text read';
}

/**
 * The fragment of the page where a correction can be seen. Undefined if what it corrected is gone.
 *
 * @param correction `medium` is the one at which it is told, where it is of a medium that is there
 */
export function placeOf(
  { was, added, medium }: Pick<Correction, 'was' | 'added'> & { medium: string | undefined },
  became: readonly string[],
): string | undefined {
  if (was?.startsWith('f-')) return was;
  if (was?.startsWith('m-')) return medium;
  return became[0] ?? (added?.startsWith('p-') ? added : undefined);
}

/** The words of a link to the place of a correction, which may be a figure, a medium or any part of the text. */
export function wordsOfPlace(place: string): string {
  if (place.startsWith('f-')) return 'See the figure';
  return place.startsWith('m-') ? 'See the picture or recording' : 'See it in the text';
}

const SAME_TEXT = 'The text has the same words now.';
const SAME_NOW = new Map([
  ['f', 'The figure reads the same now.'],
  ['m', 'The same file stands there now.'],
]);

/** The sentence shown instead of the old words where they still stand. Undefined if it does not. */
export const unchangedWords = (
  { was }: Pick<Correction, 'was'>,
  became: readonly string[],
): string | undefined =>
  keepsWords(was, became) ? (SAME_NOW.get(was?.split('-')[0] ?? '') ?? SAME_TEXT) : undefined;
