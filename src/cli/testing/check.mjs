import { command } from '../../errors/refusal.mjs';
import { runChild } from '../../setup/child.mjs';

// Biome colours a log file too, which makes it hard to read.
const plain = process.stdout.isTTY ? [] : ['--colors=off'];

const parts = [
  { name: 'types', program: 'astro', args: ['check'] },
  { name: 'lint and format', program: 'biome', args: ['ci', '.', ...plain] },
  {
    name: 'format of components',
    program: 'prettier',
    args: ['--check', '--log-level=warn', 'src/**/*.astro'],
  },
  // Also reports ignore entries that are no longer needed.
  { name: 'dead code', program: 'knip', args: ['--no-progress', '--treat-config-hints-as-errors'] },
  { name: 'imports', program: 'node', args: ['lint/imports.ts'] },
];

/**
 * Checks the sources, one part after another, and shows what each part says.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ name: string, passed: boolean }[]>}
 */
export async function check(env = process.env) {
  const results = [];
  for (const { name, program, args } of parts) {
    const { code } = await runChild(program, args, { env });
    const passed = code === 0;
    console.log(`${passed ? '✔' : '✖'} ${name}`);
    results.push({ name, passed });
  }
  return results;
}

if (import.meta.main) {
  await command(async () => ((await check()).every(({ passed }) => passed) ? 0 : 1));
}
