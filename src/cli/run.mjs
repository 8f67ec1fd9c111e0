// node src/cli/run.mjs PROGRAM ARGS…: installs packages if needed, then runs the program on the
// project's own Node. A chain of `&&` in package.json cannot do this: the shell looks `node` up only
// once, before the install.
import '../setup/node-version.mjs';
import { command } from '../errors/refusal.mjs';
import { runChild } from '../setup/child.mjs';
import { projectEnvironment, setUp } from '../setup/setup.mjs';

await command(async () => {
  await setUp();
  const [program = 'node', ...args] = process.argv.slice(2);
  const { code } = await runChild(program, args, { env: projectEnvironment() });
  return code;
});
