import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Refusal } from '../errors/refusal.mjs';

/** Where Astro notes the server that shows a project while somebody edits it. */
const NOTE = join('.astro', 'dev.json');

function noted(folder) {
  try {
    const { pid, port, url } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8'));
    return Number.isInteger(pid) && pid > 0 && port > 0 && port < 65_536
      ? { pid, port, url }
      : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is another user's.
    return error.code === 'EPERM';
  }
}

/** Whether a program answers at `port` of this machine. */
async function isServing(port) {
  const socket = connect(port, 'localhost');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * Throws a refusal if a server for editing runs already in a folder of the project. A note that a server left behind which
 * was killed is passed over.
 */
export async function refuseSecondServer(folder) {
  const first = noted(folder);
  if (!first || !isRunning(first.pid) || !(await isServing(first.port))) return;
  throw new Refusal(
    `\`npm run dev\` runs in this folder already, as process ${first.pid}, and two would write the same files: open ${first.url}, or end it with \`npm run dev -- stop\` and start anew.`,
  );
}
