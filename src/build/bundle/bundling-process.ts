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
  // The exit waits until it is sent.
  process.send?.(error, () => process.exit(1));
}
