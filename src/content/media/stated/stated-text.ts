import { isDay } from '../../../domain/date.ts';
import { addressFault } from '../../../domain/web-address.ts';

/** What files say of themselves, made fit for fields of the archive. */

// Controls, and marks that let a line read as other than what is stored.
const UNFIT = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** No field is longer; what follows is not looked at. */
const LONGEST = 20_000;

/** One line of a text, at most so long and cut where it is longer; undefined where it says nothing. */
export function asLine(text: string | undefined, longest: number): string | undefined {
  const line = (text ?? '')
    .slice(0, LONGEST)
    .toWellFormed()
    .split(/\s/u)
    .map((word) => word.replace(UNFIT, ''))
    .filter((word) => word !== '')
    .join(' ');
  if (!/[^\s\p{Cf}]/u.test(line)) return undefined;
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')
        .trim()}…`;
}

/** An address of the web, if a text is one. */
export function asAddress(text: string | undefined): string | undefined {
  const address = asLine(text, 4096);
  return address !== undefined && addressFault(address, 'web') === undefined ? address : undefined;
}

/** The day, month or year of a date as XMP (2031-04-02T10:00), IPTC (20310402) or EXIF (2031:04:02 10:00:00) write it. */
export function asDate(text: string | undefined): string | undefined {
  const [, year, month = '00', day = '00'] =
    /^(\d{4})(?:[-:]?(\d{2})(?:[-:]?(\d{2}))?)?/.exec(text?.trim() ?? '') ?? [];
  if (!year || year === '0000') return undefined;
  if (month === '00') return year;
  if (!isDay(`${year}-${month}-01`)) return undefined;
  const whole = `${year}-${month}-${day}`;
  return isDay(whole) ? whole : `${year}-${month}`;
}

/** Lines of a list, each once, at most twenty. */
export const asLines = (texts: readonly (string | undefined)[], longest: number): string[] =>
  [...new Set(texts.flatMap((text) => asLine(text, longest) ?? []))].slice(0, 20);
