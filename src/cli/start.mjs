import '../setup/node-version.mjs';
import { command } from '../errors/refusal.mjs';
import { readPort, refuseTakenPort } from '../hosting/port.mjs';
import { runChild } from '../setup/child.mjs';
import { projectEnvironment, root, setUp } from '../setup/setup.mjs';

await command(async () => {
  // Checked before the install and the build, so that nobody waits for them in vain.
  await refuseTakenPort(readPort(process.env.PORT));
  await setUp();

  const options = { cwd: root, env: projectEnvironment() };
  const build = await runChild('node', ['src/cli/build.ts'], options);
  if (build.code !== 0) return build.code;
  const server = await runChild('node', ['src/cli/serve.ts'], options);
  return server.code;
});
