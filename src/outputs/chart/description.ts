import { longDay } from '../../domain/date.ts';
import { counted } from '../../messages/wording.ts';
import { type ChartSeries, drawnClaims } from './chart.ts';

/** A drawing in words, for screen readers: how many claims, their days, and the first and last claim of each series. */
export function description(series: readonly ChartSeries[], lang: string): string {
  const days = drawnClaims(series)
    .map(({ day }) => day)
    .toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const span =
    first === last ? longDay(first, lang) : `${longDay(first, lang)} to ${longDay(last, lang)}`;
  const told = series.map(({ name, runs }) => {
    const claims = runs.flat();
    const [one, other] = [claims[0], claims.at(-1)];
    return `${name}: ${one?.label}${other && other !== one ? `; at last, ${other.label}` : ''}.`;
  });
  return [`${counted(days.length, 'claim', 'claims', lang)}, ${span}.`, ...told].join(' ');
}
