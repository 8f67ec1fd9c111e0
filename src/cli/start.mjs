import './node-version.mjs';
import { runChild } from './child.mjs';
import { readPort, refuseTakenPort } from './port.mjs';
import { command } from './refusal.mjs';
import { projectEnvironment, root, setUp } from './setup.mjs';

await command(async () => {
  // Before the install and the build, so that nobody waits for them to be told.
  await refuseTakenPort(readPort(process.env.PORT));
  await setUp();

  const options = { cwd: root, env: projectEnvironment() };
  const build = await runChild('node', ['src/cli/build.ts'], options);
  if (build.code !== 0) return build.code;
  const server = await runChild('node', ['src/cli/serve.ts'], options);
  return server.code;
});
