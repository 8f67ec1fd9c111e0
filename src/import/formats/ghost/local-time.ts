import { asTime } from '../../time/time.ts';

/** The day and moment of a time in UTC at a place of another zone, which a database names beside it. */
export function localTime(
  utc: string | undefined,
  timeZone: string | undefined,
): ReturnType<typeof asTime> {
  const time = asTime(utc);
  const moment = Date.parse(time?.published ?? '');
  if (!time?.published.endsWith('Z') || Number.isNaN(moment) || !timeZone) return time;
  try {
    const parts = new Map(
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        timeZoneName: 'longOffset',
      })
        .formatToParts(moment)
        .map(({ type, value }) => [type, value] as const),
    );
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
    const offset = part('timeZoneName').replace('GMT', '') || 'Z';
    const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
    return asTime(`${day}T${part('hour')}:${part('minute')}:${part('second')}${offset}`) ?? time;
  } catch {
    // A zone that nobody knows.
    return time;
  }
}
