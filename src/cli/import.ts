import { existsSync, mkdirSync } from 'node:fs';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { openWebMedia } from '../import/fetching/web-medium.ts';
import { type Archivist, importer } from '../import/importer.ts';
import { inputsOf, keepStream } from '../import/input.ts';
import { itemsOf } from '../import/item.ts';
import { openAuthorityFile } from '../import/matching/authority-file.ts';
import { openFiledEntries } from '../import/matching/filed-entries.ts';
import { FiledMedia } from '../import/media/filed-media.ts';
import { OtherFiles } from '../import/other-files.ts';
import type { Outcome } from '../import/outcome.ts';
import { openReader } from '../import/reader/reader.ts';
import { plainReport } from '../import/report/plain.ts';
import { count, emptySummary, type Report } from '../import/report/report.ts';
import { acceptsAll, asks, comparesAll, leavesAll, Stopped } from '../import/review/ask.ts';
import { reviewEntry } from '../import/review/review.ts';
import type { Reviewer } from '../import/review/reviewer.ts';
import { asLanguage, asLine, ImportFault } from '../import/source-document.ts';
import { isEmpty } from '../import/suggestions/suggestion.ts';
import { openDisk } from '../import/writing/disk.ts';
import { openDryDisk } from '../import/writing/dry-disk.ts';
import { withLock } from '../lock/lock.ts';
import { type Arguments, HELP, readArguments } from './import/arguments.ts';
import { completeAll, lackedHints } from './import/completing.ts';
import { modeOf, reportFileFor, reportFor } from './import/report.ts';
import { reviewAll, STOPPED } from './import/reviewing.ts';
import { refuseSettings } from './site/refuse-settings.ts';
import { today } from './today.ts';

function archivistFor({ values, paths }: Arguments, report: Report): Archivist & Reviewer {
  const takes = values.update ?? false;
  if (values.check) return comparesAll();
  if (values.accept) return acceptsAll(takes);
  const canAsk =
    process.stdin.isTTY &&
    process.stdout.isTTY &&
    !paths.includes('-') &&
    !values.json &&
    !values['dry-run'];
  return canAsk ? asks(report.pause) : leavesAll(takes);
}

const openDiskFor = (root: string, args: Arguments) =>
  modeOf(args) === 'import' ? openDisk(root) : openDryDisk(root);

const atRoot = (root: string, command: string) =>
  process.env['ARCHIVE_CONTENT'] ? `ARCHIVE_CONTENT=${shownPath(root)} ${command}` : command;

const isFiled = (outcome: Outcome) =>
  outcome.outcome === 'imported' || (outcome.outcome === 'changed' && outcome.taken);

async function importAll(args: Arguments): Promise<number> {
  const { values, paths } = args;
  const root = contentRoot();
  const report = reportFor(args);
  const isDry = modeOf(args) !== 'import';
  const reportFile = reportFileFor(args);
  const disk = openDiskFor(root, args);
  const reader = openReader();
  const summary = emptySummary();
  /** The entries that were in before, of which one may lack files still. */
  const there = new Set<string>();
  const hints: string[] = [];
  let isStopped = false;
  let close: (() => void) | undefined;
  try {
    const given = {
      title: asLine(values.title, 300),
      date: values.date,
      publisher: asLine(values.publisher, 200),
      lang: asLanguage(values.lang),
      today: today(),
    };
    const authorityFile = openAuthorityFile(root);
    const archivist = archivistFor(args, report);
    const filedMedia = new FiledMedia(root);
    const web = values.fetch && !isDry ? openWebMedia(values['fetch-local']) : undefined;
    const run = importer(
      {
        authorityFile,
        filedEntries: openFiledEntries(root),
        filedMedia,
        disk,
        fetch: web?.fetch,
      },
      given,
      archivist,
    );
    const standardInput = paths.includes('-')
      ? await keepStream('standard input', process.stdin)
      : undefined;
    close = standardInput?.close;
    const terms = {
      encoding: values.encoding,
      keepsCaptures: values['keep-captures'],
      uploads: values.uploads,
    };
    const others = new OtherFiles();
    let done = 0;
    for (const path of paths) {
      for (const input of path === '-' && standardInput ? [standardInput.input] : inputsOf(path)) {
        let read = 0;
        const items =
          'fault' in input
            ? [
                {
                  item: {
                    origin: input.name,
                    isSole: true,
                    reading: { fault: input.fault.message },
                  },
                  bytesRead: 0,
                },
              ]
            : itemsOf(input, terms, reader.read);
        for await (const { item, bytesRead } of items) {
          read = Math.max(read, bytesRead);
          others.note(item);
          const outcome = await run(item);
          web?.settle(isFiled(outcome));
          if (outcome.outcome === 'unchanged' || outcome.outcome === 'changed')
            there.add(outcome.id);
          if (others.holds(input, outcome)) continue;
          count(summary, outcome);
          report.item(outcome, summary, done + read);
          reportFile?.item(input.name, outcome);
          // It is in with its suggestions before anything is asked, so that no answer can be lost.
          if (outcome.outcome !== 'imported' || isEmpty(outcome.entry.suggested)) continue;
          const reviewed = await reviewEntry(
            outcome.path,
            { root, authorityFile, filedMedia, disk },
            archivist,
          );
          summary.records += reviewed.records;
          if (isEmpty(reviewed.left)) summary.toReview--;
        }
        done += read;
      }
    }
    for (const { name, outcome } of others.left()) {
      count(summary, outcome);
      report.item(outcome, summary, done);
      reportFile?.item(name, outcome);
    }
    web?.release();
    if (web)
      hints.push(...lackedHints(root, disk, there, atRoot(root, 'npm run import -- --fetch')));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    isStopped = true;
  } finally {
    await reader.close();
    close?.();
    disk.close();
    reportFile?.close();
  }
  report.end(summary, [
    ...hints,
    ...(summary.toReview > 0 && !isDry
      ? [`To go through them: ${atRoot(root, 'npm run import -- --review')}`]
      : []),
    ...(summary.imported + summary.taken > 0 && !isDry
      ? [`To see the result: ${atRoot(root, 'npm start')}`]
      : []),
  ]);
  const differs =
    modeOf(args) === 'check' && summary.changed + summary.imported + summary.recalled > 0;
  return isStopped ? STOPPED : summary.failed > 0 || differs ? 1 : 0;
}

await command(async () => {
  const args = readArguments();
  if (args.values.help) {
    console.log(HELP);
    return 0;
  }
  refuseSettings('imported');
  try {
    const act = () => {
      if (args.values.review) {
        const archivist = archivistFor(args, plainReport(modeOf(args)));
        return reviewAll(args.paths, openDiskFor(contentRoot(), args), archivist);
      }
      return args.paths.length === 0 ? completeAll(args) : importAll(args);
    };
    // A lock is in the archive that it is of.
    if (modeOf(args) === 'import' && !existsSync(contentRoot()))
      mkdirSync(contentRoot(), { recursive: true });
    return await withLock([contentRoot()], 'npm run import', act);
  } catch (error) {
    if (error instanceof ImportFault) throw new Refusal(error.message, 1);
    throw error;
  }
});
