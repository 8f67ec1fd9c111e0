import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from '../build/build.ts';
import { refusePlace } from '../build/site-fault.ts';
import { whole } from '../build/stage.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { hasSampleLedger } from '../content/ledger/sample-fault.ts';
import { command } from '../errors/refusal.mjs';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { warnOfAddress } from './address-warning.ts';
import { readArguments } from './arguments.ts';

const HELP = `npm run build                 builds the site of the archive into dist/
npm run build -- --out DIR    builds it into another folder`;

await command(async () => {
  const { values } = readArguments(
    {
      options: {
        help: { type: 'boolean', short: 'h' },
        out: { type: 'string', default: 'dist' },
      },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const site = trueName(values.out);
  refusePlace(site, contentRoot());
  // The lock is made beside the site, so the folder above must exist.
  mkdirSync(dirname(site), { recursive: true });
  const { articles, unsealed, isOld, seconds } = await withLock(
    [contentRoot(), site],
    'npm run build',
    async () => {
      const start = performance.now();
      const built = await build(site);
      return { ...built, seconds: ((performance.now() - start) / 1000).toFixed(1) };
    },
  );
  console.log(
    `Built ${whole(articles)} article${articles === 1 ? '' : 's'} into ${values.out} in ${seconds} s.`,
  );
  if (hasSampleLedger(contentRoot()))
    console.log('This is the sample: npm run init begins an archive of your own in its place.');
  else if (isOld)
    console.log('The ledger has an older form, which knows less: npm run seal brings it up.');
  if (unsealed > 0)
    console.log(
      `${whole(unsealed)} article${unsealed === 1 ? ' is' : 's are'} not sealed yet: npm run seal keeps ${unsealed === 1 ? 'it' : 'them'} from being lost or changed in silence.`,
    );
  warnOfAddress(site);
});
