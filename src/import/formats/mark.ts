import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { shownWords } from '../../domain/problem.ts';
import { monthNamed } from '../time/calendar-words.ts';
import { timesIn } from '../time/time.ts';
import type { PassedOver, Skipped } from './skipped.ts';
import { isHeld } from './status.ts';

/** What newsrooms write above, below and at the head of a text that is not to be published, in whatever form it is kept. */

// biome-ignore format: a table reads better than a column
export const MARKS: ReadonlyMap<string, PassedOver> = new Map<string, PassedOver>(Object.entries({
  draft: 'draft', drafts: 'draft', entwurf: 'draft', entwürfe: 'draft', brouillon: 'draft', brouillons: 'draft',
  borrador: 'draft', borradores: 'draft', rascunho: 'draft', rascunhos: 'draft', bozza: 'draft', bozze: 'draft',
  unpublished: 'draft', unveröffentlicht: 'draft', inédit: 'draft',
  confidential: 'private', vertraulich: 'private', confidentiel: 'private', confidencial: 'private', riservato: 'private',
  private: 'private', privat: 'private', 'do not copy': 'private',
  embargo: 'embargoed', embargoed: 'embargoed', sperrfrist: 'embargoed',
  'not for publication': 'withdrawn', 'nicht zur veröffentlichung': 'withdrawn',
} as const));

const list = (words: string) => new Set(words.split(' '));

/** What a line has before its mark: “Strictly confidential”, “First draft”. */
const BEFORE = list(
  'strictly streng strictement estrictamente estritamente strettamente first second third final rough early working preliminary internal erster zweiter interner premier primer primo',
);
/** What stands after a mark and is no story: “Draft copy 2”, “Private and confidential”. */
const BESIDE = list(
  'v ver version versión versione versão fassung rev revision nr no of at as by from vom von du de del am um uhr copy text article story manuscript document dokument only nur and und et y e i & rd st nd th am pm gmt bst cet utc',
);
/** How the words after a mark begin where they say for whom, or what for, it is. */
const PURPOSE =
  /^(?:(?:not|no|do not|don['’]t|never|nicht|kein|ne pas|pas|non) |(?:for|zur|zum|pour|para|per) (?:your|comments?|review|discussion|approval|information|internal|editing|edits|proof|legal|checking|prüfung|freigabe|abstimmung|relecture|validation|revisión|revisão|revisione)(?!\p{L}))/iu;
/** Words that end a line for a few: “for Petra only”. */
const ONLY = /\p{L}{2} (?:only|nur|eyes only|seulement|uniquement|solamente|solo|apenas)$/iu;

/** A line that begins so holds back by itself, whatever follows. */
const HOLDS =
  /^(?:(?:strictly )?embargoed|(?:under|sous|bajo|sotto|sob|unter) embargo|sperrfrist|gesperrt bis|hold for release)(?![\p{L}-])/iu;
const WITHHOLDS =
  /^(?:not for (?:publication|release|broadcast)|nicht zur veröffentlichung|nicht veröffentlichen|(?:à )?ne pas (?:publier|diffuser)|no publicar|não publicar|non pubblicare|(?:please )?do not (?:publish|circulate|distribute|quote)|(?:for )?internal use(?: only)?|(?:for )?(?:your )?eyes only)(?![\p{L}-])/iu;
/** A report about an embargo is no mark. */
const EMBARGO =
  /^(?:strict )?embargo(?![\p{L}-])(?! (?:on|of|against|over|gegen|auf|sur|contre|contra|sobre|su)(?!\p{L}))/iu;
const RELEASE =
  /^(?:press release|news release|media release|pressemitteilung|communiqué)\W{1,5}/iu;

const LONGEST_LINE = 150;
const LONGEST_BESIDE = 80;
const MOST_WORDS = 8;
const LONGEST_MARK = 3;

const folded = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
/** A line without the signs that set it off: `**[DRAFT]**`. */
const bare = (line: string) =>
  line.replace(/^[\s\p{P}\p{S}]{1,20}/u, '').replace(/[\s*_#=~|\])}>]{1,20}$/u, '');

const fault = (as: PassedOver, line: string): Skipped => ({
  as,
  skipped: `a line at its head holds it back (“${shownWords(line.trim())}”)`,
});

/** Words before the day to which something is held. */
const UNTIL =
  /(?:^|\W)(?:until|till|til|to|before|release|bis|vor|jusqu['’]?(?:au|à)?|avant|hasta|antes|até|fino|prima)(?!\p{L})/iu;
const SHORTEST_UNTIL = 2;

/** Whether the day to which a line holds is past; one that names none may hold still. */
function isPast(line: string): boolean {
  const [first, ...others] = timesIn(line, undefined);
  if (!first) return false;
  // A day of another kind, as that of its making, says nothing: “Embargo: Friday, 6 June”, but not “embargoed report of 6 June”.
  const words = first.before.match(/\p{L}{2,}/gu) ?? [];
  return (
    (UNTIL.test(first.before) || words.length <= SHORTEST_UNTIL) &&
    [first, ...others].every(({ times }) =>
      times.every(({ date, published }) => !isHeld(published.includes('T') ? published : date)),
    )
  );
}

/** The mark that a line begins with, and the words after it. */
function markIn(line: string): { as: PassedOver; mark: string; rest: string } | undefined {
  const words = line.split(' ');
  const start = BEFORE.has(words[0]?.toLowerCase() ?? '') ? 1 : 0;
  for (let length = LONGEST_MARK; length > 0; length--) {
    const whole = words.slice(start, start + length).join(' ');
    const mark = /^[\p{L} ]+/u.exec(whole)?.[0].trim() ?? '';
    const as = MARKS.get(mark.toLowerCase());
    if (as) return { as, mark, rest: words.slice(start).join(' ').slice(mark.length) };
  }
  return undefined;
}

/** Whether all words are such as keep the books of a mark: a version, a day, another mark. */
function isBookkeeping(rest: string): boolean {
  return (rest.match(/[\p{L}\p{M}]+|&/gu) ?? []).every((word) => {
    const one = word.toLowerCase();
    return BESIDE.has(one) || MARKS.has(one) || monthNamed(one, undefined) !== undefined;
  });
}

/** Whether what follows a mark leaves it one, and is not a story that begins with the same word. */
function leavesMark(mark: string, rest: string): boolean {
  if (rest.trim() === '') return true;
  const words = folded(rest.replace(/^[\s\p{P}\p{S}]{1,20}/u, ''));
  // In capitals among words that are not.
  if (mark === mark.toUpperCase() && words !== words.toUpperCase()) return true;
  if (rest.length > LONGEST_BESIDE) return false;
  if (PURPOSE.test(`${words} `) || ONLY.test(bare(words)) || isBookkeeping(words)) return true;
  const isSetOff = /^ ?[–—:;|/([\]*]|^ [-·•]/u.test(rest);
  return isSetOff && !(/[.!?]$/u.test(words) && words.split(' ').length > MOST_WORDS);
}

/**
 * Why a text with such a line at its head, or above its pages, was not published: the line is short and begins with a
 * mark. An embargo to a day that is past is no reason.
 */
export function heldByLine(given: string): Skipped | undefined {
  if (given.length > LONGEST_LINE) return undefined;
  const line = bare(folded(given)).replace(RELEASE, '');
  const isEmbargo = HOLDS.test(line) || EMBARGO.test(line);
  if (isEmbargo || WITHHOLDS.test(line))
    return isPast(line) ? heldBehind(line) : fault(isEmbargo ? 'embargoed' : 'withdrawn', given);
  const found = markIn(line);
  return found && leavesMark(found.mark, found.rest) ? fault(found.as, given) : undefined;
}

/** Why one with such words above, below or across its pages was not: there a mark may stand behind other words. */
export function heldByMargin(text: string): Skipped | undefined {
  const held = heldByLine(text) ?? heldBehind(text);
  return held && { as: held.as, skipped: `its pages are marked “${shownWords(text.trim())}”` };
}

const heldBehind = (line: string): Skipped | undefined =>
  line.length > LONGEST_LINE
    ? undefined
    : line
        .split(/[|–—·•;\t]| - /u)
        .slice(1)
        .map(heldByLine)
        .find(Boolean);

/** The lines among which a mark may stand: how many of them have words. */
const MOST_LINES = 3;
/** After a longer line, the next may be the rest of its sentence. */
const WRAPPED = 60;

/** Why a plain text was not published, by the first of its lines. */
export function heldByHead(text: string): Skipped | undefined {
  let count = 0;
  let before = '';
  for (let start = 0; start < text.length && count < MOST_LINES; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).trim();
    start = end < 0 ? text.length : end + 1;
    if (line !== '') {
      count++;
      const held = before.length < WRAPPED ? heldByLine(line) : undefined;
      if (held) return held;
    }
    before = line;
  }
  return undefined;
}

/** As `heldByHead`, of a text that is read already. */
export const heldByBody = ({ children }: Root): Skipped | undefined =>
  heldByHead(
    children
      .slice(0, MOST_LINES)
      .map((one) => toText(one))
      .join('\n\n'),
  );
