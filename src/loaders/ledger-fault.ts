import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Problem } from '../archive/problem.ts';
import type { SilentChange } from '../archive/publication.ts';
import { articlePath } from '../archive/url.ts';
import { problemAt, problemWith, shownPath } from './content.ts';
import type { HeldArticle, Silence } from './ledger.ts';
import type { LedgerLine } from './ledger-files.ts';

const TODAY = () => new Date().toISOString().slice(0, 10);
const NOTE = 'Say what changed, and why.';
const UNKNOWN = 'What it said: take it from your version history, or from a bag.';

/** Lines of frontmatter, ready to be put into a file. */
const lines = (fields: Record<string, unknown>) =>
  `\n${stringify(fields, { lineWidth: 0 }).trimEnd()}`;

/** The lines that correct something; the note is the archivist's to write. */
const correcting = (fields: Record<string, unknown>) =>
  lines({ corrections: [{ date: TODAY(), note: NOTE, ...fields }] });

const NAMED: Record<string, string> = { title: 'headline', date: 'date', text: 'text' };
const nameOf = (what: string) =>
  NAMED[what] ?? `${what.startsWith('f-') ? 'figure' : 'paragraph'} ${what}`;

/** Where in its file an article has some words, as well as that can be told. */
function placed(path: string, words: string, key: RegExp | undefined): Problem {
  const text = readFileSync(path, 'utf8');
  const at = key === undefined ? text.indexOf(words.slice(0, 24)) : text.search(key);
  return problemAt(path, text, Math.max(0, at), words, '');
}

/** What a paragraph, headline or figure said and says. */
export interface Wording {
  /** Nothing where no version of the file has it any more. */
  was: string | undefined;
  /** Empty where it is gone. */
  is: string;
}

/** A problem for each change that an article makes in silence. */
export function changeFaults(
  { path }: HeldArticle,
  { sealed, changes }: Silence,
  wordings: ReadonlyMap<SilentChange, Wording>,
): Problem[] {
  return changes.map((change) => {
    const { what, how } = change;
    const { was, is = '' } = wordings.get(change) ?? {};
    const place = placed(path, is, keyOf(what));
    const said = was === undefined ? '' : `It said: “${was}”. `;
    const rules = {
      changed: `The ${nameOf(what)} was published on ${sealed.date}, and changes only with a correction that says what it said.`,
      removed: `The ${nameOf(what)} was published on ${sealed.date}, and goes only with a correction that says what it said.`,
      moved: `The ${nameOf(what)} was published on ${sealed.date} in another place of the text; a correction says that it was moved.`,
      added: `The text was published on ${sealed.date} without the ${nameOf(what)}; a correction says that it was added.`,
      dropped: `A correction stays: the ledger knows one of the ${nameOf(what)}.`,
    };
    const lead = {
      changed: `${said}Put it back, or add to the frontmatter:`,
      removed: `${said}Put it back, or add to the frontmatter:`,
      moved: 'Put it back in its place, or add to the frontmatter:',
      added: 'Take it out, or add to the frontmatter:',
      dropped: `${said}Put the correction back into the frontmatter:`,
    };
    const fields = how === 'added' ? { added: what } : { was: what, text: was ?? UNKNOWN };
    return { ...place, rule: rules[how], fix: `${lead[how]}${correcting(fields)}` };
  });
}

/** Finds the field that holds a headline, date or figure; a paragraph is found by its words. */
const keyOf = (what: string): RegExp | undefined =>
  what === 'title' || what === 'date'
    ? new RegExp(`^${what}:`, 'm')
    : what.startsWith('f-')
      ? new RegExp(`(?<=^[ -]{0,20})id: *["']?${what.slice(2)}["']?$`, 'm')
      : undefined;

/** The problem of a path that is gone; `heir` is the article that most likely is the one that was there. */
export function lossFault(
  { file, line, path, date }: LedgerLine,
  heir: HeldArticle | undefined,
): Problem {
  const [, kind = '', id = ''] = path.split('/');
  const isArticle = /^\d{4}$/.test(kind);
  const again = { date: TODAY(), reason: 'Say why the text may no longer be shown.' };
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
  const again = { date: TODAY(), reason: 'Say why the text may no longer be shown.' };
  const fix = `Take “draft” out. If its text may no longer be shown, add:${lines({ withdrawn: again })}`;
  return { ...placed(path, 'draft: true', /^draft:/m), rule, fix };
}
