import { hostname } from 'node:os';

/** Who holds a folder. */
export interface Holder {
  /** What was typed: “npm run build”. */
  command: string;
  process: number;
  /** The machine, or the container, in which that process runs. */
  host: string;
  /** When it began, in ISO 8601. */
  since: string;
}

/** A folder that is held, until `release` or the end of the process. */
export interface Lock {
  release: () => void;
}

/** Thrown where a folder cannot be held; the message says why, and what to do. */
export class LockFault extends Error {
  override name = 'LockFault';
}

/** This process as a holder. @param command what was typed */
export const holderHere = (command: string): Holder => ({
  command,
  process: process.pid,
  host: hostname(),
  since: new Date().toISOString(),
});
