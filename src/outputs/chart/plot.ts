import { area, line } from 'd3-shape';
import {
  type ChartClaim,
  type ChartSeries,
  drawnClaims,
  isRange,
  levelOf,
  openEnd,
} from './chart.ts';
import { atDay, type Frame } from './frame.ts';

/** The mark of a claim. */
interface Mark {
  x: number;
  y: number;
  /** The other end of a range that states no number in between. */
  other: number | undefined;
  /** True where the words state only an end (“at least”), not the number itself. */
  isOpen: boolean;
  href: string;
  label: string;
}

/** A series as it is drawn: paths of SVG in the units of the frame, and marks. */
export interface Plot {
  name: string;
  /** The lines that join the claims of a run. */
  lines: string;
  /** Areas between the ends of runs whose claims are all ranges. */
  bands: string;
  /** From the lower to the upper end of each range. */
  bars: string;
  /** From the stated end of a claim towards its open end. */
  arrows: string;
  marks: Mark[];
}

/** Where there are more claims than this, only landmarks are marked. */
const MOST_MARKED = 300;
const CAP = 4;
const ARROW = 20;
const HEAD = 4.5;
/** How far claims of one day by different counters are set apart. */
const APART = 7;

const round = (value: number) => Math.round(value * 10) / 10;

interface Placed {
  claim: ChartClaim;
  level: number;
  x: number;
}

function barOf({ claim, x }: Placed, { y }: Frame): string {
  const [low, high] = [round(y(claim.low ?? 0)), round(y(claim.high ?? 0))];
  const cap = (at: number) => `M${round(x - CAP)},${at}h${2 * CAP}`;
  return `M${round(x)},${low}V${high}${cap(low)}${cap(high)}`;
}

function arrowOf({ claim, level, x }: Placed, { y, bottom }: Frame): string {
  const at = round(y(level));
  const isUp = openEnd(claim) === 'upper';
  // Counts end at zero.
  const tip = isUp ? round(at - ARROW) : round(Math.min(at + ARROW, Math.max(bottom, at + HEAD)));
  const back = isUp ? HEAD : -HEAD;
  return `M${round(x)},${at}V${tip}M${round(x - HEAD)},${round(tip + back)}L${round(x)},${tip}L${round(x + HEAD)},${round(tip + back)}`;
}

/** The claims that are marked where there are too many to mark all: the ends of each run, and the highest of all. */
function landmarks(runs: readonly Placed[][]): Placed[] {
  const highest = runs.flat().toSorted((a, b) => b.level - a.level)[0];
  const ends =
    runs.length > 20
      ? [runs[0]?.[0], runs.at(-1)?.at(-1)]
      : runs.flatMap((run) => [run[0], run.at(-1)]);
  return [...new Set([...ends, highest])].filter((placed) => placed !== undefined);
}

/**
 * Series as they are drawn in a frame.
 *
 * @param all how many claims the chart has, in all its drawings
 */
export function plotsOf(series: readonly ChartSeries[], frame: Frame, all: number): Plot[] {
  const days = Map.groupBy(drawnClaims(series), ({ day }) => day);
  const isShared = [...days.values()].some(({ length }) => length > 1);
  const apart = isShared && all <= MOST_MARKED ? APART : 0;
  return series.map(({ name, runs }, index) => {
    const shift = (index - (series.length - 1) / 2) * apart;
    const placed = runs
      .map((run) =>
        run.flatMap((claim): Placed[] => {
          const level = levelOf(claim);
          return level === undefined ? [] : [{ claim, level, x: atDay(frame, claim.day) + shift }];
        }),
      )
      .filter((run) => run.length > 0);
    return { name, ...drawn(placed, frame, all) };
  });
}

function drawn(runs: readonly Placed[][], frame: Frame, all: number): Omit<Plot, 'name'> {
  const { y } = frame;
  const joined = line<Placed>(
    ({ x }) => x,
    ({ level }) => y(level),
  ).digits(1);
  const between = area<Placed>(
    ({ x }) => x,
    ({ claim }) => y(claim.low ?? 0),
    ({ claim }) => y(claim.high ?? 0),
  ).digits(1);
  const marked = all <= MOST_MARKED ? runs.flat() : landmarks(runs);
  return {
    lines: runs
      .filter(({ length }) => length > 1)
      .map((run) => joined(run) ?? '')
      .join(''),
    bands: runs
      .filter((run) => run.length > 1 && run.every(({ claim }) => isRange(claim)))
      .map((run) => between(run) ?? '')
      .join(''),
    bars: marked
      .filter(({ claim }) => isRange(claim))
      .map((one) => barOf(one, frame))
      .join(''),
    arrows: marked
      .filter(({ claim }) => openEnd(claim))
      .map((one) => arrowOf(one, frame))
      .join(''),
    marks: marked.map(({ claim, level, x }) => ({
      x: round(x),
      y: round(y(level)),
      other: isRange(claim) && claim.best === undefined ? round(y(claim.high ?? 0)) : undefined,
      isOpen: claim.best === undefined,
      href: claim.href,
      label: claim.label,
    })),
  };
}
