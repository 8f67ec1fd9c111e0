import { execFileSync } from 'node:child_process';

const MOST_BYTES = 2 ** 30;

/** The environment for git, without variables by which a hook or shell could point it at another repository. */
function environment(): NodeJS.ProcessEnv {
  const all = { ...process.env };
  for (const name of Object.keys(all)) if (name.startsWith('GIT_')) delete all[name];
  return all;
}

/**
 * The output of git in a folder. Replaced commits are ignored, and signatures are not checked, because that runs a
 * command.
 *
 * @throws if git is not installed, or fails
 */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['--no-replace-objects', '-c', 'log.showSignature=false', ...args], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: MOST_BYTES,
  });

/** A file of a commit, by its path from the folder, as committed; no git attribute changes it. */
export const fileAt = (folder: string, commit: string, path: string): string =>
  git(folder, 'cat-file', 'blob', `${commit}:./${path}`);
