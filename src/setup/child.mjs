import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, passing on the signals that ask this process to stop.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, captured?: boolean }} options `captured` keeps
 *   what the program prints instead of showing it
 * @returns {Promise<{ code: number, output: string, interrupted: boolean }>} the exit code (128 and
 *   the signal's number if a signal ended it), what it printed, and whether it was asked to stop
 */
export function runChild(program, args, { cwd, env = process.env, captured = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: captured ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm and the programs in node_modules/.bin are .cmd files on Windows, which need a shell.
      shell: process.platform === 'win32',
    });

    let interrupted = false;
    const passOn = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    for (const signal of passedOn) process.on(signal, passOn);

    let output = '';
    const keep = (text) => {
      output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);

    const cleanTree = () => {
      for (const signal of passedOn) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      cleanTree();
      reject(error);
    });
    child.on('close', (code, signal) => {
      cleanTree();
      resolve({ code: code ?? 128 + constants.signals[signal], output, interrupted });
    });
  });
}
