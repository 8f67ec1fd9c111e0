import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { refuseOutdated } from '../build/outdated-site.ts';
import { whole } from '../build/stage.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { shownWords } from '../domain/problem.ts';
import { slugOf } from '../domain/slug.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { checkSite, contentsOf, SITE_MANIFEST } from '../fixity/copy.ts';
import { withLock } from '../lock/lock.ts';
import { finishing } from '../lock/unfinished.ts';
import { packedFiles } from '../offline/pack.ts';
import { writeZip } from '../offline/zip.ts';
import { halfwaySentence, isHalfway } from '../placement/workplace.ts';
import { site } from '../site.ts';
import { warnOfAddress } from './address-warning.ts';
import { readArguments } from './arguments.ts';
import { refuseSettings } from './refuse-settings.ts';

const HELP = `npm run pack                writes the built site as one zip, to be read without a network
npm run pack -- FILE.zip    writes it there`;

const isWithin = (path: string, folder: string) => !relative(folder, path).startsWith('..');

/** Why a site cannot be packed; undefined where it can. */
function objection(zip: string, dist: string): string | undefined {
  if (isHalfway(dist)) return halfwaySentence(shownPath(dist));
  if (!existsSync(join(dist, SITE_MANIFEST)))
    return `There is no built site in ${shownPath(dist)}: run npm run build first.`;
  const [first] = checkSite(dist).differences;
  if (first)
    return `${shownPath(dist)} is not as it was built: ${shownWords(first.path)} ${first.how}. Remove it if it is there, and run npm run build.`;
  if (!zip.endsWith('.zip')) return `${shownPath(zip)} is no name of a zip: let it end with .zip.`;
  if (isWithin(zip, dist)) return 'A zip does not lie within what it holds: name another folder.';
  if (!existsSync(dirname(zip))) return `There is no folder ${shownPath(dirname(zip))}.`;
  return undefined;
}

await command(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, dist: { type: 'string', default: 'dist' } },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  refuseSettings('packed');
  const folder = slugOf(site.title, 'archive');
  const [name = `${folder}.zip`, ...more] = positionals;
  if (more.length > 0) throw new Refusal(`Name one file.\n${HELP}`);
  const [zip, dist] = [resolve(name), resolve(values.dist)];
  // A refused place gets no lock: the lock would lie in the site.
  await withLock(isWithin(zip, dist) ? [dist] : [zip, dist], 'npm run pack', async () => {
    const against = objection(zip, dist);
    if (against) throw new Refusal(against);
    refuseOutdated(contentRoot(), dist);
    const paths = contentsOf(dist).map(({ path }) => path);
    const files = await packedFiles(dist, paths);
    await finishing(zip, (unfinished) => writeZip(unfinished, folder, files));
    warnOfAddress(dist);
    const size = `${(statSync(zip).size / 1e6).toFixed(1)} MB`;
    console.log(
      `Packed ${whole(files.length)} files into ${shownPath(zip)}, ${size}. Unpack it and open ${folder}/index.html.`,
    );
  });
});
