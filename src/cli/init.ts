import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { whole } from '../build/stage.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { SETTINGS } from '../content/files/settings-file.ts';
import { settingsText } from '../content/files/settings-text.ts';
import { isAsInSample } from '../content/ledger/sample.ts';
import { cacheFolder } from '../content/store/cache.ts';
import { shownWords } from '../domain/problem.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { pendingIn } from '../placement/journal.ts';
import { replaceFiles, resume } from '../placement/placement.ts';
import { closeWorkplace, isHalfway, openWorkplace, siblingOf } from '../placement/workplace.ts';
import { readArguments } from './arguments.ts';
import { agreed, type SaidSettings, settingsFor } from './init/answers.ts';
import { isSampleSite, type Plan, planFor } from './init/plan.ts';

const HELP = `npm run init            begins your own archive: asks for its name and address, takes the sample away
npm run init -- --yes   asks nothing: what is not said has its default

  --title NAME       the archive’s name
  --lang TAG         the English of its pages: en-GB, en-US, …
  --url ADDRESS      where it will be hosted, https://host/ or https://host/folder/
  --about TEXT       who keeps it, and why; may be given again for another paragraph
  --contact ADDRESS  whom readers ask: mailto:… or https://…`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  yes: { type: 'boolean', short: 'y' },
  title: TEXT,
  lang: TEXT,
  url: TEXT,
  about: { type: 'string', multiple: true },
  contact: TEXT,
} as const;

/** The default folder of the built site. */
const SITE = resolve('dist');

const read = () => readArguments({ options: OPTIONS }, HELP).values;

const counted = (paths: readonly string[], one: string, many: string) =>
  `${whole(paths.length)} ${paths.length === 1 ? one : many}`;

/** The plan in words, as lines. @param tense how each begins: “To be taken away”, “Taken away” */
function said({ gone, named, isUnsettled }: Plan, root: string, site: boolean, tense: string) {
  const articles = gone.filter((path) => path.startsWith('articles/'));
  const ledger = gone.filter((path) => path.startsWith('ledger/'));
  const records = gone.filter((path) => ![...articles, ...ledger].includes(path));
  const parts = [
    ...(articles.length > 0 ? [counted(articles, 'article', 'articles')] : []),
    ...(records.length > 0 ? [counted(records, 'record', 'records')] : []),
    ...(ledger.length > 0 ? ['its ledger'] : []),
  ];
  return [
    ...(gone.length > 0 ? [`${tense}taken away: of the sample ${parts.join(', ')}`] : []),
    ...(named.length > 0
      ? [`Left: ${counted(named, 'record', 'records')} of it that your own files name`]
      : []),
    ...(site ? [`${tense}taken away: ${shownPath(SITE)}, the built site of the sample`] : []),
    ...(isUnsettled ? [`${tense}written: ${shownPath(join(root, SETTINGS))}`] : []),
  ].map((line) => `${line[0]?.toUpperCase()}${line.slice(1)}`);
}

/** @throws Refusal where the owner edited files after an init was stopped, since finishing it would undo that */
function refuseEdited(root: string): void {
  const { made = [], gone = [], from = '' } = pendingIn(root) ?? {};
  const isOwn = (path: string) => existsSync(join(root, path)) && !isAsInSample(root, path);
  const isOther = (path: string) =>
    existsSync(join(from, path)) &&
    existsSync(join(root, path)) &&
    !readFileSync(join(from, path)).equals(readFileSync(join(root, path)));
  const edited = [...gone.filter(isOwn), ...made.filter(isOther)];
  const [first] = edited;
  if (first === undefined) return;
  throw new Refusal(
    `npm run init was stopped, and since then ${shownWords(shownPath(join(root, first)))} was written${edited.length > 1 ? `, and ${edited.length - 1} more` : ''}. Nothing was done. Move it out of ${shownPath(root)}, run npm run init again, which does the rest, and move it back.`,
  );
}

/** Removes the built site of the sample, in one step. */
function removeSite(): void {
  const last = siblingOf(SITE);
  rmSync(last, { recursive: true, force: true });
  renameSync(SITE, last);
  rmSync(last, { recursive: true, force: true });
}

async function init(root: string, values: ReturnType<typeof read>): Promise<void> {
  const wasHalfway = isHalfway(root);
  refuseEdited(root);
  resume(root);
  if (wasHalfway) {
    console.log('What a stopped npm run init began is done.');
    return;
  }
  const before = snapshotOf(root);
  const plan = planFor(root);
  const { yes = false, help: _, ...options } = values;
  const settled: SaidSettings = options;
  const isSaid = Object.keys(settled).length > 0;
  if (!plan.isUnsettled && isSaid)
    throw new Refusal(
      `${shownPath(join(root, SETTINGS))} is there already: write it there, and leave the options out. Nothing was done.`,
    );
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const canAsk = isTerminal && !yes;
  const site = plan.gone.length > 0 && isSampleSite(SITE);
  if (!isTerminal && !yes && !isSaid)
    throw new Refusal(
      `${said(plan, root, site, 'to be ').join('\n')}\nNobody is here to be asked. Say --yes, or what the archive is called with --title; --help names the rest. Nothing was done.`,
    );
  const settings = plan.isUnsettled ? await settingsFor(settled, canAsk) : undefined;
  if (canAsk) {
    console.log(said(plan, root, site, 'to be ').join('\n'));
    await agreed();
  }
  if (site) removeSite();
  const workplace = openWorkplace(root, cacheFolder());
  try {
    if (settings) writeFileSync(join(workplace.next, SETTINGS), settingsText(settings));
    // Somebody may have edited while the question was open.
    refuseChanges(root, before, 'Nothing was done.');
    replaceFiles(workplace, root, plan.gone);
  } finally {
    closeWorkplace(workplace);
  }
  console.log(said(plan, root, site, '').join('\n'));
  console.log(
    'To see the archive: npm start. To bring in articles: npm run import -- FILE…, or npm run new.',
  );
}

await command(async () => {
  const values = read();
  if (values.help) {
    console.log(HELP);
    return;
  }
  const root = trueName(contentRoot());
  // The lock is made in the archive's folder, so it must exist.
  if (!existsSync(root)) mkdirSync(root, { recursive: true });
  await withLock([root, SITE], 'npm run init', () => init(root, values));
});
