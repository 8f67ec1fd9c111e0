import '../setup/node-version.mjs';
import { command } from '../errors/refusal.mjs';
import { runChild } from '../setup/child.mjs';
import { findOrInstallChromium } from '../setup/chromium.mjs';
import { projectEnvironment, root, setUp } from '../setup/setup.mjs';

await command(async () => {
  await setUp();
  const CHROME_PATH = await findOrInstallChromium();
  const { code } = await runChild('node', ['src/cli/testing/test-run.mjs'], {
    cwd: root,
    env: { ...projectEnvironment(), CHROME_PATH },
  });
  return code;
});
