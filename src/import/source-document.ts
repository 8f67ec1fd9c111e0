import type { Root } from 'mdast';
import type { Article } from '../domain/article/article.ts';
import { foldSpace } from '../domain/article/paragraph.ts';
import type { Kind } from '../domain/authorities/authority.ts';
import { isDay, isDayOrMoment } from '../domain/date.ts';
import { addressFault } from '../domain/web-address.ts';
import type { Skipped } from './formats/status.ts';

/** An article as a source states it, whatever form it came in; nothing in it is our guess. */
export interface SourceDocument {
  /** SHA-256 of the file, or of the line where each line is an item of its own; empty where the archivist wrote it here. */
  sha256: string;
  /** Whose words they are, where that is not the source’s. */
  kind?: Article['text'];
  title?: string | undefined;
  /** The day of the report. */
  date?: string | undefined;
  published?: string | undefined;
  author?: string | undefined;
  publisher?: string | undefined;
  url?: string | undefined;
  lang?: string | undefined;
  summary?: string | undefined;
  /** The names that the source itself gives, as it spells them. */
  named: Record<Kind, string[]>;
  /** The place that it was filed from, as the source spells it. */
  located?: string | undefined;
  body: Root;
  /** What could not be kept, for the archivist. */
  notes: string[];
}

/** A source document whose body is written: what an entry is made of. */
export interface WrittenDocument extends Omit<SourceDocument, 'body'> {
  /** The body as MDX. */
  mdx: string;
  /** The texts of its paragraphs. */
  paragraphs: string[];
}

/** What reading an input gives: a source document, or why there is none. */
export type Reading = { document: SourceDocument } | Skipped;

/** An input that cannot be imported as it is; the message says why and what to do. */
export class ImportFault extends Error {
  override name = 'ImportFault';
}

// Direction controls are kept in a text, where a reference shows them; in a headline or a name they only deceive.
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text as one line that a field can hold: white space folded, what no field may hold left out; nothing if blank. */
export function asLine(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = foldSpace(foldSpace(value).toWellFormed().replace(UNFIT, ''));
  if (!/[^\s\p{Cf}]/u.test(line)) return undefined;
  if (line.length <= longest) return line;
  const atWord = /^.*\S(?=\s)/u.exec(line.slice(0, longest - 1))?.[0];
  return `${atWord ?? line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** An address if the archive can hold it. */
export function asAddress(value: unknown): string | undefined {
  const address = typeof value === 'string' ? value.trim() : '';
  return addressFault(address, 'source') === undefined ? address : undefined;
}

/** A language tag in its canonical form, if it is one. */
export function asLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

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
 * The day that a source gives, and the moment where it gives one with its offset from UTC. The day is the one written:
 * half past eleven at night in Oslo is that day, whatever day it is in London. Days like 10/11/2023 are not read: they
 * are one day here and another there.
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

/** No names. */
export const noNames = (): SourceDocument['named'] => ({
  people: [],
  places: [],
  organisations: [],
});
