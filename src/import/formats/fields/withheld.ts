import { shownWords } from '../../../domain/problem.ts';
import { isTime } from '../../time/period.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault } from '../status.ts';
import { type Given, textsIn } from './given.ts';
import { plainName, statusNameOf } from './synonym.ts';

/** Whether the fields of an item say that it was published, in whatever language they say it. */

const words = (...lists: string[]) => lists.join(' ').split(' ').map(plainName);

const YES = new Set(
  words('true yes y 1 x on checked ja wahr oui vrai sí verdadero sim verdadeiro sì vero'),
);
const NO = new Set(words('false no n 0 off none null unchecked nein falsch non faux falso não'));

/** What other languages call a status. */
const STATUSES = new Map(
  [
    ['published', 'veröffentlicht publié publiée publicado publicada pubblicato pubblicata'],
    ['draft', 'entwurf brouillon borrador rascunho bozza'],
    ['scheduled', 'geplant programmé planifié programado agendado programmato'],
    ['private', 'privat privé privado privato'],
  ].flatMap(([status = '', names = '']) => words(names).map((name) => [name, status])),
);

const inEnglish = (value: string): string => STATUSES.get(plainName(value)) ?? value;

/** A field that says yes or no to whether an item is public. A day says yes, that of its publication, though it may not be clear which. */
function publicFault(name: string, texts: readonly string[]): Skipped | undefined {
  const said = texts[0] ?? '';
  const isPublic = YES.has(plainName(said)) || isTime(said);
  if (isPublic || (said !== '' && !fieldFault('status', inEnglish(said)))) return undefined;
  return said === '' || NO.has(plainName(said))
    ? { as: 'draft', skipped: 'it is not published' }
    : {
        as: 'unknown',
        skipped: `it says “${shownWords(`${name}: ${said}`)}”, which is not known to be public`,
      };
}

const PUBLIC = new Set(['published', 'ispublished', 'public', 'ispublic', 'oispublic']);
/** What of a site not everybody finds or reads. */
const OFF_LISTS = 'unlisted headless membersonly subscribersonly';
/** A blank field of these says as little as none. */
const SILENT = new Set(
  words('draft isdraft private isprivate hidden trashed deleted password postpassword', OFF_LISTS),
);

/** Readers that some posts alone are for; of works in catalogues, an audience is another thing. */
const READERS = new Set(words('only_paid paid only_free founding members subscribers private'));

const audienceFault = ([said = '']: readonly string[]): Skipped | undefined =>
  READERS.has(plainName(said))
    ? { as: 'private', skipped: `its audience is “${shownWords(said)}”` }
    : undefined;

function faultOf([given, value]: Given): Skipped | undefined {
  const name = statusNameOf(given);
  const texts = textsIn(value);
  if (PUBLIC.has(name)) return publicFault(given, texts);
  if (SILENT.has(name) && texts.every((text) => NO.has(plainName(text)))) return undefined;
  if (OFF_LISTS.split(' ').includes(name))
    return { as: 'private', skipped: `it is not for everybody (${shownWords(given)})` };
  if (name === 'audience') return audienceFault(texts);
  return (texts.length === 0 ? [''] : texts)
    .map((text) => fieldFault(name, inEnglish(text)))
    .find(Boolean);
}

/** Why an item with these fields was not published; nothing where they say no such thing. */
export function whyWithheld(given: readonly Given[]): Skipped | undefined {
  for (const field of given) {
    const fault = faultOf(field);
    if (fault) return fault;
  }
  return undefined;
}

/** Whether a field is asked by `whyWithheld`: it has done its work, and is no loss. */
export const isOfStatus = (name: string, texts: readonly string[] = []): boolean => {
  const english = statusNameOf(name);
  return (
    (english === 'audience' && texts.join() === 'everyone') ||
    PUBLIC.has(english) ||
    SILENT.has(english) ||
    [...YES, 'draft', '2999-01-01'].some((value) => fieldFault(english, value) !== undefined)
  );
};
