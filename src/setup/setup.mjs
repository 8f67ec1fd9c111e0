import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../errors/refusal.mjs';
import { runChild } from './child.mjs';
import { isInstalledByNpm } from './npm-install.mjs';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const unreachable =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|E[A-Z_]{0,20}TIMEOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b/;

/** Whether node_modules in `folder` is what its package.json and package-lock.json ask for. */
export function isInstalled(folder) {
  return stampIn(folder) === fingerprint(folder);
}

/** Remembers that node_modules in `folder` is what its package.json and package-lock.json ask for. */
export function recordInstall(folder) {
  writeStamp(folder, fingerprint(folder));
}

/**
 * Installs the packages in `folder`, unless that is done already. Throws a refusal that says what to
 * do when there is no network, and npm's own words when it fails for another reason.
 */
export async function setUp(folder = root) {
  if (isInstalled(folder)) return;
  // An install of ours that was cut short left its own stamp, whatever npm says.
  if (stampIn(folder) === undefined && isInstalledByNpm(folder)) return recordInstall(folder);
  console.error('Installing the packages this project needs (once)…');

  beginInstall(folder);
  const { code, output, interrupted } = await installPackages(folder);
  if (interrupted) throw new Refusal('The install was interrupted: run the command again.', 130);
  // npm takes back what a failed install did, so what was there before it is whole.
  clearStamp(folder);
  if (code !== 0 && unreachable.test(output)) {
    throw new Refusal(
      'The packages could not be downloaded because npm cannot reach its registry: connect to the internet (behind a proxy, see `npm config get proxy`) and run the command again.',
    );
  }
  if (code !== 0) throw new Refusal(`${output.trimEnd()}\n\nnpm could not install the packages.`);
  if (!existsSync(join(folder, 'node_modules/.bin/node'))) {
    throw new Refusal(
      'The Node that this project runs on was not installed because npm is set to skip install scripts: run `npm rebuild node --ignore-scripts=false`, then the command again.',
    );
  }
  recordInstall(folder);
}

/** The environment for the project's own programs: those in node_modules come first on PATH. */
export function projectEnvironment() {
  const bin = join(root, 'node_modules/.bin');
  return {
    ...withPath((entries) => [bin, ...entries.filter((entry) => entry !== bin)]),
    ASTRO_TELEMETRY_DISABLED: '1',
    // Pictures are encoded on these threads, of which Node has four whatever the machine has.
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? `${Math.max(4, availableParallelism())}`,
  };
}

async function installPackages(folder) {
  const options = {
    cwd: folder,
    // npm runs on the reader's own Node: the one in node_modules is among what it replaces.
    env: withPath((entries) => entries.filter((entry) => !inModules(entry))),
    captured: true,
  };
  // Without a network an install would take minutes to fail; what npm has kept may yet be enough.
  const ping = await runChild(
    'npm',
    ['ping', '--fetch-retries=0', '--fetch-timeout=10000'],
    options,
  );
  if (ping.interrupted) return ping;
  const source = ping.code !== 0 && unreachable.test(ping.output) ? ['--offline'] : [];
  return runChild('npm', [...installation, ...source], options);
}

// Not `npm ci`: it refuses a lock file that lacks a platform's package which the registry lacks too,
// and starts from nothing when one package changed.
const installation = [
  'install',
  '--no-save',
  // A NODE_ENV of production would leave out what the build and the tests need.
  '--include=dev',
  // The packages run on the Node that is among them, not on the one that installs them.
  '--engine-strict=false',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

const unfinished = 'unfinished';

function beginInstall(folder) {
  const modules = join(folder, 'node_modules');
  const stamp = stampIn(folder);
  // npm would take half an installed package, left by an interrupted install, for a whole one. A stamp that is no
  // digest tells of no complete install.
  if (stamp !== undefined && !/^[0-9a-f]{64}$/.test(stamp)) {
    rmSync(modules, { recursive: true, force: true });
  }
  mkdirSync(modules, { recursive: true });
  writeStamp(folder, unfinished);
}

const stampOf = (folder) => join(folder, 'node_modules/.cuttings-install');

/** The text of the stamp; undefined where there is none, and blank where it cannot be read. */
function stampIn(folder) {
  const found = lstatSync(stampOf(folder), { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? readFileSync(stampOf(folder), 'utf8') : '';
}

function writeStamp(folder, text) {
  clearStamp(folder);
  writeFileSync(stampOf(folder), text);
}

const clearStamp = (folder) => rmSync(stampOf(folder), { recursive: true, force: true });

function fingerprint(folder) {
  // Scripts are left out: a new command is no reason to install.
  const { scripts, ...asked } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([process.platform, process.arch, asked]))
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

const inModules = (entry) => /[\\/]node_modules[\\/]/.test(entry);

function withPath(change) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const entries = (process.env[name] ?? '').split(delimiter);
  const environment = { ...process.env };
  environment[name] = change(entries).join(delimiter);
  return environment;
}
