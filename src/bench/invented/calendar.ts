import type { Chance } from './chance.ts';

/** The mean number of articles on a working day and on a day of the weekend; a year has about 20,000. */
const [WORKING, WEEKEND] = [62, 36] as const;

/** The first day of every invented archive. */
const FIRST = Date.UTC(2031, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/** A day of an archive, YYYY-MM-DD, and the times of its articles, in order, in ISO 8601. */
export interface Day {
  day: string;
  moments: string[];
}

/** One day after another, without end. */
export function* days(chance: Chance): Generator<Day, never> {
  for (let at = FIRST; ; at += DAY) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    const mean = date.getUTCDay() % 6 === 0 ? WEEKEND : WORKING;
    const count = Math.round(mean * Math.exp(0.15 * chance.normal()));
    const minutes = Array.from({ length: count }, () => chance.below(24 * 60));
    const moments = minutes
      .toSorted((a, b) => a - b)
      .map((minute) => new Date(at + minute * 60_000).toISOString());
    yield { day, moments };
  }
}
