import { handOver } from '../../handover.ts';
import { makeBundle } from './bundle-making.ts';
import { keepBundle } from './kept-bundle.ts';

const [folder = '', cache = ''] = process.argv.slice(2);
// Nobody waits for the bundle any more.
process.once('disconnect', () => process.exit(1));
// Known before anything is bundled: Astro’s collections would read the archive once more.
handOver({ workFolder: cache, build: { shownKeys: new WeakMap() } });
try {
  keepBundle(folder, await makeBundle(cache, folder));
  process.exit();
} catch (error) {
  // An error that is sent as it is loses the code by which a full disk is told. The exit waits until it is sent.
  const { message, stack, code } = error as NodeJS.ErrnoException;
  process.send?.({ message, stack, code }, () => process.exit(1));
}
