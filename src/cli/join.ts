import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from '../build/build.ts';
import { refusePlace } from '../build/site-fault.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { UnreadArticles } from '../content/reading/changed-articles.ts';
import { cacheFolder } from '../content/store/cache.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { incomplete, partsIn, storesOf, takeEncodings } from '../parts/joining.ts';
import { readArguments } from './arguments.ts';
import { tellBuilt, timed } from './building/built.ts';
import { PARTS } from './building/part.ts';

const HELP = `npm run join                  builds the site of the archive into dist/ from the parts in parts/
npm run join -- DIR           from the parts in another folder
npm run join -- --out DIR     into another folder

Parts are made by npm run build -- --part; docs/parts.md tells more. The site is the same, byte for byte, as that of
npm run build.`;

await command(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string', default: 'dist' } },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [place = PARTS, ...more] = positionals;
  if (more.length > 0) throw new Refusal(`Name one folder of parts.\n${HELP}`, 2);
  const site = trueName(values.out);
  refusePlace(site, contentRoot());
  mkdirSync(dirname(site), { recursive: true });
  const built = await withLock([contentRoot(), site], 'npm run join', () =>
    timed(async () => {
      const parts = partsIn(resolve(place), shownPath(resolve(place)));
      takeEncodings(parts, cacheFolder());
      try {
        return await build(site, storesOf(parts));
      } catch (error) {
        throw error instanceof UnreadArticles ? incomplete(error.ids, parts) : error;
      }
    }),
  );
  tellBuilt(built, values.out);
});
