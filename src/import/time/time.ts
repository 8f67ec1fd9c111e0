import { foldSpace } from '../../domain/article/paragraph.ts';
import { isDay, isDayOrMoment } from '../../domain/date.ts';
import { clockAt } from './clock.ts';
import { type Token, tokensOf } from './token.ts';
import { writtenDayAt } from './written-day.ts';

/** When something was published. */
export interface Time {
  /** The day as written: half past eleven at night in Oslo belongs to the day in Oslo. */
  date: string;
  /** The moment, where its offset from UTC is given; else the day. */
  published: string;
  /** Day and time of a clock whose zone is not given: `2031-04-02T09:00`. */
  local?: string;
}

/** A time that stands in a text. */
export interface TimeInText {
  /** The time; of a day that may be one of two, both. */
  times: Time[];
  /** The words before it, and what follows. */
  before: string;
  after: string;
}

/** The longest text that is read as a time, or searched for times. */
const LONGEST = 300;

const WITH_ZONE = /(?:Z|[+-]\d{2}:\d{2})$/;

function timeOf(date: string, clock: ReturnType<typeof clockAt>): Time {
  if (!clock) return { date, published: date };
  const local = `${date}${clock.time}`;
  const moment = `${local}${clock.offset ?? ''}`;
  if (WITH_ZONE.test(moment) && isDayOrMoment(moment)) return { date, published: moment };
  return isDayOrMoment(`${local}Z`) ? { date, published: date, local } : { date, published: date };
}

/**
 * The times that a short text names, in order.
 *
 * @param lang the language of the text, where it is known
 */
export function timesIn(value: string, lang: string | undefined): TimeInText[] {
  if (value.length > LONGEST || !/\p{Nd}/u.test(value)) return [];
  const tokens = tokensOf(value);
  const found: TimeInText[] = [];
  const isWithin = (token: Token | undefined) => token?.kind === 'number' || token?.kind === 'word';
  for (let at = 0; at < tokens.length; at++) {
    const day = writtenDayAt(tokens, at, lang);
    // A number that goes on is no year: 2.4.20311, 2/4/2031/7.
    if (!day || day.days.length === 0) continue;
    const clock = clockAt(tokens, day.next);
    const next = clock?.next ?? day.next;
    const start = tokens[at]?.start ?? 0;
    const end = tokens[next]?.start ?? value.length;
    found.push({
      times: day.days.map((date) => timeOf(date, clock)),
      before: value.slice(0, start),
      after: value.slice(end),
    });
    at = next - 1;
    if (isWithin(tokens[next]) && !clock) at = next;
  }
  return found;
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The day that a source gives, and the exact time if it has an offset from UTC. Dates like 10/11/2023 are not read where
 * their language does not say which number is the day.
 *
 * @param lang the language of the source, where it is known
 */
export function asTime(value: unknown, lang?: string): Time | undefined {
  const times = possibleTimes(value, lang);
  return times.length === 1 ? times[0] : undefined;
}

/** As `asTime`, but with both days that numbers may mean. */
export function possibleTimes(value: unknown, lang?: string): Time[] {
  if (typeof value !== 'string' || value.length > LONGEST) return [];
  const text = foldSpace(value).replace(/ ?\[[\w/+-]*\]$/u, '');
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = compact;
    const date = `${year}-${month}-${day}`;
    return isDay(date)
      ? possibleTimes(hour ? `${date}T${hour}:${minute}:${second}${zone}` : date)
      : [];
  }
  const [found, other] = timesIn(text, lang);
  if (!found || other) return [];
  // A weekday before it; a point or a language’s word for “day” or “year” after it.
  const isAlone =
    /^(?:[\p{L}\p{M}]{1,20}[.,]{0,2} ?)?$/u.test(found.before) &&
    /^(?: ?\p{L}{0,2}\.)?(?:[.,)日일]|\([\p{L}\p{M}]{1,9}\))*$/u.test(found.after);
  return isAlone ? found.times : [];
}
