import { shownWords } from '../../domain/problem.ts';
import { asTime } from '../time/time.ts';
import type { PassedOver, Skipped } from './skipped.ts';

/** The values by which sources say that an item is public; nothing else counts as that. */
const PUBLIC = new Set(
  'publish published public live usable active released final approved'.split(' '),
);

// biome-ignore format: a table reads better than a column
const STATUSES = new Map<string, PassedOver>(Object.entries({
  draft: 'draft', autodraft: 'draft', unpublished: 'draft', incomplete: 'draft', writing: 'draft',
  private: 'private', hidden: 'private', internal: 'private', confidential: 'private', members: 'private', paid: 'private',
  unlisted: 'private', password: 'password', protected: 'password',
  future: 'scheduled', scheduled: 'scheduled', queued: 'scheduled',
  pending: 'pending', inreview: 'pending', review: 'pending', needsreview: 'pending', submitted: 'pending',
  trash: 'binned', trashed: 'binned', softtrashed: 'binned', deleted: 'binned', bin: 'binned',
  withheld: 'withdrawn', canceled: 'withdrawn', cancelled: 'withdrawn', withdrawn: 'withdrawn', retracted: 'withdrawn',
  blocked: 'withdrawn', embargoed: 'embargoed',
} as const));

const letters = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function statusFault(value: string): Skipped | undefined {
  const word = value
    .trim()
    .toLowerCase()
    .replace(/^stat:/, '');
  if (PUBLIC.has(word)) return undefined;
  const as = STATUSES.get(letters(word)) ?? 'unknown';
  return {
    as,
    skipped:
      word === ''
        ? 'its status is blank'
        : `its status is “${shownWords(word)}”${as === 'unknown' ? ', which is not known to be public' : ''}`,
  };
}

const NO = new Set(['', 'no', 'false', '0', 'none', 'null']);
const isNo = (value: string) => NO.has(value.trim().toLowerCase());
const TYPES = new Set(['post', 'page', 'article', 'story', 'text']);

function typeFault(value: string): Skipped | undefined {
  const type = value.trim().toLowerCase();
  if (TYPES.has(type)) return undefined;
  return type === 'attachment'
    ? { as: 'attachment', skipped: 'it is an attachment' }
    : { as: 'kind', skipped: `it is of the kind “${shownWords(type)}”, no post` };
}

const flag =
  (as: PassedOver, skipped: string, isSet: (value: string) => boolean) => (value: string) =>
    isSet(value) ? { as, skipped } : undefined;
const isYes = (value: string) => !isNo(value);

/** The fields that say whether an item was published, by name in lower case without punctuation. */
const FIELDS = new Map<string, (value: string) => Skipped | undefined>([
  ...[
    'status',
    'poststatus',
    'pubstatus',
    'publicationstatus',
    'publishstatus',
    'workflowstatus',
    'creativeworkstatus',
    'visibility',
    'postvisibility',
  ].map((name) => [name, statusFault] as const),
  ['posttype', typeFault],
  // `<draft/>` is one, whatever it holds.
  ['draft', flag('draft', 'it is a draft', (value) => value.trim() === '' || isYes(value))],
  ['isdraft', flag('draft', 'it is a draft', isYes)],
  [
    'published',
    flag('draft', 'it is not published', (value) => value.trim() !== '' && isNo(value)),
  ],
  ['ispublished', flag('draft', 'it is not published', isNo)],
  ['private', flag('private', 'it is private', (value) => value.trim() === '' || isYes(value))],
  ['isprivate', flag('private', 'it is private', isYes)],
  ['hidden', flag('private', 'it is hidden', isYes)],
  ['trashed', flag('binned', 'it was binned', isYes)],
  ['deleted', flag('binned', 'it was deleted', isYes)],
  ['password', flag('password', 'it has a password', (value) => value !== '')],
  ['postpassword', flag('password', 'it has a password', (value) => value !== '')],
  ...['embargo', 'embargoed', 'embargoeduntil', 'embargodate'].map(
    (name) =>
      [
        name,
        (value: string): Skipped | undefined =>
          value.trim() !== '' && isHeld(value)
            ? { as: 'embargoed', skipped: `it is embargoed until ${shownWords(value)}` }
            : undefined,
      ] as const,
  ),
]);

/** Why an item that says this of itself was not published; nothing where the field says no such thing. */
export const fieldFault = (name: string, value: string): Skipped | undefined =>
  FIELDS.get(letters(name))?.(value);

/** Every word of a value of JSON; nothing is said by `null`. */
const wordsIn = (value: unknown): string[] =>
  value === null || value === undefined
    ? []
    : typeof value === 'object'
      ? Object.values(value).flatMap(wordsIn)
      : [`${value}`];

/** Why an item of JSON was not published, by its own fields and those of its extensions, which begin with `_`. */
export function objectFault(item: object, isWithin = false): Skipped | undefined {
  for (const [name, value] of Object.entries(item)) {
    const isExtension = (isWithin || name.startsWith('_')) && typeof value === 'object';
    const says = FIELDS.get(letters(name));
    const fault =
      (isExtension && value !== null ? objectFault(value, true) : undefined) ??
      (says && wordsIn(value).map(says).find(Boolean));
    if (fault) return fault;
  }
  return undefined;
}

const TWO_DAYS = 48 * 60 * 60 * 1000;

/**
 * True where an embargo may still apply. One that is not understood applies; one without a time zone applies until its
 * day is over everywhere.
 */
export function isHeld(embargo: unknown): boolean {
  const time = asTime(embargo);
  if (!time) return true;
  const hasZone = typeof embargo === 'string' && /(?:Z|[+-]\d{2}:?\d{2})$/i.test(embargo.trim());
  const end = hasZone
    ? Date.parse(embargo.trim().replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
    : Date.parse(`${time.date}T00:00:00Z`) + TWO_DAYS;
  return !(end <= Date.now());
}
