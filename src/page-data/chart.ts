import { type Claim, recordNames, replacedBy } from '../content/queries/figures.ts';
import type { Figure } from '../domain/figures/figure.ts';
import { seriesKey } from '../domain/figures/series.ts';
import { figurePath, withBase } from '../domain/url.ts';
import { figureSentence, plainSentence } from '../messages/figure-sentence.ts';
import { type ChartClaim, type ChartSeries, levelOf } from '../outputs/chart/chart.ts';
import { site } from '../site.ts';
import { seriesName } from './claim.ts';

const chartClaim = ({ article, figure }: Claim): ChartClaim => ({
  day: figure.asOf,
  low: figure.low,
  best: figure.best,
  high: figure.high,
  href: withBase(figurePath(article.id, figure.id), import.meta.env.BASE_URL),
  label: plainSentence(figureSentence(figure, recordNames, site.lang)),
});

const isTotal = ({ countType, countedBy, place }: Figure) =>
  countType === 'cumulative' && countedBy !== 'unknown' && place !== 'unknown';

/**
 * True where a line may join a claim to the next: either both are totals of one counter since the same start, or one
 * replaces the other. Counts of separate events are not joined, nor are claims that may come from different counters.
 */
const isJoined = (earlier: Claim, later: Claim) =>
  replacedBy(later) === earlier ||
  (isTotal(earlier.figure) &&
    isTotal(later.figure) &&
    earlier.figure.period?.start === later.figure.period?.start);

function runsOf(claims: readonly Claim[]): ChartClaim[][] {
  const runs: Claim[][] = [];
  for (const claim of claims) {
    const last = runs.at(-1)?.at(-1);
    if (last && isJoined(last, claim)) runs.at(-1)?.push(claim);
    else runs.push([claim]);
  }
  return runs.map((run) => run.map(chartClaim));
}

/**
 * Claims about one thing as a chart shows them: a series for each counter, basis and status; the one with the most
 * claims first.
 */
export const chartOf = (claims: readonly Claim[]): ChartSeries[] =>
  [...Map.groupBy(claims, ({ figure }) => seriesKey(figure)).values()]
    .filter((found) => found.some(({ figure }) => levelOf(figure) !== undefined))
    .toSorted((a, b) => b.length - a.length)
    .map((found) => ({ name: seriesName(found), runs: runsOf(found) }));
