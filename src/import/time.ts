import { foldSpace } from '../domain/article/paragraph.ts';
import { isDay, isDayOrMoment } from '../domain/date.ts';

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const RFC822 =
  /^(?:\p{L}+,?\s+)?(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Z]{1,5})?)?$/u;
const AMERICAN = /^(?:\p{L}+,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u;
const ZONES = new Map<string, string>(
  Object.entries({
    GMT: 'Z',
    UT: 'Z',
    UTC: 'Z',
    Z: 'Z',
    EST: '-05:00',
    EDT: '-04:00',
    CST: '-06:00',
    CDT: '-05:00',
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
    PDT: '-07:00',
  }),
);

function spelt(day: string, month: string, year: string): string | undefined {
  const written = month.toLowerCase();
  // “Sept” is September; “marraskuu”, November to a Finn, is not March.
  const index = MONTHS.findIndex((name) => written.length > 2 && name.startsWith(written));
  // RFC 2822: two digits below 50 are of this century.
  const whole = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const date = `${whole}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return index >= 0 && isDay(date) ? date : undefined;
}

/**
 * The day that a source gives, and the exact time if it has an offset from UTC. The day is taken as written: half past
 * eleven at night in Oslo belongs to the day in Oslo. Dates like 10/11/2023 are not read, since their meaning differs
 * between countries.
 */
export function asTime(value: unknown): { date: string; published: string } | undefined {
  if (typeof value !== 'string') return undefined;
  const text = foldSpace(value);
  const iso = text
    .replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T')
    .replace(/ ?([+-]\d{2}):?(\d{2})$/, '$1:$2')
    .replace(/ ?(?:Z|UTC)$/i, 'Z');
  const date = iso.slice(0, 10);
  if (isDay(date) && /^(?:$|T)/.test(iso.slice(10)))
    return { date, published: isDayOrMoment(iso) ? iso : date };
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})?)?$/.exec(text);
  if (compact)
    return asTime(
      `${compact.slice(1, 4).join('-')}${compact[4] ? `T${compact.slice(4, 7).join(':')}${compact[7] ?? ''}` : ''}`,
    );
  const rfc = RFC822.exec(text);
  if (rfc) {
    const [, day = '', month = '', year = '', hour, minute, second = '00', zone = ''] = rfc;
    const spelled = spelt(day, month, year);
    if (!spelled) return undefined;
    const offset =
      ZONES.get(zone) ??
      (/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : undefined);
    const moment = `${spelled}T${hour?.padStart(2, '0')}:${minute}:${second}${offset}`;
    return { date: spelled, published: hour && offset && isDayOrMoment(moment) ? moment : spelled };
  }
  const [, month = '', day = '', year = ''] = AMERICAN.exec(text) ?? [];
  const american = spelt(day, month, year);
  return american ? { date: american, published: american } : undefined;
}
