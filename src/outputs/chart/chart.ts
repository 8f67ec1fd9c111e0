/** A claim on a chart. Its bounds are as stated; an open end is left out. */
export interface ChartClaim {
  /** The day on which it stood so, YYYY-MM-DD. */
  day: string;
  low?: number | undefined;
  best?: number | undefined;
  high?: number | undefined;
  /** Its permalink. */
  href: string;
  /** The claim in a sentence. */
  label: string;
}

/** What one counter said on one basis. Only the claims of one run are joined by a line. */
export interface ChartSeries {
  name: string;
  runs: readonly (readonly ChartClaim[])[];
}

type Bounds = Pick<ChartClaim, 'low' | 'best' | 'high'>;

/**
 * The number that a line goes through: the number that the words state, or else the end that they state. Undefined
 * where they state none.
 */
export const levelOf = ({ low, best, high }: Bounds): number | undefined => best ?? low ?? high;

/** Which end of a claim is open: the upper of “at least”, the lower of “up to”. */
export function openEnd({ low, best, high }: Bounds): 'upper' | 'lower' | undefined {
  if (best !== undefined || (low === undefined) === (high === undefined)) return undefined;
  return high === undefined ? 'upper' : 'lower';
}

/** True for a claim of two ends that differ. */
export const isRange = ({ low, high }: Bounds): boolean =>
  low !== undefined && high !== undefined && low !== high;

/** Every claim of a chart that has a number. */
export const drawnClaims = (series: readonly ChartSeries[]): ChartClaim[] =>
  series.flatMap(({ runs }) => runs.flat()).filter((claim) => levelOf(claim) !== undefined);
