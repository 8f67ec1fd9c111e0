import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build/build.ts';
import { whole } from '../build/stage.ts';
import { warnOfAddress } from './address-warning.ts';
import { Refusal } from './refusal.mjs';

/** Builds the archive into `dist/`, or the folder that `--out` names. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
  const start = performance.now();
  const { articles, unsealed } = await build(resolve(values.out));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Built ${whole(articles)} article${articles === 1 ? '' : 's'} into ${values.out} in ${seconds} s.`,
  );
  if (unsealed > 0)
    console.log(
      `${whole(unsealed)} article${unsealed === 1 ? ' is' : 's are'} not sealed yet: npm run seal keeps ${unsealed === 1 ? 'it' : 'them'} from being lost or changed in silence.`,
    );
  warnOfAddress(resolve(values.out));
}

try {
  await main();
} catch (error) {
  // The archivist's faults come with all that is needed to mend them; any other is ours, and its trace helps.
  const isTold =
    error instanceof Refusal ||
    (error instanceof Error && ['ArchiveError', 'SpoiltStore'].includes(error.name));
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
}
