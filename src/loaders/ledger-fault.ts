import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { PLACEHOLDER } from '../archive/placeholder.ts';
import type { Problem } from '../archive/problem.ts';
import { articlePath } from '../archive/url.ts';
import { problemAt, problemWith, shownPath } from './content.ts';
import type { Difference } from './ledger/difference.ts';
import type { HeldArticle, Silence } from './ledger.ts';
import type { LedgerLine } from './ledger-files.ts';

const TODAY = () => new Date().toISOString().slice(0, 10);

/** Lines of frontmatter, ready to be put into a file. */
const lines = (fields: Record<string, unknown>) =>
  `\n${stringify(fields, { lineWidth: 0 }).trimEnd()}`;

/** The lines that correct something; the note is the archivist's to write. */
const correcting = (fields: Record<string, unknown>) =>
  lines({ corrections: [{ date: TODAY(), note: PLACEHOLDER.note, ...fields }] });

const NAMED: ReadonlyMap<string, string> = new Map([
  ['title', 'headline'],
  ['layout', 'order in which paragraphs, lists and quotations stand'],
]);

/** What a field is called in a sentence. */
function nameOf(field: string): string {
  if (field.startsWith('f-')) return `figure ${field}`;
  if (field.startsWith('p-')) return `paragraph ${field}`;
  if (field.startsWith('o-')) return `part ${field} of the text`;
  return NAMED.get(field) ?? field;
}

/** Finds the field that holds something; a paragraph is found by its words. */
const keyOf = (field: string): RegExp | undefined =>
  /^[po]-/.test(field)
    ? undefined
    : field.startsWith('f-')
      ? new RegExp(`(?<=^ *-? *)id: *["']?${field.slice(2)}["']?$`, 'm')
      : new RegExp(`^${field.split('.')[0]}:`, 'm');

/** Where in its file something has some words, as well as that can be told. */
function placed(path: string, words: string, key: RegExp | undefined): Problem {
  const text = readFileSync(path, 'utf8');
  const at = key === undefined ? text.indexOf(words.slice(0, 24)) : text.search(key);
  return problemAt(path, text, Math.max(0, at), words, '');
}

/** What a field said and says. */
export interface Wording {
  /** Nothing where no version of the file has it any more. */
  was: string | undefined;
  /** Empty where it is gone. */
  is: string;
}

type How = Difference['how'];

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

function leadOf(how: How, said: string): string {
  const back = `${said}Put it back, or add to the frontmatter:`;
  const leads: Record<How, string> = {
    changed: back,
    removed: back,
    moved: 'Put it back in its place, or add to the frontmatter:',
    added: 'Take it out, or add to the frontmatter:',
    dropped: `${said}Put the correction back into the frontmatter:`,
    untrue: `${said}Write what was published, or take the correction out:`,
    merged: `${said}Put the name among its aliases, or add:`,
    erased:
      'Withhold the name alone. What is wrong in a text is corrected; a text that may not be shown is withdrawn.',
  };
  return leads[how];
}

/** A problem for each change that an article or record makes in silence. */
export function changeFaults(
  path: string,
  { sealed, changes }: Silence,
  wordings: ReadonlyMap<Difference, Wording>,
): Problem[] {
  return changes.map((change) => {
    const { field, how } = change;
    const { was, is = '' } = wordings.get(change) ?? {};
    const place = placed(path, is, how === 'untrue' ? /^corrections:/m : keyOf(field));
    const said = was === undefined ? '' : `It said: “${was}”. `;
    const fields =
      how === 'added' ? { added: field } : { was: field, text: was ?? PLACEHOLDER.former };
    const fix = leadOf(how, said) + (how === 'erased' ? '' : correcting(fields));
    return { ...place, rule: ruleOf(how, nameOf(field), sealed.date), fix };
  });
}

/** The problem of what was changed, and is not in the list of changes yet. */
export function unlistedFault(path: string, { changes, sealed }: Silence): Problem {
  const field = changes[0]?.field ?? '';
  const named = [...new Set(changes.map((one) => nameOf(one.field)))].join(', ');
  const rule = `What was published on ${sealed.date} changes in public: these changes need no correction, and stand in the list of changes (${named}).`;
  const fix = 'Run npm run seal, which enters them with the day; or put back what was there.';
  return { ...placed(path, named, keyOf(field)), rule, fix };
}

/** The problem of a path that is gone; `heir` is the article that most likely is the one that was there. */
export function lossFault(
  { file, line, path, date }: LedgerLine,
  heir: HeldArticle | undefined,
): Problem {
  const [, kind = '', id = ''] = path.split('/');
  const isArticle = /^\d{4}$/.test(kind);
  const again = { date: TODAY(), reason: PLACEHOLDER.withdrawn };
  const fix = heir
    ? `${shownPath(heir.path)} has its text. Add there:${lines({ formerly: [path] })}`
    : isArticle
      ? `Put articles${path.slice(0, -1)}.mdx back. If it lies elsewhere now, add there:${lines({ formerly: [path] })}\nIf its text may no longer be shown, put the file back with:${lines({ withdrawn: again })}`
      : `Put ${kind}/${id}.yaml back. If the record has another id now, or became part of another, add there:${lines({ formerly: [id] })}`;
  const rule = `A path that was published, here on ${date}, is there for good.`;
  return { ...problemWith(file, path, ''), line, rule, fix };
}

/** The problem of a published article that is made a draft. */
export function draftFault({ id, path }: HeldArticle, { date }: LedgerLine): Problem {
  const rule = `A published article is no draft: ${articlePath(id)} was published on ${date}.`;
  const again = { date: TODAY(), reason: PLACEHOLDER.withdrawn };
  const fix = `Take “draft” out. If its text may no longer be shown, add:${lines({ withdrawn: again })}`;
  return { ...placed(path, 'draft: true', /^draft:/m), rule, fix };
}
