import { parseArgs } from 'node:util';
import { confirm, isCancel } from '@clack/prompts';
import { siteBase } from '../address.ts';
import { problemReport } from '../archive/problem.ts';
import { whole } from '../build/stage.ts';
import { cacheFolder } from '../loaders/cache.ts';
import { contentRoot } from '../loaders/content.ts';
import { Galley } from '../loaders/galley.ts';
import { writeLedgerFiles } from '../loaders/ledger-files.ts';
import { ArchiveError, type Reading, readArchive } from '../loaders/reading.ts';
import { type Sealing, sealingOf } from '../loaders/sealing.ts';
import { holding } from '../lock/lock.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { command, Refusal } from './refusal.mjs';
import { today } from './today.ts';

const HELP = `npm run seal            writes what is published into content/ledger/, for good
npm run seal -- --dry-run   only shows what it would write`;

/** So many paths are shown one by one. */
const SHOWN = 40;

async function read(): Promise<Reading> {
  const galley = new Galley(cacheFolder());
  try {
    return await readArchive(contentRoot(), siteBase(), galley);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new Refusal(problemReport(error.problems, 'sealed'));
  } finally {
    galley.close();
  }
}

function show({ added, renewed }: Sealing): void {
  const lines = [
    ...added.map(({ path }) => `new        ${path}`),
    ...renewed.map(({ path }) => `corrected  ${path}`),
  ];
  for (const line of lines.slice(0, SHOWN)) console.log(line);
  if (lines.length > SHOWN) console.log(`and ${whole(lines.length - SHOWN)} more`);
}

const counted = (count: number, one: string, many: string) =>
  `${whole(count)} ${count === 1 ? one : many}`;

async function seal(isDry: boolean): Promise<void> {
  const before = snapshotOf(contentRoot());
  const sealing = sealingOf(await read(), today());
  const count = sealing.added.length + sealing.renewed.length;
  if (count === 0) {
    console.log('Everything that is published is sealed.');
    return;
  }
  show(sealing);
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
  // Somebody may have edited while it was read, or the question stood.
  refuseChanges(contentRoot(), before, 'Nothing was sealed.');
  writeLedgerFiles(contentRoot(), sealing.all);
  console.log(`Sealed ${paths}; the ledger has ${counted(sealing.all.length, 'line', 'lines')}.`);
}

await command(async () => {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  await holding([contentRoot()], 'npm run seal', () => seal(values['dry-run'] ?? false));
});
