import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { plainSite, refuseOutdated } from '../build/outdated-site.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { UnreadEntry, type WithheldFile, withheldFiles } from '../content/media/withheld-files.ts';
import { shownWords } from '../domain/problem.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { isBag, removeBag, writeBag } from '../fixity/bag.ts';
import { checkSite, contentsOf, digestOf, SITE_MANIFEST } from '../fixity/copy.ts';
import { withLock } from '../lock/lock.ts';
import { refuseChanges, snapshotOf } from '../lock/snapshot.ts';
import { finishing } from '../lock/unfinished.ts';
import { halfwaySentence, isHalfway } from '../placement/workplace.ts';
import { site } from '../site.ts';
import { readArguments } from './arguments.ts';
import { warnOfAddress } from './site/address-warning.ts';
import { refuseSettings } from './site/refuse-settings.ts';

const HELP =
  'npm run bag -- DIR   writes content and site as a BagIt bag, to be handed over and kept';

const isWithin = (folder: string, other: string) => !relative(other, folder).startsWith('..');

const isMisplaced = (bag: string, content: string, dist: string) =>
  isWithin(bag, content) || isWithin(bag, dist);

/** Why a bag cannot be written there; undefined where it can. */
function objection(bag: string, content: string, dist: string): string | undefined {
  if (isHalfway(dist)) return halfwaySentence(shownPath(dist));
  if (!existsSync(join(dist, SITE_MANIFEST)))
    return `There is no built site in ${shownPath(dist)}: run npm run build first.`;
  const { differences } = checkSite(dist);
  const [first] = differences;
  if (first)
    return `${shownPath(dist)} is not as it was built: ${shownWords(first.path)} ${first.how}. Remove it if it is there, and run npm run build.`;
  const foreign = contentsOf(content).find(({ isFile }) => !isFile);
  if (foreign)
    return `${shownWords(shownPath(join(content, foreign.path)))} is a link or a device, and a bag holds files: put the file itself in its place, or remove it.`;
  if (isMisplaced(bag, content, dist))
    return 'A bag does not lie within what it holds: name another folder.';
  if (existsSync(bag) && (isBag(bag) || readdirSync(bag).length > 0))
    return `${shownPath(bag)} is there, and not empty: name another folder.`;
  return undefined;
}

/** @throws Refusal where an entry has faults, so that it is not known what it withholds */
function heldBack(content: string): WithheldFile[] {
  try {
    return withheldFiles(content);
  } catch (error) {
    if (!(error instanceof UnreadEntry)) throw error;
    throw new Refusal(
      `${shownWords(shownPath(error.entry))} has a fault, so that it is not known what it withholds. Run npm run build, which tells it, and mend it.`,
    );
  }
}

/**
 * The files of media that nobody is shown, which a bag does not have.
 *
 * @throws Refusal names all that are withheld by entries that do not state what they were: without that, the archive in the
 *   bag would not be whole
 */
function leftOut(content: string): string[] {
  const files = heldBack(content);
  const unstated = files
    .filter(({ isStated }) => !isStated)
    .map(({ path, entry }) => {
      const file = join(content, path);
      return `${shownWords(shownPath(file))} is withheld, and a bag leaves it out. Write beside it in ${shownWords(shownPath(entry))} what it was, so that the archive builds without it: sha256: ${digestOf(file, 'sha256')}`;
    });
  const shown = files.flatMap(({ path, entry, shownBy }) =>
    shownBy === undefined
      ? []
      : [
          `${shownWords(shownPath(join(content, path)))} is the same file as one that ${shownWords(shownPath(entry))} withholds: withhold it in ${shownWords(shownPath(shownBy))} too, or take it out there.`,
        ],
  );
  if (unstated.length + shown.length > 0) throw new Refusal([...unstated, ...shown].join('\n'));
  return files.map(({ path }) => path);
}

const withheldSentence = (count: number) =>
  count === 1
    ? 'One file of a picture or other medium is withheld or withdrawn, and was left out; the archive builds without it.'
    : `${count} files of pictures or other media are withheld or withdrawn, and were left out; the archive builds without them.`;

await command(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, dist: { type: 'string', default: 'dist' } },
    },
    HELP,
  );
  const [name, ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return;
  }
  refuseSettings('bagged');
  if (name === undefined || more.length > 0) throw new Refusal(`Name one folder.\n${HELP}`);
  const [bag, content, dist] = [resolve(name), contentRoot(), resolve(values.dist)];
  const held = [content, dist];
  // A refused place gets no lock: the lock would lie in the archive or the site.
  if (!isMisplaced(bag, content, dist)) {
    mkdirSync(dirname(bag), { recursive: true });
    held.push(bag);
  }
  await withLock(held, 'npm run bag', async () => {
    const against = objection(bag, content, dist);
    if (against) throw new Refusal(against);
    const before = snapshotOf(content);
    refuseOutdated(content, plainSite(dist));
    const withheld = leftOut(content);
    await finishing(bag, (unfinished) => {
      mkdirSync(unfinished, { recursive: true });
      writeBag(
        unfinished,
        new Map(Object.entries({ content, dist })),
        new Map([
          ['Bag-Software-Agent', 'Cuttings'],
          ['Bagging-Date', new Date().toISOString().slice(0, 10)],
          ['External-Description', `${site.title}. ${site.description}`],
          ...(withheld.length > 0
            ? [['Internal-Sender-Description', withheldSentence(withheld.length)] as const]
            : []),
        ]),
        new Set(withheld.map((path) => `content/${path}`)),
      );
      refuseChanges(content, before, 'No bag was written.');
      removeBag(bag);
    });
  });
  warnOfAddress(dist);
  console.log(`The bag is in ${shownPath(bag)}. To check it: npm run verify -- ${name}`);
});
