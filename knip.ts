import { readFileSync } from 'node:fs';
import type { KnipConfig } from 'knip';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The programs that the commands of package.json run by way of src/cli/run.mjs. */
const commands = Object.values<string>(scripts).flatMap(
  (script) => /run\.mjs node (?:-\S+ )*(\S+)/.exec(script)?.[1] ?? [],
);

/** What is reached from where the project begins is used; all else is refused. An ignore says why it is one. */
const config: KnipConfig = {
  entry: [
    ...commands,
    // src/cli/test.mjs runs it as a program.
    'src/cli/testing/test-run.mjs',
    // A browser's script, which src/offline/search-page.ts hands to esbuild by its path.
    'src/client/offline/offline.ts',
    'tests/**/*.test.ts',
  ],
  project: ['src/**', 'lint/**', 'tests/**', '!tests/fixtures/**'],
  // A style sheet imports others as a module does.
  compilers: {
    css: (text: string) => (text.match(/^@import [^;]+;/gm) ?? []).join('\n').replaceAll('@', ''),
  },
  // Vite comes with Astro, and reads `import.meta.glob`.
  vite: true,
  ignoreDependencies: [
    // A program, which src/cli/testing/check.mjs runs.
    '@biomejs/biome',
  ],
  // Programs of the machine that a test runs.
  ignoreBinaries: ['apt-get', 'dpkg', 'mkfifo'],
};

export default config;
