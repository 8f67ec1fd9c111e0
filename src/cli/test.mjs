import './node-version.mjs';
import { runChild } from './child.mjs';
import { findOrInstallChromium } from './chromium.mjs';
import { command } from './refusal.mjs';
import { projectEnvironment, root, setUp } from './setup.mjs';

await command(async () => {
  await setUp();
  const CHROME_PATH = await findOrInstallChromium();
  const { code } = await runChild('node', ['src/cli/test-run.mjs'], {
    cwd: root,
    env: { ...projectEnvironment(), CHROME_PATH },
  });
  return code;
});
