import type { ListedChange } from '../domain/article/change.ts';

/** A sentence for one change, and one for several changes of the same kind. “N” stands for their number. */
type Sentences = readonly [one: string, many: string];

/** The same sentence for one change and for several. */
export const once = (one: string): Sentences => [one, one];

const PLACES = once('Pictures stand in other places of the text.');

const ADDED: ReadonlyMap<string, Sentences> = new Map([
  ['summary', once('A summary was added.')],
  ['lang', once('The language of the text was added.')],
  ['source.publisher', once('The publisher of the source was added.')],
  ['source.url', once('The address of the source was added.')],
  ['source.archivedUrl', once('The address of a copy of the source was added.')],
  ['source.accessed', once('The day on which the source was read was added.')],
  ['source.published', once('The time at which the source was published was added.')],
  ['source.author', once('The author was added.')],
  ['source.volume', once('The volume was added.')],
  ['source.issue', once('The number of the issue was added.')],
  ['source.edition', once('The edition was added.')],
  ['source.page', once('The page was added.')],
  ['source.sha256', once('The digest of the source was added.')],
  ['source.capture', once('The page as it was saved was added.')],
  [
    'source.subjects',
    ['A subject that the source names was added.', 'N subjects that the source names were added.'],
  ],
  [
    'source.formerUrls',
    ['An old address of the source was added.', 'N old addresses of the source were added.'],
  ],
  ['dateline', once('The place from which it was filed was added.')],
  [
    'media.missing',
    [
      'A picture or other medium is named that is missing.',
      'N pictures or other media are named that are missing.',
    ],
  ],
  ['media.order', PLACES],
  [
    'formerly',
    [
      'It has another address; the old one leads to it.',
      'It has another address; N old ones lead to it.',
    ],
  ],
  ['withdrawn', once('It was withdrawn.')],
  ['withheld', ['A name or other words are withheld.', 'N names or other words are withheld.']],
  [
    'aliases',
    ['Another spelling of the name was added.', 'N other spellings of the name were added.'],
  ],
  ['sortName', once('The name by which it is filed was added.')],
  ['description', once('A description was added.')],
  [
    'sameAs',
    ['An address in another catalogue was added.', 'Addresses in N other catalogues were added.'],
  ],
  ['coordinates', once('The coordinates were added.')],
  ['partOf', once('The place in which it lies was added.')],
  [
    'distinctFrom',
    [
      'It is told apart from another of the same name.',
      'It is told apart from N others of the same name.',
    ],
  ],
  [
    'merged',
    [
      'Another record became part of it; the old address leads here.',
      'N other records became part of it; their old addresses lead here.',
    ],
  ],
]);

const REMOVED: ReadonlyMap<string, Sentences> = new Map([
  ['lang', once('The language of the text was taken off.')],
  ['formerly', ['An old address was taken off.', 'N old addresses were taken off.']],
  [
    'source.subjects',
    [
      'A subject that the source names was taken off.',
      'N subjects that the source names were taken off.',
    ],
  ],
  [
    'source.formerUrls',
    [
      'An old address of the source was taken off.',
      'N old addresses of the source were taken off.',
    ],
  ],
  ['withdrawn', once('It had been withdrawn, and is shown again.')],
  [
    'media.missing',
    [
      'A picture or other medium is no longer named as missing.',
      'N pictures or other media are no longer named as missing.',
    ],
  ],
  ['media.order', PLACES],
  [
    'withheld',
    [
      'Words that were withheld are shown again.',
      'N words or names that were withheld are shown again.',
    ],
  ],
  ['aliases', ['A spelling of the name was taken off.', 'N spellings of the name were taken off.']],
  ['sortName', once('The name by which it is filed was taken off.')],
  [
    'merged',
    ['Another record is no longer part of it.', 'N other records are no longer part of it.'],
  ],
  ['record', once('The record was taken out, since an article withholds the name.')],
]);

const CHANGED: ReadonlyMap<string, Sentences> = new Map([
  ['media.order', PLACES],
  ['lang', once('Another language of the text is given.')],
  ['withdrawn', once('The notice of its withdrawal was changed.')],
  [
    'withheld',
    ['What is said of withheld words was changed.', 'What is said of withheld words was changed.'],
  ],
  ['sortName', once('The name by which it is filed was changed.')],
  ['path', once('It has another address: the old one held words that are withheld.')],
  [
    'characters',
    [
      'Words are stored in other characters that read the same.',
      'Words of N paragraphs are stored in other characters that read the same.',
    ],
  ],
]);

/** The sentences for what was changed of an article or a record, by its field. */
export const SENTENCES: Readonly<Record<ListedChange['how'], ReadonlyMap<string, Sentences>>> = {
  added: ADDED,
  removed: REMOVED,
  changed: CHANGED,
};
