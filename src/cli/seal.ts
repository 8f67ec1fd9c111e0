import { resolve } from 'node:path';
import { confirm, isCancel } from '@clack/prompts';
import { whole } from '../build/stage.ts';
import { masked } from '../content/checks/mask.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { withJoins } from '../content/ledger/head.ts';
import { committedFaults } from '../content/ledger/history/committed.ts';
import { siteContinuityFaults } from '../content/ledger/history/continuity.ts';
import { joined } from '../content/ledger/history/joining.ts';
import { writeLedgerFiles } from '../content/ledger/ledger-files.ts';
import { type Sealing, sealingOf } from '../content/ledger/sealing.ts';
import { ArchiveError } from '../content/reading/archive-error.ts';
import { type Reading, readArchive } from '../content/reading/reading.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import { cacheFolder } from '../content/store/cache.ts';
import { problemReport } from '../domain/problem.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { siteBase } from '../site-address.ts';
import { readArguments } from './arguments.ts';
import { today } from './today.ts';

const HELP = `npm run seal            writes what is published into content/ledger/, for good
npm run seal -- --dry-run   only shows what it would write`;

/** How many paths are printed one by one. */
const SHOWN = 40;

const counted = (count: number, one: string, many: string) =>
  `${whole(count)} ${count === 1 ? one : many}`;

/** The default folder of the built site. */
const SITE = trueName(resolve('dist'));

/**
 * Refuses what a build would refuse, while it can be taken back. A build refuses changes that are not listed yet, so that
 * nobody could have seen before what it says of them.
 */
async function refuseUnbuildable(articles: Reading['articles']): Promise<void> {
  const { hasAudits } = await import('../build/site-making.ts');
  const { prove } = await import('../build/build.ts');
  if (!hasAudits(articles)) return;
  console.log('What changed is built first, to prove that nothing withheld is in it.');
  try {
    await withLock([SITE], 'npm run seal', () => prove(SITE));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new Refusal(problemReport(error.problems, 'sealed', error.unchecked));
  }
}

/** What is to be sealed, the digests of other branches' sealings that are joined, and the articles if none can be built. */
async function read(): Promise<{
  sealing: Sealing;
  joins: string[];
  unbuilt: Reading['articles'] | undefined;
}> {
  const [root, store] = [contentRoot(), new ArchiveStore(cacheFolder())];
  try {
    const read = await readArchive(root, siteBase(), store);
    const { reading, joins, problems } = await joined(root, read, store);
    const ledger = { ...reading.ledger, head: withJoins(reading.ledger.head, joins) };
    problems.push(...siteContinuityFaults(root, { ...reading, ledger }, SITE));
    problems.push(...(await committedFaults(root, read, store)));
    const withheld = reading.articles.flatMap(({ entry }) => entry.withheld);
    if (problems.length > 0) throw new ArchiveError(masked(problems, withheld));
    const unbuilt = read.unlisted.length > 0 ? read.articles : undefined;
    return { sealing: sealingOf(reading, store, today()), joins, unbuilt };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new Refusal(problemReport(error.problems, 'sealed', error.unchecked));
  } finally {
    store.close();
  }
}

function show({ added, renewed, moved, listed, broughtUp }: Sealing, joins: number): void {
  const changed = new Set(listed.map(({ path }) => path));
  const arrived = new Set(moved.map(({ to }) => to));
  // Of a path that only leads elsewhere now nothing was corrected.
  const left = new Set(moved.flatMap(({ from, isChanged }) => (isChanged ? [] : [from])));
  const lines = [
    ...added.filter(({ path }) => !arrived.has(path)).map(({ path }) => `new        ${path}`),
    ...moved.map(({ from, to }) => `moved      ${from} to ${to}`),
    ...renewed
      .filter(({ path, isCorrected }) => !left.has(path) && (isCorrected || !changed.has(path)))
      .map(({ path }) => `corrected  ${path}`),
    ...listed.map(({ path, field, how }) => `listed     ${path}  ${field} ${how}`),
  ];
  for (const line of lines.slice(0, SHOWN)) console.log(line);
  if (lines.length > SHOWN) console.log(`and ${whole(lines.length - SHOWN)} more`);
  if (joins > 0) console.log('The ledger of another branch is joined with this one.');
  if (broughtUp > 0)
    console.log(`${counted(broughtUp, 'line', 'lines')} of an older form to be brought up.`);
}

async function seal(isDry: boolean): Promise<void> {
  const before = snapshotOf(contentRoot());
  const { sealing, joins, unbuilt } = await read();
  const { added, renewed, broughtUp, listed, ledger } = sealing;
  const count = added.length + renewed.length + broughtUp;
  if (count + listed.length + joins.length === 0) {
    console.log(
      ledger.sealed.length === 0
        ? 'Nothing is published yet, so there is nothing to seal.'
        : 'Everything that is published is sealed.',
    );
    return;
  }
  show(sealing, joins.length);
  const paths = counted(count, 'path', 'paths');
  if (isDry) {
    console.log(`${paths} to be sealed. Nothing was written.`);
    return;
  }
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const message = `Seal ${paths}? From then on the build refuses to lose or change them in silence.`;
    const answer = await confirm({ message, initialValue: false });
    if (isCancel(answer) || !answer) throw new Refusal('Nothing was sealed.', 130);
  }
  if (unbuilt) await refuseUnbuildable(unbuilt);
  // Somebody may have edited while the archive was read, or while the question was open.
  refuseChanges(contentRoot(), before, 'Nothing was sealed.');
  writeLedgerFiles(contentRoot(), ledger, { day: today(), joins });
  console.log(`Sealed ${paths}; the ledger has ${counted(ledger.sealed.length, 'line', 'lines')}.`);
  if (listed.length > 0)
    console.log(
      `${counted(listed.length, 'change stands', 'changes stand')} in the list of changes.`,
    );
}

await command(async () => {
  const { values } = readArguments(
    { options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  await withLock([contentRoot()], 'npm run seal', () => seal(values['dry-run'] ?? false));
});
