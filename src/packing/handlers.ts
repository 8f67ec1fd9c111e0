import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What answers with a packed site, and what it becomes there. */
const HANDLERS = [
  { from: new URL('../hosting/packed/server.ts', import.meta.url), to: 'packs/server.mjs' },
  { from: new URL('../hosting/packed/worker.ts', import.meta.url), to: 'packs/worker.js' },
] as const;

/** The handlers of a packed site, each as one file that needs no other: a program of Node, and a Worker. */
export async function handlers(): Promise<{ path: string; text: string }[]> {
  return Promise.all(
    HANDLERS.map(async ({ from, to }) => {
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(from)],
        absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
        bundle: true,
        format: 'esm',
        platform: 'neutral',
        external: ['node:*'],
        target: 'es2022',
        write: false,
        logLevel: 'error',
      });
      return { path: to, text: outputFiles[0]?.text ?? '' };
    }),
  );
}
