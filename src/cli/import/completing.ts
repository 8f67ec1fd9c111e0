import { contentRoot } from '../../content/files/archive-path.ts';
import { shownJson, shownText, shownWords } from '../../domain/problem.ts';
import { articlePath } from '../../domain/url.ts';
import {
  type Completed,
  complete,
  type IncompleteEntry,
  incompleteEntries,
} from '../../import/fetching/completion.ts';
import { openWebFetcher } from '../../import/fetching/web-fetcher.ts';
import { openAuthorityFile } from '../../import/matching/authority-file.ts';
import type { Outcome } from '../../import/outcome.ts';
import { type Disk, openDisk } from '../../import/writing/disk.ts';
import type { Arguments } from './arguments.ts';
import { reportFileFor } from './report.ts';

/** How a report that is kept has it: an entry that was brought up to date, or what failed. */
const outcomeOf = (completed: Completed): Outcome => {
  const { id, path, url } = completed;
  return 'file' in completed
    ? {
        origin: url,
        outcome: 'changed',
        id,
        path,
        diff: `-missing: ${url}\n+file: ${completed.file}\n`,
        taken: true,
        hasText: false,
      }
    : { origin: url, outcome: 'failed', reason: `${id} lacks it still. ${completed.reason}` };
};

/** What was taken over with a file. */
const takenWords = ({ taken = [], of }: { taken?: string[]; of?: string }) =>
  taken.length === 0
    ? ''
    : `; ${taken.join(', ')} as ${of}, which shows the same file, says ${taken.length === 1 ? 'it' : 'them'}`;

function say(completed: Completed, isJson: boolean): void {
  const { id, url } = completed;
  if (isJson) {
    const { path: _, ...said } = completed;
    const outcome = 'file' in completed ? 'fetched' : 'missing';
    console.log(shownJson({ outcome, ...said, article: articlePath(id) }));
  } else if ('file' in completed)
    console.log(
      shownText(
        completed.isJoined
          ? `fetched ${id}: what is at ${shownWords(url)} is there already, as ${completed.file}; the two are one now`
          : `fetched ${id}: ${completed.file} from ${shownWords(url)}${takenWords(completed)}`,
      ),
    );
  else console.error(shownText(`missing ${id}: ${shownWords(url)}: ${completed.reason}`));
}

/**
 * What is said at the end of an import that fetches, of the entries that were there before it.
 *
 * @param ids of these entries
 * @param command that goes through the gaps of the archive
 */
export function lackedHints(
  root: string,
  disk: Disk,
  ids: ReadonlySet<string>,
  command: string,
): string[] {
  const entries = ids.size === 0 ? [] : incompleteEntries(root, { disk });
  const count = entries
    .filter(({ id }) => ids.has(id))
    .reduce((sum, { gaps }) => sum + gaps.filter(({ isWaiting }) => !isWaiting).length, 0);
  if (count === 0) return [];
  const [are, it] = count === 1 ? ['One file is', 'it'] : [`${count} files are`, 'them'];
  return [`${are} still missing from what is in: ${command} asks for ${it} again, and says why.`];
}

const media = (count: number) => (count === 1 ? 'one file' : `${count} files`);

function sayWhatWouldBe(entries: readonly IncompleteEntry[], isJson: boolean): void {
  for (const { id, gaps } of entries)
    for (const { url, reason, isWaiting } of gaps)
      console.log(
        isJson
          ? shownJson({ dryRun: true, outcome: 'missing', id, url, ...(isWaiting && { reason }) })
          : shownText(
              isWaiting
                ? `would not ask for ${id}: ${shownWords(url)}: ${reason}`
                : `would fetch ${id}: ${shownWords(url)}`,
            ),
      );
}

/**
 * Fetches from the web what entries of the archive lack.
 *
 * @returns the exit code: 1 where a file came that could not be filed; what cannot be had is a named gap
 */
export async function completeAll(args: Arguments): Promise<number> {
  const { 'dry-run': isDry, json: isJson = false, 'fetch-local': hosts = [] } = args.values;
  const root = contentRoot();
  const disk = openDisk(root);
  try {
    const entries = incompleteEntries(root, { disk });
    const count = entries.reduce((sum, { gaps }) => sum + gaps.length, 0);
    if (isDry) sayWhatWouldBe(entries, isJson);
    if (isDry || count === 0) {
      if (isJson) console.log(shownJson({ summary: { fetched: 0, missing: count } }));
      else if (count === 0) console.log('No entry lacks a file whose address on the web it has.');
      return 0;
    }
    const archive = { root, disk, authorityFile: openAuthorityFile(root) };
    const reportFile = reportFileFor(args);
    let fetched = 0;
    let unfiled = 0;
    try {
      for await (const completed of complete(entries, openWebFetcher(hosts), archive)) {
        if ('file' in completed) fetched++;
        else if (completed.isUnfiled) unfiled++;
        say(completed, isJson);
        reportFile?.item(completed.id, outcomeOf(completed));
      }
    } finally {
      reportFile?.close();
    }
    const missing = count - fetched;
    if (isJson) console.log(shownJson({ summary: { fetched, missing } }));
    else
      console.log(
        `\nFetched ${media(fetched)}.${missing === 0 ? '' : ` ${missing === 1 ? 'One is' : `${missing} are`} still missing, and ${missing === 1 ? 'stands' : 'stand'} in ${missing === 1 ? 'its entry' : 'their entries'} as such; the reasons are above.`}`,
      );
    return unfiled > 0 ? 1 : 0;
  } finally {
    disk.close();
  }
}
