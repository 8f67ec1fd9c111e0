import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal } from '../errors/refusal.mjs';
import { runChild } from './child.mjs';
import { projectEnvironment, root } from './setup.mjs';

// The shell without windows first: it has the same engine, and takes half of the processors for the same pages.
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * The path of a Chromium that runs: the one that CHROME_PATH names, one that the machine has, or one
 * that Playwright downloaded earlier; undefined if there is none. Throws a refusal if CHROME_PATH
 * names something else.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function findChromium(env = process.env) {
  if (env.CHROME_PATH) {
    if (runs(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Refusal(
      `CHROME_PATH is ‘${env.CHROME_PATH}’, where there is no Chromium that runs: correct it, or unset it to have one found.`,
    );
  }
  return [...usualPlaces(env), await downloaded()].find(runs);
}

/** As `findChromium`, and installs one if there is none. Throws a refusal if that fails too. */
export async function findOrInstallChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;

  console.error('Installing Chromium for the browser tests (once)…');
  for (const install of [installFromDebian, download]) {
    await install();
    const installed = await findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Refusal(
    `The tests need Chromium, and there is none: not as ${commands.join(', ')}, not where Chrome is usually installed, and neither apt-get nor Playwright could install it; install Chromium or Chrome, or set CHROME_PATH to one, and run \`npm test\` again.`,
  );
}

function usualPlaces(env) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin') {
    return [
      ...onPath,
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ];
  }
  if (process.platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
      ]);
  }
  return onPath;
}

async function downloaded() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  // Ubuntu's chromium-browser can be a notice that asks for a snap, which exits with an error.
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

async function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get'))
    return;
  // Another install may hold the lock for a while: wait for it.
  const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await quietly('apt-get', [...apt, 'update'], env);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await quietly('apt-get', [...apt, 'install', '-y', '--no-install-recommends', name], env);
    if (usualPlaces(env).some(runs)) return;
  }
}

async function download() {
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  await quietly('node', [cli, 'install', 'chromium'], projectEnvironment());
}

async function quietly(program, args, env) {
  const { interrupted } = await runChild(program, args, { env, captured: true });
  if (interrupted) throw new Refusal('The install was interrupted: run `npm test` again.', 130);
}
