import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import { number } from '../../messages/wording.ts';
import { type ChartClaim, levelOf } from './chart.ts';

/** A drawing’s size in user units, which are CSS pixels where it is shown at its own width. */
export interface Size {
  width: number;
  height: number;
}

/** A mark on an axis. */
interface Tick {
  at: number;
  label: string;
}

/** The scales and axes that all drawings of one chart share. */
export interface Frame extends Size {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
  days: Tick[];
  counts: Tick[];
}

const DAY = 86_400_000;
/** Width of a digit of the labels. */
const DIGIT = 7.5;
/** Least space between two labelled days. */
const DAY_ROOM = 84;

const time = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The format of days on an axis; the longer the chart's time, the coarser. */
function dayFormat(span: number, lang: string): Intl.DateTimeFormat {
  const year = span > 1200 * DAY;
  const day = span <= 150 * DAY;
  return new Intl.DateTimeFormat(lang, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(!year && { month: 'short' }),
    ...(day && { day: 'numeric' }),
  });
}

/** The days that an axis labels: those of the claims where they are few, otherwise round ones. */
function dayTicks(x: Frame['x'], times: readonly number[], width: number, lang: string): Tick[] {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const most = Math.max(1, Math.floor(width / DAY_ROOM));
  const format = dayFormat(span, lang);
  const isFew = times.length <= Math.min(4, most);
  const chosen = isFew ? times.map((at) => new Date(at)) : x.ticks(most);
  const ticks = chosen.map((date) => ({ at: x(date), label: format.format(date) }));
  // Labels of days close together, and two labels of the same month, would overlap.
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (!last || (tick.at - last.at >= DAY_ROOM && tick.label !== last.label)) kept.push(tick);
  }
  return kept;
}

function countTicks(y: Frame['y'], most: number, lang: string): Tick[] {
  const compact = new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 });
  return y
    .ticks(4)
    .filter(Number.isInteger)
    .map((value) => ({
      at: y(value),
      label: most >= 1_000_000 ? compact.format(value) : number(value, lang),
    }));
}

/** The frame of claims that all have a number. The axis of counts begins at zero. */
export function frameOf(
  claims: readonly ChartClaim[],
  { width, height }: Size,
  lang: string,
): Frame {
  const times = [...new Set(claims.map(({ day }) => time(day)))].toSorted((a, b) => a - b);
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const room = Math.max(DAY, (last - first) * 0.05);
  const most = Math.max(
    1,
    ...claims.map((claim) => Math.max(levelOf(claim) ?? 0, claim.high ?? 0)),
  );
  const top = 34;
  const bottom = height - 30;
  const y = scaleLinear([0, most], [bottom, top]).nice(4);
  const counts = countTicks(y, most, lang);
  const left = 12 + DIGIT * Math.max(...counts.map(({ label }) => label.length));
  const right = width - 16;
  const x = scaleUtc([new Date(first - room), new Date(last + room)], [left + 8, right]);
  const days = dayTicks(x, times, right - left, lang);
  return { width, height, left, right, top, bottom, x, y, counts, days };
}

/** The horizontal position of a day in a frame. */
export const atDay = ({ x }: Frame, day: string): number => x(new Date(time(day)));
