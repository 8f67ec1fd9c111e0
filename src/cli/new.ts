import { existsSync, mkdirSync } from 'node:fs';
import { log } from '@clack/prompts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { shownText } from '../domain/problem.ts';
import { articlePath } from '../domain/url.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { importer } from '../import/importer.ts';
import { openAuthorityFile } from '../import/matching/authority-file.ts';
import { openFiledEntries } from '../import/matching/filed-entries.ts';
import { FiledMedia } from '../import/media/filed-media.ts';
import type { Outcome } from '../import/outcome.ts';
import { asks, leavesAll, Stopped } from '../import/review/ask.ts';
import { reviewEntry } from '../import/review/review.ts';
import { ImportFault } from '../import/source-document.ts';
import { isEmpty } from '../import/suggestions/suggestion.ts';
import { openDisk } from '../import/writing/disk.ts';
import { type Written, writtenItem } from '../import/written.ts';
import { withLock } from '../lock/lock.ts';
import { readArguments } from './arguments.ts';
import { addToEntry, entryOf, type NewMedium, newMedium } from './new/medium.ts';
import { canBeCorrected, entryAsked, fileAsked } from './new/medium-answers.ts';
import { MEDIUM_HELP, MEDIUM_OPTIONS } from './new/medium-options.ts';
import { answersFor, correctedAnswers } from './new-answers.ts';
import { refuseSettings } from './refuse-settings.ts';
import { today } from './today.ts';

/** The exit code of a command that was stopped at a question. */
const STOPPED = 130;

const HELP = `npm run new                 asks for headline, date and text, and writes an entry that builds
npm run new -- --title TEXT --date YYYY-MM-DD --text FILE

  --title TEXT       the headline; left out where the source has none
  --date YYYY-MM-DD  the day of the report
  --text FILE        a plain text with a blank line between paragraphs; - for standard input
  --kind KIND        verbatim, the source’s words (which is taken for granted), account, the archive’s own, or
                     none: the archive holds the record of the article alone, and --text is left out
  --publisher NAME   who published the report
  --url ADDRESS      where it was published
  --article-lang TAG its language (en, pt-BR), where that is not the language of the archive

${MEDIUM_HELP}`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  title: TEXT,
  date: TEXT,
  text: TEXT,
  kind: TEXT,
  publisher: TEXT,
  url: TEXT,
  'article-lang': TEXT,
} as const;
const ALL_OPTIONS = { ...OPTIONS, ...MEDIUM_OPTIONS } as const;

const read = () => readArguments({ options: ALL_OPTIONS }, HELP).values;

const canAsk = () => process.stdin.isTTY && process.stdout.isTTY;

type Filed = Extract<Outcome, { outcome: 'imported' } | { outcome: 'changed' }>;

/** The entry that was written. @throws Refusal where none was */
function filed(outcome: Outcome): Filed {
  if (outcome.outcome === 'failed') throw new Refusal(outcome.reason);
  if (outcome.outcome === 'imported' || (outcome.outcome === 'changed' && outcome.taken))
    return outcome;
  const id = 'id' in outcome ? outcome.id : '';
  throw new Refusal(
    `Nothing was written: nearly the same text is in as ${id}, or one from the same address. Edit that entry.`,
  );
}

/** The message about an entry. @param isReviewed true where no suggestions of its text are left */
function said(outcome: Filed, isReviewed: boolean): string {
  const { id, path } = outcome;
  const like = outcome.outcome === 'imported' ? outcome.like : undefined;
  return [
    `${outcome.outcome === 'imported' ? 'Written' : 'Brought up to date'}: ${shownPath(path)}`,
    ...(like ? [`It says much that ${like} says too.`] : []),
    ...(isReviewed
      ? []
      : [
          'Names or figures seem to be in its text. To go through them: npm run import -- --review',
        ]),
    `To see it as you edit: npm run dev, then http://localhost:4321${articlePath(id)}`,
  ].join('\n');
}

/** Adds a medium to an entry that is there. */
async function addMedium(root: string, name: string, medium: NewMedium): Promise<number> {
  const disk = openDisk(root);
  try {
    const archive = { root, disk, authorityFile: openAuthorityFile(root) };
    await addToEntry(medium, entryOf(root, name), archive);
    return 0;
  } finally {
    disk.close();
  }
}

/** Writes a new entry, and its medium where there is one. @throws Refusal or ImportFault where the entry is not written */
async function writeEntry(
  root: string,
  written: Written,
  medium: NewMedium | undefined,
): Promise<number> {
  const disk = openDisk(root);
  try {
    const authorityFile = openAuthorityFile(root);
    const archivist = canAsk() ? asks(() => undefined) : leavesAll(false);
    const filedMedia = new FiledMedia(root);
    const outcome = await filedAs(written, async (one) => {
      const archive = { authorityFile, filedEntries: openFiledEntries(root), filedMedia, disk };
      return importer(archive, { today: today() }, archivist)(await writtenItem(one));
    });
    const { id, path } = outcome;
    let isReviewed = true;
    try {
      const reviewing = { root, authorityFile, filedMedia, disk };
      isReviewed = isEmpty((await reviewEntry(path, reviewing, archivist)).left);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      console.log(said(outcome, false));
      return STOPPED;
    }
    console.log(said(outcome, isReviewed));
    if (medium) await addToEntry(medium, { id, path }, { root, disk, authorityFile });
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return STOPPED;
    throw error;
  } finally {
    disk.close();
  }
}

/** Writes an article; on a terminal, where it is refused, an answer may be corrected. */
async function filedAs(
  written: Written,
  write: (written: Written) => Promise<Outcome>,
): Promise<Filed> {
  for (let one = written; ; ) {
    try {
      return filed(await write(one));
    } catch (error) {
      if (!canAsk() || !canBeCorrected(error)) throw error;
      one = await correctedAnswers(one, error);
    }
  }
}

/** The file of a medium for a new entry, which is asked until it can be filed; nothing where there is none. */
async function mediumAsked(root: string): Promise<NewMedium | undefined> {
  for (let name = ''; ; ) {
    name = await fileAsked(name);
    try {
      return await newMedium({ media: name || undefined }, root);
    } catch (error) {
      if (!canBeCorrected(error)) throw error;
      log.error(shownText(error.message));
    }
  }
}

/** Why an entry cannot be found; nothing where it can. */
function entryObjection(root: string, name: string): string | undefined {
  try {
    entryOf(root, name);
    return undefined;
  } catch (error) {
    if (error instanceof ImportFault) return shownText(error.message);
    throw error;
  }
}

await command(async () => {
  const values = read();
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  refuseSettings('written');
  const other = Object.keys(OPTIONS).find((name) => Object.hasOwn(values, name));
  const root = contentRoot();
  let medium = await newMedium(values, root);
  const isOpen = canAsk() && medium && other === undefined && values.entry === undefined;
  const entry = isOpen
    ? (await entryAsked((name) => entryObjection(root, name))) || undefined
    : values.entry;
  if (entry !== undefined && other !== undefined)
    throw new Refusal(`--${other} is of a new entry, and --entry names one that is there.`);
  const written = entry === undefined ? await answersFor(values, today()) : undefined;
  if (written && canAsk() && !medium) medium = await mediumAsked(root);
  // The lock is made in the archive's folder, so it must exist.
  if (!existsSync(root)) mkdirSync(root, { recursive: true });
  return withLock([root], 'npm run new', async () => {
    try {
      if (written) return await writeEntry(root, written, medium);
      return medium && entry !== undefined ? await addMedium(root, entry, medium) : 0;
    } catch (error) {
      if (error instanceof ImportFault) throw new Refusal(shownText(error.message));
      throw error;
    }
  });
});
