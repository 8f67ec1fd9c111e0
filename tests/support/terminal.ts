import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What makes a process take its pipes for a terminal. */
const AS_TERMINAL = `data:text/javascript,${encodeURIComponent(`
process.stdin.isTTY = true;
process.stdin.setRawMode = () => process.stdin;
process.stdout.isTTY = true;
process.stdout.columns = 400;
process.stdout.rows = 60;
`)}`;

/** Keys that are no letters. */
export const ENTER = '\r';
export const DOWN = '\u001b[B';
export const TAB = '\t';
/** Takes all back that stands on a line. */
export const CLEAR = '\u0015';

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal is told by them how it shows text
const CONTROLS = /\u001b\[[\d;?]*[A-Za-z]/g;

/**
 * Runs a script at a terminal, and types keys where a question stands.
 *
 * @param steps each question, in words that it has, and the keys that answer it, in this order
 * @returns its exit code, and all that it printed, without the signs that move the cursor
 */
export async function atTerminal(
  args: readonly string[],
  steps: readonly (readonly [question: string, keys: string])[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; shown: string }> {
  const child = spawn(process.execPath, ['--import', AS_TERMINAL, ...args], {
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  let shown = '';
  let from = 0;
  let next = 0;
  let stuck: NodeJS.Timeout | undefined;
  const type = (chunk: Buffer) => {
    shown += `${chunk}`.replace(CONTROLS, '');
    const step = steps[next];
    clearTimeout(stuck);
    // A question that nobody answers is a test that would never end.
    stuck = setTimeout(() => child.kill(), 30_000);
    const at = step ? shown.indexOf(step[0], from) : -1;
    if (!step || at < 0) return;
    from = at + step[0].length;
    next++;
    // What a question reads it reads once it has drawn itself.
    setTimeout(() => child.stdin.write(step[1]), 50);
    // A pipe that stays open would keep the process alive, as no terminal does.
    if (next === steps.length) setTimeout(() => child.stdin.end(), 500);
    type(Buffer.of());
  };
  child.stdout.on('data', type);
  child.stderr.on('data', type);
  const [code] = await once(child, 'close');
  clearTimeout(stuck);
  if (next < steps.length)
    throw new Error(`It was never asked “${steps[next]?.[0]}”. It showed:\n${shown}`);
  return { code, shown };
}
