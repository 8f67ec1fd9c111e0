import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from '../build/build.ts';
import { refusePlace } from '../build/site-fault.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { readArguments } from './arguments.ts';
import { tellBuilt, timed } from './building/built.ts';

const HELP = `npm run build                    builds the site of the archive into dist/
npm run build -- --out DIR       builds it into another folder
npm run build -- --part PART     makes a part of it, on this machine or another, for npm run join: 1987, 1987-03 or
                                 1987-03-21 has the articles of a period; 3/8 is the third of eight, of about equal work
  --parts DIR                    the folder of the parts (parts, if it is left out)
  --cache PLACE                  takes from there what was made of it before, and keeps there what is made: a place as
                                 npm run publish has them. docs/parts.md tells more`;

await command(async () => {
  const { values } = readArguments(
    {
      options: {
        help: { type: 'boolean', short: 'h' },
        out: { type: 'string' },
        part: { type: 'string' },
        parts: { type: 'string' },
        cache: { type: 'string' },
      },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { part, parts, cache, out } = values;
  if (part !== undefined) {
    if (out !== undefined)
      throw new Refusal(`A part goes into a folder of parts: --parts.\n${HELP}`, 2);
    const { buildPart } = await import('./building/part.ts');
    await buildPart({ part, parts, cache });
    return;
  }
  if (parts !== undefined || cache !== undefined)
    throw new Refusal(`Without --part no part is made.\n${HELP}`, 2);
  const shown = out ?? 'dist';
  const site = trueName(shown);
  refusePlace(site, contentRoot());
  // The lock is made beside the site, so the folder above must exist.
  mkdirSync(dirname(site), { recursive: true });
  const built = await withLock([contentRoot(), site], 'npm run build', () =>
    timed(() => build(site)),
  );
  tellBuilt(built, shown);
});
