import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The least time between two measurements, in milliseconds. */
const PERIOD = 100;
/** The pause is this many times as long as a measurement, which takes long for large processes and slows them. */
const PAUSE = 9;

/** A file of a process in /proc; empty where the process has ended. */
function told(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The processes that a process started, directly or through others. */
function descendants(ancestor: string): string[] {
  const children = new Map<string, string[]>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    // The name of the program, in brackets, may contain anything; state and parent follow it.
    const [, , parent = ''] = told(pid, 'stat').split(')').at(-1)?.split(' ') ?? [];
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: string): string[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(ancestor);
}

/** The memory of a process, in bytes. Where the system tells, memory that processes share is divided among them. */
function memoryOf(pid: string): number {
  const [, kilobytes = '0'] =
    /^Pss:\s+(\d+) kB$/m.exec(told(pid, 'smaps_rollup')) ??
    /^VmRSS:\s+(\d+) kB$/m.exec(told(pid, 'status')) ??
    [];
  return Number(kilobytes) * 1024;
}

/**
 * Measures the memory of all processes that this one starts, directly or through others, as one sum.
 *
 * @returns a function that ends this and gives the greatest sum, in bytes; undefined on a system without /proc, and where
 *   nothing was running at any measurement
 */
export function watchMemory(): () => number | undefined {
  if (!existsSync('/proc/self/stat')) return () => undefined;
  let most = 0;
  let timer: NodeJS.Timeout;
  const look = () => {
    const start = performance.now();
    const sum = descendants(`${process.pid}`).reduce((bytes, pid) => bytes + memoryOf(pid), 0);
    most = Math.max(most, sum);
    // `unref`, so that the timer does not keep this process running.
    timer = setTimeout(look, Math.max(PERIOD, PAUSE * (performance.now() - start))).unref();
  };
  look();
  return () => {
    clearTimeout(timer);
    return most || undefined;
  };
}
