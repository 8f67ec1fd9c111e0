import { hostname } from 'node:os';

/** The process that holds a lock. */
export interface Holder {
  /** The command as it was typed: “npm run build”. */
  command: string;
  /** Its process number. */
  process: number;
  /** The name of the machine or container in which it runs. */
  host: string;
  /** When it asked for the lock, in ISO 8601. */
  since: string;
}

/** A lock that this process holds until `release` or its end. */
export interface Lock {
  release: () => void;
}

/** Thrown where a lock cannot be taken; the message says why, and what to do. */
export class LockFault extends Error {
  override name = 'LockFault';
}

/** This process as a holder, from now on. @param command as it was typed */
export const holderHere = (command: string): Holder => ({
  command,
  process: process.pid,
  host: hostname(),
  since: new Date().toISOString(),
});
