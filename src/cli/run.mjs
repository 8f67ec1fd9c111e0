// node src/cli/run.mjs PROGRAM ARGS…: installs if needed, then runs the program on the project's own
// Node. A chain of `&&` in package.json cannot do this: the shell looks `node` up once, before the
// install, and keeps to what it found.
import './node-version.mjs';
import { runChild } from './child.mjs';
import { command } from './refusal.mjs';
import { projectEnvironment, setUp } from './setup.mjs';

await command(async () => {
  await setUp();
  const [program = 'node', ...args] = process.argv.slice(2);
  const { code } = await runChild(program, args, { env: projectEnvironment() });
  return code;
});
