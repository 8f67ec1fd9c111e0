import { Marks } from './mark.ts';
import { after, before, type Period, spanning, yearsOf } from './period.ts';
import { type Point, periodOf, pointAt } from './point.ts';
import { shareAt } from './share.ts';

/** What must be known to tell dates from other words. */
export interface Calendar {
  /** The language in which months may be named, besides English; a BCP 47 tag. */
  lang: string;
  /** Whether the archive has articles of a year: only then a mere number is one. */
  hasYear: (year: number) => boolean;
}

/** A date found in a text, with the index one past its last character. */
export interface FoundDate {
  period: Period;
  end: number;
}

const JOINTS = ['-', 'to', 'until', 'till', 'through', 'bis'];

/** Finds dates in a text: days, months, years, parts of them, and ranges. */
export class Dates {
  readonly #marks: Marks;
  readonly #calendar: Calendar;

  constructor(text: string, calendar: Calendar) {
    this.#marks = new Marks(text, calendar.lang);
    this.#calendar = calendar;
  }

  /** The date that begins at an index of the text. Articles and prepositions before it are words of their own. */
  at(start: number): FoundDate | undefined {
    const place = this.#marks.placeAt(start);
    if (place < 0 || this.#marks.word(place) === 'the') return undefined;
    const found = this.#opened(place) ?? this.#range(place) ?? this.#single(place);
    return found && { period: found.period, end: this.#marks.endBefore(found.end) };
  }

  /** “since 1987”, “before 19 October 1987”. */
  #opened(at: number): FoundDate | undefined {
    const word = this.#marks.word(at);
    const single = ['since', 'after', 'before', 'until'].includes(word) && this.#single(at + 1);
    if (!single) return undefined;
    const { period, end } = single;
    if (word === 'before') return { period: before(period), end };
    if (word === 'after') return { period: after(period), end };
    const open = word === 'since' ? { from: period.from, to: '' } : { from: '', to: period.to };
    return { period: open, end };
  }

  /** “March to May 1987”, “between 1986 and 1988”, “19-21 October 1987”, “1986-88”. */
  #range(from: number): FoundDate | undefined {
    const isBetween = this.#marks.word(from) === 'between';
    const at = isBetween ? from + 1 : this.#marks.past(from, 'from');
    const first = this.#pointAt(at);
    if (!first) return undefined;
    const isJoint = isBetween
      ? this.#marks.word(first.end) === 'and'
      : JOINTS.includes(this.#marks.word(first.end));
    if (!isJoint) return undefined;
    const short = this.#shortYear(first);
    if (short) return short;
    const last = this.#pointAt(first.end + 1);
    if (!last) return undefined;
    const isSameMonth = first.month === undefined && first.year === undefined;
    const whole = {
      ...first,
      year: first.year ?? last.year,
      month: isSameMonth ? last.month : first.month,
    };
    const [begin, end] = [periodOf(whole), periodOf(last)];
    const period = begin && end && spanning(begin, end);
    return period && { period, end: last.end };
  }

  /** The years of “1986-88”. */
  #shortYear({ year, month, end }: Point): FoundDate | undefined {
    const last = this.#marks.isJoined(end) ? this.#marks.number(end + 1, 2, 2) : undefined;
    if (year === undefined || month !== undefined || last === undefined) return undefined;
    const period = yearsOf(year, year - (year % 100) + last);
    return period && { period, end: end + 2 };
  }

  #single(at: number): FoundDate | undefined {
    const share = shareAt(this.#marks, at);
    if (share) return share;
    const point = this.#pointAt(at);
    const period = point && periodOf(point);
    return period && { period, end: point.end };
  }

  /** A point, if its mere year is one of the archive. */
  #pointAt(at: number): Point | undefined {
    const point = pointAt(this.#marks, at);
    const isMere = point?.year !== undefined && point.month === undefined;
    return isMere && !this.#calendar.hasYear(point.year ?? 0) ? undefined : point;
  }
}
