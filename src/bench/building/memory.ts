import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const PERIOD = 100;
/** Reading the memory of large processes takes long and slows them, so most of the time is a pause. */
const PAUSE = 9;

/** A file of a process, which may be gone by now: then it says nothing. */
function told(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The processes that a process started, and those that they started, and so on. */
function descendants(ancestor: string): string[] {
  const children = new Map<string, string[]>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    // The name of the program, in brackets, may hold anything; state and parent follow it.
    const [, , parent = ''] = told(pid, 'stat').split(')').at(-1)?.split(' ') ?? [];
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: string): string[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}

/** Memory of a process, in bytes; what it shares with others is divided among them where the system tells. */
function memoryOf(pid: string): number {
  const [, kilobytes = '0'] =
    /^Pss:\s+(\d+) kB$/m.exec(told(pid, 'smaps_rollup')) ??
    /^VmRSS:\s+(\d+) kB$/m.exec(told(pid, 'status')) ??
    [];
  return Number(kilobytes) * 1024;
}

/**
 * Watches the memory of all processes that this one starts, and that those start, as one sum.
 *
 * @returns ends the watch and gives the most that there was, in bytes; nothing on a system without /proc, and where all was
 *   over before it could be looked at
 */
export function watchMemory(): () => number | undefined {
  if (!existsSync('/proc/self/stat')) return () => undefined;
  let most = 0;
  let timer: NodeJS.Timeout;
  const look = () => {
    const start = performance.now();
    const sum = descendants(`${process.pid}`).reduce((bytes, pid) => bytes + memoryOf(pid), 0);
    most = Math.max(most, sum);
    // Does not keep the program running.
    timer = setTimeout(look, Math.max(PERIOD, PAUSE * (performance.now() - start))).unref();
  };
  look();
  return () => {
    clearTimeout(timer);
    return most || undefined;
  };
}
