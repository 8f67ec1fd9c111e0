import '../setup/node-version.mjs';
import { command } from '../errors/refusal.mjs';
import { refuseSecondServer } from '../hosting/editing-server.mjs';
import { readPort, refuseTakenPort } from '../hosting/port.mjs';
import { runChild } from '../setup/child.mjs';
import { projectEnvironment, root, setUp } from '../setup/setup.mjs';

/** Options of Astro by which the first server ends, or another one is meant to run beside it. */
const BESIDE = ['--force', '--ignore-lock'];

await command(async () => {
  const args = process.argv.slice(2);
  const has = (option) => args.some((one) => one === option || one.startsWith(`${option}=`));
  // What is no option asks for the server that runs: `stop`, `status`, `logs`.
  const starts = args[0] === undefined || args[0].startsWith('-');
  // Checked here, since Astro would tell it in words of its own.
  if (starts && !BESIDE.some(has)) {
    await refuseSecondServer(root);
    if (!has('--port')) await refuseTakenPort(readPort(process.env.PORT), 'npm run dev');
  }
  await setUp();
  const { code } = await runChild('astro', ['dev', ...args], {
    cwd: root,
    env: projectEnvironment(),
  });
  return code;
});
