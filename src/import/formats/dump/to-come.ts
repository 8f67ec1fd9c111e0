import { asTime } from '../../time/time.ts';
import type { Skipped } from '../skipped.ts';

/** Posts that a site holds back until a day that is not yet come, whatever their status says. */

/** No zone is further from UTC, in milliseconds. */
const FURTHEST = 15 * 60 * 60 * 1000;

/**
 * Whether a time is after a moment; a day or a clock without a zone is, where it is so everywhere.
 *
 * @param end in milliseconds since 1970; now, if an export does not say when it was made
 */
export function isToCome(text: string | undefined, end = Date.now()): boolean {
  const time = asTime(text);
  if (!time) return false;
  // Where its zone is known it is a moment, else a day.
  if (time.published.includes('T')) return Date.parse(time.published) > end;
  const local = Date.parse(`${time.local ?? time.date}Z`);
  return local - FURTHEST > end;
}

/** Why a post that bears these times was not published yet; nothing where none of them is to come. */
export const whyToCome = (...times: (string | undefined)[]): Skipped | undefined =>
  times.some((time) => isToCome(time))
    ? { skipped: 'it is dated after today', as: 'scheduled' }
    : undefined;
