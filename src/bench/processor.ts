import { readFileSync } from 'node:fs';

/** Ticks of the system's clock in a second; Linux tells them to programs so on every machine. */
const TICKS = 100;
/** Where the ticks of ended processes stand after the program's name. */
const [USER, SYSTEM] = [13, 14];

/**
 * Seconds of a processor's time that processes have taken which this one started and which have ended; `undefined` on
 * a system without /proc.
 */
export function secondsOfEnded(): number | undefined {
  try {
    // The name of the program, in brackets, may hold anything.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(')').at(-1)?.trim().split(' ');
    return (Number(fields?.[USER]) + Number(fields?.[SYSTEM])) / TICKS;
  } catch {
    return undefined;
  }
}
