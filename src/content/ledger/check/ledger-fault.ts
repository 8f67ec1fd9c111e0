import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { likeness } from '../../../domain/article/likeness.ts';
import { because, type Fault } from '../../../domain/fault.ts';
import type { FaultCode } from '../../../domain/fault-code.ts';
import { MEDIA_ID } from '../../../domain/media/media-id.ts';
import { PLACEHOLDER } from '../../../domain/placeholder.ts';
import type { Problem } from '../../../domain/problem.ts';
import { articlePath } from '../../../domain/url.ts';
import { nameOf } from '../../../messages/correction.ts';
import { shownPath } from '../../files/archive-path.ts';
import { problemAt, problemWith } from '../../files/problem-place.ts';
import type { LedgerArticle, Silence } from '../ledger.ts';
import type { LedgerLine } from '../ledger-files.ts';
import type { Difference } from '../statements/field.ts';

/** The least likeness of a line of a file, with its markup, to the paragraph that is written there. */
const ALIKE = 0.3;

const TODAY = () => new Date().toISOString().slice(0, 10);

/** Fields as YAML, after a line break. */
const lines = (fields: object) => `\n${stringify(fields, { lineWidth: 0 }).trimEnd()}`;

/** The YAML of a correction, with a placeholder for the note. @param isItem leaves out the key `corrections` */
function correcting(fields: object, isItem: boolean): string {
  const block = lines({ corrections: [{ date: TODAY(), note: PLACEHOLDER.note, ...fields }] });
  return isItem ? block.replace('\ncorrections:', '') : block;
}

/** A pattern that finds a field or figure in its file; undefined for a part of the text, which is found by its words. */
const keyOf = (field: string): RegExp | undefined =>
  /^[po]-/.test(field)
    ? undefined
    : field.startsWith('f-')
      ? new RegExp(`(?<=^ *-? *)id: *["']?${field.slice(2)}["']?$`, 'm')
      : field.startsWith('m-')
        ? /^media:/m
        : new RegExp(`^${field.split('.')[0]}:`, 'm');

/** The index of a paragraph in the text of its file, where markup may stand between the words; -1 where it is not found. */
function paragraphAt(file: string, words: string): number {
  const from = Math.max(0, /^---\r?\n/.test(file) ? file.indexOf('\n---', 3) : 0);
  if (words === '') return -1;
  const exact = file.indexOf(words.slice(0, 24), from);
  if (exact >= 0) return exact;
  const lines = [...file.slice(from).matchAll(/^.*\S.*$/gm)].map(({ 0: line, index }) => ({
    at: from + index + line.search(/\S/),
    share: likeness(line, words),
  }));
  const best = Math.max(0, ...lines.map(({ share }) => share));
  return best < ALIKE ? -1 : (lines.find(({ share }) => share === best)?.at ?? -1);
}

/** A fault at the place of some words, or of what the key finds; at the start of the file where neither is found. */
function placed(path: string, words: string, key: RegExp | undefined, fault: Fault): Problem {
  const text = readFileSync(path, 'utf8');
  const at = key === undefined ? paragraphAt(text, words) : text.search(key);
  return problemAt(path, text, Math.max(0, at), words, fault);
}

/** The old and present words of a field or part. */
export interface Wording {
  /** Undefined where no known version of the file has them. */
  was: string | undefined;
  /** Empty where it is gone. */
  is: string;
}

type How = Difference['how'];

const CODES: Record<How, FaultCode> = {
  changed: 'published/changed',
  removed: 'published/removed',
  moved: 'published/moved',
  added: 'published/added',
  dropped: 'correction/dropped',
  untrue: 'correction/untrue',
  merged: 'published/merged',
  erased: 'published/erased',
};

function ruleOf(how: How, name: string, day: string): string {
  const rules: Record<How, string> = {
    changed: `The ${name} was published on ${day}, and changes only with a correction that says what it said.`,
    removed: `The ${name} was published on ${day}, and goes only with a correction that says what it said.`,
    moved: `The ${name} was published on ${day} in another place of the text; a correction says that it was moved.`,
    added: `The text was published on ${day} without the ${name}; a correction says that it was added.`,
    dropped: `A correction stays as it was published: the ledger knows one of the ${name}.`,
    untrue: `A correction says what was published and no other thing: what this one says of the ${name} was not sealed on ${day}.`,
    merged: `A record that becomes part of another is found there by its name, published on ${day}; or a correction says why not.`,
    erased: `Words are withheld that are a name or the like, and never a sentence or most of a paragraph: the ${name} was published on ${day}.`,
  };
  return rules[how];
}

function leadOf(how: How, said: string, to: string): string {
  const back = `${said}Put it back, or add ${to}:`;
  const leads: Record<How, string> = {
    changed: back,
    removed: back,
    moved: `Put it back in its place, or add ${to}:`,
    added: `Take it out, or add ${to}:`,
    dropped: `${said}Put the correction back, ${to}:`,
    untrue: `${said}Write what was published, or take the correction out:`,
    merged: `${said}Put the name among its aliases, or add ${to}:`,
    erased:
      'Withhold the name alone. What is wrong in a text is corrected; a text that may not be shown is withdrawn.',
  };
  return leads[how];
}

/** Tells in words where a correction goes, and whether `corrections:` is left out of its lines. */
function listIn(path: string, count: number): { to: string; isItem: boolean } {
  const file = path.endsWith('.yaml') ? 'the file' : 'the frontmatter';
  if (/^corrections:/m.test(readFileSync(path, 'utf8')))
    return { to: `to ${file}, under the “corrections:” that is there`, isItem: true };
  return count > 1
    ? { to: `to ${file}, under one “corrections:” for all of this file`, isItem: true }
    : { to: `to ${file}`, isItem: false };
}

/** True where a part of the text kept its words, and only its markup or characters changed. */
const isOfForm = ({ field, how, now = [] }: Difference, { was, is }: Wording): boolean =>
  how === 'changed' && now.includes(field) && (is === '' || (was ?? is) === is);

/**
 * The medium that stands in the place of one that is gone; undefined where that cannot be told, as of several at once.
 * Of the new one the entry may still say what was said of the old.
 */
function successorOf({ field, how }: Difference, changes: readonly Difference[]) {
  const media = (wanted: Difference['how']) =>
    changes.filter((one) => one.how === wanted && MEDIA_ID.test(one.field));
  const [added, ...others] = media('added');
  const isOne = others.length === 0 && media('removed').length === 1;
  return how === 'removed' && MEDIA_ID.test(field) && isOne ? added?.field : undefined;
}

/** What to look at besides, where a medium was swapped. */
const OF_NEW =
  'Say in altText and caption what the new one shows: they may still be those of the old file. ';

/**
 * A problem for each change of an article or record that needs a correction and has none.
 *
 * @param all its changes, with those that need none
 */
export function changeFaults(
  path: string,
  { sealed, changes }: Silence,
  wordings: ReadonlyMap<Difference, Wording>,
  all: readonly Difference[] = changes,
): Problem[] {
  const proposed = changes.filter(({ how }) => how !== 'erased').length;
  const { to, isItem } = listIn(path, proposed);
  return changes.map((change) => {
    const { field, how } = change;
    const wording = wordings.get(change) ?? { was: undefined, is: '' };
    const { was, is } = wording;
    const at = (fault: Fault) =>
      placed(path, is, how === 'untrue' ? /^corrections:/m : keyOf(field), fault);
    if (isOfForm(change, wording)) {
      const rule = `The ${nameOf(field)} was published on ${sealed.date}, and its words are the same; its markup (what is bold or italic), its links or its characters are others, and change only with a correction.`;
      const fix = `Put the markup, links or characters back, or add ${to}:`;
      const text = is || (was ?? PLACEHOLDER.former);
      return at(because('published/markup', rule, fix + correcting({ was: field, text }, isItem)));
    }
    const said = was === undefined ? '' : `It said: “${was}”. `;
    const successor = successorOf(change, all);
    const fields =
      how === 'added'
        ? { added: field }
        : { was: field, text: was ?? PLACEHOLDER.former, ...(successor && { added: successor }) };
    const fix =
      leadOf(how, successor ? OF_NEW + said : said, to) +
      (how === 'erased' ? '' : correcting(fields, isItem));
    return at(because(CODES[how], ruleOf(how, nameOf(field), sealed.date), fix));
  });
}

/** The problem of a record that was removed because its name is withheld, while the list of changes does not say so. */
function withheldRecordFault({ file, line, date }: LedgerLine): Problem {
  // Its path may hold the very name.
  const rule = `A record that was published, the one of this line on ${date}, goes in public: that it was taken out, since an article withholds its name, stands in the list of changes.`;
  const fix =
    'Run npm run seal, which enters it with the day; or take its file back from your version history.';
  return { ...problemWith(file, '', because('published/unlisted', rule, fix)), line };
}

/** The problem of changes that need no correction, but are not in the list of changes yet. */
export function unlistedFault(path: string, { changes, sealed }: Silence): Problem {
  const field = changes[0]?.field ?? '';
  if (field === 'record') return withheldRecordFault(sealed);
  const named = [...new Set(changes.map((one) => nameOf(one.field)))].join(', ');
  const rule = `What was published on ${sealed.date} changes in public: these changes need no correction, and stand in the list of changes (${named}).`;
  const fix = 'Run npm run seal, which enters them with the day; or put back what was there.';
  return placed(path, named, keyOf(field), because('published/unlisted', rule, fix));
}

/** The problem of a published path that is gone. @param successor the article that was probably there, if any */
export function lossFault(
  { file, line, path, date }: LedgerLine,
  successor: LedgerArticle | undefined,
): Problem {
  const [, kind = '', id = ''] = path.split('/');
  const isArticle = /^\d{4}$/.test(kind);
  const again = { date: TODAY(), reason: PLACEHOLDER.withdrawn };
  const fix = successor
    ? `${shownPath(successor.path)} has its text. Add there:${lines({ formerly: [path] })}`
    : isArticle
      ? `Put articles${path.slice(0, -1)}.mdx back. If it lies elsewhere now, add there:${lines({ formerly: [path] })}\nIf its text may no longer be shown, put the file back with:${lines({ withdrawn: again })}`
      : `Put ${kind}/${id}.yaml back. If the record has another id now, or became part of another, add there:${lines({ formerly: [id] })}`;
  const rule = `A path that was published, here on ${date}, is there for good.`;
  return { ...problemWith(file, path, because('published/path', rule, fix)), line };
}

/** The problem of a published article that is made a draft. */
export function draftFault({ id, path }: LedgerArticle, { date }: LedgerLine): Problem {
  const rule = `A published article is no draft: ${articlePath(id)} was published on ${date}.`;
  const again = { date: TODAY(), reason: PLACEHOLDER.withdrawn };
  const fix = `Take “draft” out. If its text may no longer be shown, add:${lines({ withdrawn: again })}`;
  return placed(path, 'draft: true', /^draft:/m, because('published/draft', rule, fix));
}
