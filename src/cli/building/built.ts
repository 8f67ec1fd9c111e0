import type { Built } from '../../build/site-making.ts';
import { whole } from '../../build/stage.ts';
import { contentRoot } from '../../content/files/archive-path.ts';
import { hasSampleLedger } from '../../content/ledger/sample-fault.ts';
import { trueName } from '../../lock/lock-place.ts';
import { warnOfAddress } from '../site/address-warning.ts';

/** What an act gives, and how long it took, in seconds as they are shown. */
export async function timed<T extends object>(
  act: () => Promise<T>,
): Promise<T & { seconds: string }> {
  const start = performance.now();
  return { ...(await act()), seconds: ((performance.now() - start) / 1000).toFixed(1) };
}

/** Says what was built. @param shown the folder of the site, as the user named it */
export function tellBuilt(
  { articles, unsealed, isOld, seconds }: Built & { seconds: string },
  shown: string,
): void {
  console.log(
    `Built ${whole(articles)} article${articles === 1 ? '' : 's'} into ${shown} in ${seconds} s.`,
  );
  if (hasSampleLedger(contentRoot()))
    console.log('This is the sample: npm run init begins an archive of your own in its place.');
  else if (isOld)
    console.log('The ledger has an older form, which knows less: npm run seal brings it up.');
  if (unsealed > 0)
    console.log(
      `${whole(unsealed)} article${unsealed === 1 ? ' is' : 's are'} not sealed yet: npm run seal keeps ${unsealed === 1 ? 'it' : 'them'} from being lost or changed in silence.`,
    );
  warnOfAddress(trueName(shown));
}
