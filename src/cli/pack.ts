import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { plainSite, refuseOutdated } from '../build/outdated-site.ts';
import { isWithin, refusePlace } from '../build/site-fault.ts';
import { whole } from '../build/stage.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { shownWords } from '../domain/problem.ts';
import { slugOf } from '../domain/slug.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { contentsOf } from '../fixity/copy.ts';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { finishing } from '../lock/unfinished.ts';
import { addressOf, packedFiles } from '../offline/pack.ts';
import { writeZip } from '../offline/zip.ts';
import { hasOthers, packSite } from '../packing/packing.ts';
import { builtSite } from '../publication/publication.ts';
import { site } from '../site.ts';
import { readArguments } from './arguments.ts';
import { warnOfAddress } from './site/address-warning.ts';
import { refuseSettings } from './site/refuse-settings.ts';
import { siteObjection } from './site/site-objection.ts';

const HELP = `npm run pack                      writes the built site as one zip, to be read without a network
npm run pack -- FILE.zip          writes it there
npm run pack -- --for-host DIR    writes it into a folder in few files, for web hosts that count them
--dist DIR takes another site in place of dist. docs/hosting-packed.md tells of hosts.`;

/** Why a site cannot be packed as a zip; undefined where it can. */
function zipObjection(zip: string, dist: string): string | undefined {
  if (!zip.endsWith('.zip')) return `${shownPath(zip)} is no name of a zip: let it end with .zip.`;
  if (isWithin(zip, dist)) return 'A zip does not lie within what it holds: name another folder.';
  if (!existsSync(dirname(zip))) return `There is no folder ${shownPath(dirname(zip))}.`;
  return siteObjection(dist);
}

/** Why a site cannot be packed into a folder; undefined where it can. */
function folderObjection(folder: string, dist: string): string | undefined {
  if (isWithin(folder, dist) || isWithin(dist, folder))
    return `${shownPath(folder)} holds the site that is to be packed, or lies in it: name another folder.`;
  if (hasOthers(folder))
    return `${shownPath(folder)} has other files, which would be lost: name a folder that is empty, or not there yet.`;
  return siteObjection(dist);
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

async function packForHost(folder: string, dist: string): Promise<void> {
  refusePlace(folder, contentRoot());
  const against = folderObjection(folder, dist);
  if (against) throw new Refusal(against);
  refuseOutdated(contentRoot(), plainSite(dist));
  mkdirSync(dirname(folder), { recursive: true });
  const digests = builtSite(dist).digests;
  const { files, bytes, tooLarge } = await packSite(
    { dist, digests, base: addressOf(dist).pathname },
    folder,
  );
  warnOfAddress(dist);
  for (const path of tooLarge)
    console.error(
      `Warning: ${shownWords(path)} is larger than 25 MiB, and Cloudflare takes no such file; other hosts do.`,
    );
  console.log(
    `Packed ${whole(digests.size + 1)} files into ${shownPath(folder)}: ${whole(files)} files, ${megabytes(bytes)}. docs/hosting-packed.md tells how a host answers with it.`,
  );
}

await command(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        dist: { type: 'string', default: 'dist' },
        'for-host': { type: 'string' },
      },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  refuseSettings('packed');
  const { 'for-host': host } = values;
  if (host !== undefined) {
    if (positionals.length > 0) throw new Refusal(`Name one folder.\n${HELP}`);
    const [folder, dist] = [trueName(host), resolve(values.dist)];
    const isApart = !isWithin(folder, dist) && !isWithin(dist, folder);
    return withLock(isApart ? [folder, dist] : [dist], 'npm run pack', () =>
      packForHost(folder, dist),
    );
  }
  const folder = slugOf(site.title, 'archive');
  const [name = `${folder}.zip`, ...more] = positionals;
  if (more.length > 0) throw new Refusal(`Name one file.\n${HELP}`);
  const [zip, dist] = [resolve(name), resolve(values.dist)];
  // A refused place gets no lock: the lock would lie in the site.
  await withLock(isWithin(zip, dist) ? [dist] : [zip, dist], 'npm run pack', async () => {
    const against = zipObjection(zip, dist);
    if (against) throw new Refusal(against);
    refuseOutdated(contentRoot(), plainSite(dist));
    const paths = contentsOf(dist).map(({ path }) => path);
    const files = await packedFiles(dist, paths);
    await finishing(zip, (unfinished) => writeZip(unfinished, folder, files));
    warnOfAddress(dist);
    const size = megabytes(statSync(zip).size);
    console.log(
      `Packed ${whole(files.length)} files into ${shownPath(zip)}, ${size}. Unpack it and open ${folder}/index.html.`,
    );
  });
});
