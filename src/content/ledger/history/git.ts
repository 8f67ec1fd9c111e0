import { execFileSync } from 'node:child_process';

const MOST_BYTES = 2 ** 30;

/** What git is asked is asked of the archive alone: no hook or shell that runs a command points it elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const all = { ...process.env };
  for (const name of Object.keys(all)) if (name.startsWith('GIT_')) delete all[name];
  return all;
}

/**
 * What git says in a folder. No replaced commits, and no signatures: these run a command.
 *
 * @throws where git is not there, or fails
 */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['--no-replace-objects', '-c', 'log.showSignature=false', ...args], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: MOST_BYTES,
  });

/** A file of a commit, beside the folder, as it was committed: no attribute has it shown in another way. */
export const fileAt = (folder: string, commit: string, path: string): string =>
  git(folder, 'cat-file', 'blob', `${commit}:./${path}`);
