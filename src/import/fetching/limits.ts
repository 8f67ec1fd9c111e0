import { LARGEST } from '../../content/files/regular-file.ts';

/** What bounds the fetching of a medium. Times are in milliseconds. */
export interface Limits {
  /** The most bytes of a medium. */
  bytes: number;
  /** How long a host may take to be connected to. */
  connecting: number;
  /** How long nothing may come. */
  silence: number;
  /** How long an attempt may take in all. What came until then is kept for the next one. */
  whole: number;
  /** The longest that is waited where a server asks to come again later, or fails. */
  patience: number;
  /** How long is waited before another attempt where the server does not say it. */
  pause: number;
}

const SECOND = 1000;

/** What holds for the web: a file as large as any that is imported, and as much patience as an archivist has. */
export const WEB_LIMITS: Limits = {
  bytes: LARGEST,
  connecting: 15 * SECOND,
  silence: 30 * SECOND,
  whole: 15 * 60 * SECOND,
  patience: 60 * SECOND,
  pause: SECOND,
};
