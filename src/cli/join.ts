import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from '../build/build.ts';
import { refusePlace } from '../build/site-fault.ts';
import { Stage } from '../build/stage.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { UnreadArticles } from '../content/reading/changed-articles.ts';
import { SpoiltPart } from '../content/reading/parts/part-taking.ts';
import { cacheFolder } from '../content/store/cache.ts';
import { shownWords } from '../domain/problem.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { incomplete, partsIn, spoilt, storesOf } from '../parts/joining.ts';
import { takeFiles } from '../parts/part-files.ts';
import { folderOf, partName } from '../parts/part-name.ts';
import { refusePartsPlace, refuseSiteAmongParts } from '../parts/part-place.ts';
import { readArguments } from './arguments.ts';
import { tellBuilt, timed } from './building/built.ts';
import { cacheAt, PARTS } from './building/part.ts';

const HELP = `npm run join                  builds the site of the archive into dist/ from the parts in parts/
npm run join -- DIR           from the parts in another folder
npm run join -- --out DIR     into another folder
npm run join -- --cache PLACE --of 8
                              gets the eight parts 1/8 to 8/8 from where npm run build -- --part --cache kept them

Parts are made by npm run build -- --part; docs/parts.md tells more. The site is the same, byte for byte, as that of
npm run build.`;

/** Gets all shares of so many from a cache. @throws Refusal where it has not all */
async function fetchShares(place: string, cache: string, of: string): Promise<void> {
  if (!partName(`1/${of}`))
    throw new Refusal(`‘${shownWords(of)}’ is no number of parts: write --of 8.`, 2);
  refusePartsPlace(place, contentRoot());
  const kept = cacheAt(cache);
  const stage = new Stage('parts', 'part there', 'parts there');
  for (let number = 1; number <= Number(of); number++) {
    const name = { kind: 'share', number, of: Number(of) } as const;
    const folder = join(trueName(place), folderOf(name));
    mkdirSync(dirname(folder), { recursive: true });
    if (!(await withLock([folder], 'npm run join', () => kept.fetch(folder))))
      throw new Refusal(
        `${shownWords(cache)} has no whole part ${number}/${of}: make it with npm run build -- --part ${number}/${of} --cache and the same place.`,
      );
    stage.at(number, Number(of));
  }
  stage.end(Number(of));
}

await command(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        out: { type: 'string', default: 'dist' },
        cache: { type: 'string' },
        of: { type: 'string' },
      },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [place = PARTS, ...more] = positionals;
  if (more.length > 0) throw new Refusal(`Name one folder of parts.\n${HELP}`, 2);
  const { cache, of } = values;
  if ((cache === undefined) !== (of === undefined))
    throw new Refusal(`Say with --cache and --of which parts to get, and from where.\n${HELP}`, 2);
  refuseSiteAmongParts(trueName(values.out), place);
  if (cache !== undefined && of !== undefined) await fetchShares(place, cache, of);
  const site = trueName(values.out);
  refusePlace(site, contentRoot());
  mkdirSync(dirname(site), { recursive: true });
  const built = await withLock([contentRoot(), site], 'npm run join', () =>
    timed(async () => {
      const parts = partsIn(resolve(place), shownPath(resolve(place)));
      takeFiles(parts, cacheFolder());
      try {
        return await build(site, storesOf(parts));
      } catch (error) {
        if (error instanceof UnreadArticles) throw incomplete(error.ids, parts);
        throw error instanceof SpoiltPart ? spoilt(error.file) : error;
      }
    }),
  );
  tellBuilt(built, values.out);
});
