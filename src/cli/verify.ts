import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { whole } from '../build/stage.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { goesOnFrom, lastPublished } from '../content/ledger/head.ts';
import { readLedgerFiles } from '../content/ledger/ledger-files.ts';
import { faultSentence, shownText, shownWords } from '../domain/problem.ts';
import { addressFault } from '../domain/web-address.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { checkBag, isBag } from '../fixity/bag.ts';
import { checkSite, type Findings } from '../fixity/copy.ts';
import { HostFault } from '../fixity/host-answer.ts';
import { checkHosted } from '../fixity/hosted.ts';
import { hostedLedger } from '../fixity/hosted-ledger.ts';
import { withLock } from '../lock/lock.ts';
import { halfwaySentence, isHalfway } from '../placement/workplace.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run verify -- DIR   checks a copy of the site, or a bag, against its manifest
npm run verify -- URL   checks the site where it is hosted`;

/** Tells in words whether the archive's ledger continues the one with which a hosted site was built. */
async function ledgerSaid(site: URL): Promise<string> {
  const published = await hostedLedger(site);
  const digest = published && lastPublished(published);
  if (!digest) return 'It knows no ledger.';
  const [number, day] = published.split('\n').at(-2)?.split(' ') ?? [];
  const its = `It was built with sealing ${number} of its ledger, of ${day}`;
  const { head } = readLedgerFiles(contentRoot());
  if (!head) return `${its}.`;
  const shown = shownPath(contentRoot());
  if (!goesOnFrom(head, digest)) return `${its}, which the ledger in ${shown} does not go on from.`;
  const isLast = head.seals.at(-1)?.digest === digest;
  return `${its}, ${isLast ? 'the last' : 'one'} of those in ${shown}.`;
}
/** How many differences are printed, since a hostile host could have millions. */
const SHOWN = 1000;

async function check(place: string): Promise<Findings> {
  if (/^https?:\/\//i.test(place)) {
    const fault = addressFault(place, 'web');
    if (fault) throw new Refusal(`‘${shownWords(place)}’ is no address. ${faultSentence(fault)}`);
    const { unserved, ...findings } = await checkHosted(new URL(place));
    const left =
      unserved.length > 0 ? ` ${unserved.join(' and ')} is for the host, and not served.` : '';
    console.log(`What a host has besides cannot be told from outside.${left}`);
    console.log(await ledgerSaid(new URL(place)));
    return findings;
  }
  const folder = resolve(place);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal(`There is no folder ‘${shownWords(place)}’.`);
  return withLock([folder], 'npm run verify', () => {
    if (isHalfway(folder)) throw new Refusal(halfwaySentence(shownPath(folder)));
    return isBag(folder) ? checkBag(folder) : checkSite(folder);
  });
}

await command(async () => {
  const { values, positionals } = readArguments(
    { allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } },
    HELP,
  );
  const [place, ...more] = positionals;
  if (values.help || place === undefined || more.length > 0) {
    if (values.help) console.log(HELP);
    else throw new Refusal(`Name one folder or address.\n${HELP}`);
    return 0;
  }
  try {
    const { held, differences } = await check(place);
    const sorted = differences.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, how } of sorted.slice(0, SHOWN))
      console.error(`${shownWords(path)} ${shownText(how)}`);
    if (sorted.length > SHOWN) console.error(`and ${whole(sorted.length - SHOWN)} more`);
    console.log(`${whole(held)} file${held === 1 ? '' : 's'} as the manifest says.`);
    if (differences.length === 0) return 0;
    throw new Refusal(`${whole(differences.length)} not.`);
  } catch (error) {
    if (error instanceof HostFault) throw new Refusal(error.message);
    const { code, path } = error as NodeJS.ErrnoException;
    if (code && path) throw new Refusal(`‘${shownWords(path)}’ cannot be read (${code}).`);
    throw error;
  }
});
