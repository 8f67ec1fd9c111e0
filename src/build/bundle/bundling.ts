import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endedEarly } from '../site-fault.ts';

/**
 * Bundles into a folder in a process of its own: what the bundler needs is a third of a build’s memory, and the machine has
 * it back when that process ends. It ends with the one that started it.
 *
 * @param cache the folder of the archive’s cache, where Astro works
 * @param signal stops it
 * @throws what Astro says of code that cannot be bundled; `SiteFault` if the process was ended from outside
 */
export function bundleInto(folder: string, cache: string, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = fork(
    fileURLToPath(new URL('./bundling-process.ts', import.meta.url)),
    [folder, cache],
    {
      ...{ execArgv: [], serialization: 'advanced', signal },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  let fault: unknown;
  child.once('message', (told) => {
    fault = Object.assign(new Error(), told);
  });
  child.once('error', (error) => {
    // Where it never began, it does not end either.
    if (child.pid === undefined) reject(error);
  });
  child.once('exit', (code) => {
    if (code === 0) resolve();
    else reject(fault ?? endedEarly('the code of pages'));
  });
  return promise;
}
