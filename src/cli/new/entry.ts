import { log } from '@clack/prompts';
import { shownPath } from '../../content/files/archive-path.ts';
import { shownText } from '../../domain/problem.ts';
import { articlePath } from '../../domain/url.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { waitingEntry } from '../../import/adding/waiting-entry.ts';
import { importer } from '../../import/importer.ts';
import { openAuthorityFile } from '../../import/matching/authority-file.ts';
import { openFiledEntries } from '../../import/matching/filed-entries.ts';
import { FiledMedia } from '../../import/media/filed-media.ts';
import type { Outcome } from '../../import/outcome.ts';
import { asks, leavesAll, Stopped } from '../../import/review/ask.ts';
import type { ReviewedArchive } from '../../import/review/opened-entry.ts';
import { reviewEntry } from '../../import/review/review.ts';
import { isEmpty } from '../../import/suggestions/suggestion.ts';
import { type Disk, openDisk } from '../../import/writing/disk.ts';
import { type Written, writtenItem } from '../../import/written.ts';
import { today } from '../today.ts';
import { correctedAnswers } from './article/answers.ts';
import { addToEntry } from './filing.ts';
import type { NewMedium } from './medium.ts';
import { canBeCorrected } from './refusals.ts';
import { canAsk } from './terminal.ts';

/** The exit code of a command that was stopped at a question. */
const STOPPED = 130;

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

/** Files an article; on a terminal, where it is refused, an answer may be corrected. */
async function filedAs(
  written: Written,
  { root, disk, authorityFile, filedMedia }: ReviewedArchive,
): Promise<Filed> {
  const archivist = canAsk() ? asks(() => undefined) : leavesAll(false);
  for (let one = written; ; ) {
    try {
      const archive = { authorityFile, filedEntries: openFiledEntries(root), filedMedia, disk };
      return filed(await importer(archive, { today: today() }, archivist)(await writtenItem(one)));
    } catch (error) {
      if (!canAsk() || !canBeCorrected(error)) throw error;
      one = await correctedAnswers(one, error);
    }
  }
}

/** Writes a new entry and its medium, whole or not at all: nobody is there to say what is done with a half. */
async function writeWhole(
  written: Written,
  medium: NewMedium | undefined,
  archive: ReviewedArchive,
): Promise<number> {
  const disk = medium ? waitingEntry(archive.disk) : archive.disk;
  const outcome = await filedAs(written, { ...archive, disk });
  const lines = medium ? await addToEntry(medium, outcome, { ...archive, disk }) : [];
  const isReviewed = outcome.outcome === 'imported' && isEmpty(outcome.entry.suggested);
  console.log(shownText([said(outcome, isReviewed), ...lines].join('\n')));
  return 0;
}

/** Writes a new entry, goes through its suggestions, and files its medium, each before the next is asked. */
async function writeByAsking(
  written: Written,
  medium: NewMedium | undefined,
  archive: ReviewedArchive,
): Promise<number> {
  const outcome = await filedAs(written, archive);
  const { path, id } = outcome;
  let isReviewed = true;
  try {
    isReviewed = isEmpty(
      (
        await reviewEntry(
          path,
          archive,
          asks(() => undefined),
        )
      ).left,
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    console.log(said(outcome, false));
    return STOPPED;
  }
  console.log(said(outcome, isReviewed));
  if (!medium) return 0;
  try {
    console.log(shownText((await addToEntry(medium, outcome, archive)).join('\n')));
    return 0;
  } catch (error) {
    log.warn(
      `The entry is there without the file. To add it: npm run new -- --entry ${id} --media FILE`,
    );
    throw error;
  }
}

/** Writes a new entry, and its medium where there is one. @throws Refusal or ImportFault where that is not written */
export async function writeEntry(
  root: string,
  written: Written,
  medium: NewMedium | undefined,
): Promise<number> {
  const disk: Disk = openDisk(root);
  try {
    const archive = {
      ...{ root, disk },
      authorityFile: openAuthorityFile(root),
      filedMedia: new FiledMedia(root),
    };
    return await (canAsk() ? writeByAsking : writeWhole)(written, medium, archive);
  } catch (error) {
    if (error instanceof Stopped) return STOPPED;
    throw error;
  } finally {
    disk.close();
  }
}

/** Adds a medium to an entry that is there. */
export async function addMedium(
  root: string,
  entry: Parameters<typeof addToEntry>[1],
  medium: NewMedium,
): Promise<number> {
  const disk = openDisk(root);
  try {
    const archive = { root, disk, authorityFile: openAuthorityFile(root) };
    console.log(shownText((await addToEntry(medium, entry, archive)).join('\n')));
    return 0;
  } finally {
    disk.close();
  }
}
