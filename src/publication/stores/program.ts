import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { shownText } from '../../domain/problem.ts';
import { StoreFault } from '../store.ts';

/** What is said of a program that failed: its last words. */
const SAID = 600;

/**
 * Runs a program of the machine, without a shell, and hands it lines.
 *
 * @param passed the exit codes that are no failure
 * @returns what it wrote
 * @throws StoreFault where it is not there, or fails
 */
export async function runProgram(
  name: string,
  args: readonly string[],
  lines: readonly string[],
  passed: readonly number[] = [0],
): Promise<string> {
  const child = spawn(name, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // It may end before it has read all lines; its exit code tells why.
  child.stdin.on('error', () => {});
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  let [code, written, said]: [number | null, string, string] = [null, '', ''];
  try {
    [code, written, said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StoreFault(
      `There is no ${name} on this machine: install it (Debian: apt install ${name}; macOS: brew install ${name}), or publish another way.`,
    );
  }
  if (code !== null && passed.includes(code)) return written;
  throw new StoreFault(
    `${name} ended with ${code === null ? 'a signal' : `code ${code}`}. It said:\n${shownText(said.trim().slice(-SAID)) || 'nothing'}\nMend that, and run the command again: it goes on from there.`,
  );
}
