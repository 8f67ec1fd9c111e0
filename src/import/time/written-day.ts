import { isDay } from '../../domain/date.ts';
import { isBetween, monthNamed, orderIn } from './calendar-words.ts';
import { isSpace, type Token } from './token.ts';

/** A day as a text writes it: what it may mean, and the token after it. */
export interface WrittenDay {
  /** The day; of numbers whose order differs between countries, both days that they may mean. */
  days: string[];
  next: number;
}

/** The first year of newspapers; what lies before is another calendar's, or an unset clock. */
const FIRST_YEAR = 1600;
/** Years from here on are those of the Buddhist calendar where the language is Thai. */
const FIRST_BUDDHIST = 2400;
const BUDDHIST = 543;

function dayOf(
  year: string,
  month: string | number,
  day: string,
  lang: string | undefined,
): string[] {
  const isBuddhist = lang?.startsWith('th') && Number(year) >= FIRST_BUDDHIST;
  const whole = isBuddhist ? Number(year) - BUDDHIST : Number(year);
  const date = `${whole}-${`${month}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return whole >= FIRST_YEAR && isDay(date) ? [date] : [];
}

// RFC 2822: two digits below 50 are of this century.
const wholeYear = (year: string) =>
  year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;

const isShort = (token: Token | undefined): token is Token =>
  token?.kind === 'number' && token.text.length < 3;
const isYear = (token: Token | undefined) => token?.kind === 'number' && token.text.length === 4;

/** Where the next part of a day stands, after what may stand between: signs, “de”, the “nd” of “2nd”. */
function afterBetween(tokens: readonly Token[], from: number, lang: string | undefined): number {
  let at = from;
  for (; at < from + 6; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'number') return at;
    if (token.kind === 'sign') {
      if (!/^[\s.,'’ºª-]+$/u.test(token.text)) return at;
      continue;
    }
    const isOrdinal =
      (at === from && token.text.length <= 3) ||
      (tokens[at - 1]?.text === '-' && token.text.length <= 3);
    const isMonth = monthNamed(token.text, lang) !== undefined;
    if (isMonth || !(isOrdinal || isBetween(token.text, lang))) return at;
  }
  return at;
}

const monthAt = (tokens: readonly Token[], at: number, lang: string | undefined) => {
  const token = tokens[at];
  // Vietnamese numbers its months.
  if (isShort(token) && /^tháng$/iu.test(tokens[at - 2]?.text ?? '')) return Number(token?.text);
  return token?.kind === 'word' && token.text.length > 1 ? monthNamed(token.text, lang) : undefined;
};

/** `2 April 2031`, `2. April 2031`, `2nd of April, 2031`, `2 tháng 4, 2031`. */
function dayFirst(
  tokens: readonly Token[],
  at: number,
  lang: string | undefined,
): WrittenDay | undefined {
  const middle = afterBetween(tokens, at + 1, lang);
  const month = monthAt(tokens, middle, lang);
  const year = afterBetween(tokens, middle + 1, lang);
  const [day, written] = [tokens[at], tokens[year]];
  if (!day || month === undefined || !written || written.kind !== 'number') return undefined;
  // Two digits, as mail has them, only where nothing but a space or a hyphen stands between.
  const isBrief = written.text.length === 2 && year === middle + 2 && middle === at + 2;
  if (!isYear(written) && !isBrief) return undefined;
  return { days: dayOf(wholeYear(written.text), month, day.text, lang), next: year + 1 };
}

/** `April 2, 2031`. */
function monthFirst(
  tokens: readonly Token[],
  at: number,
  lang: string | undefined,
): WrittenDay | undefined {
  const month = monthAt(tokens, at, lang);
  if (month === undefined) return undefined;
  const middle = afterBetween(tokens, at + 1, lang);
  const year = isShort(tokens[middle]) ? afterBetween(tokens, middle + 1, lang) : middle;
  const [day, written] = [tokens[middle], tokens[year]];
  if (year === middle || !day || !written || !isYear(written)) return undefined;
  return { days: dayOf(written.text, month, day.text, lang), next: year + 1 };
}

/** `2031. április 2.`, `2031 m. balandžio 2 d.`, `2031. gada 2. aprīlis` */
function yearFirst(
  tokens: readonly Token[],
  at: number,
  lang: string | undefined,
): WrittenDay | undefined {
  const middle = afterBetween(tokens, at + 1, lang);
  const last = afterBetween(tokens, middle + 1, lang);
  const isLatvian = isShort(tokens[middle]);
  const month = monthAt(tokens, isLatvian ? last : middle, lang);
  const [year, day] = [tokens[at], tokens[isLatvian ? middle : last]];
  if (!year || month === undefined || !day || !isShort(day)) return undefined;
  return { days: dayOf(year.text, month, day.text, lang), next: last + 1 };
}

const PARTING = new Set('-/.年년年月월日'.split(''));

/** Three numbers with the same sign between, and the token after them. */
function numbersAt(tokens: readonly Token[], at: number) {
  const numbers: string[] = [];
  const signs: string[] = [];
  let next = at;
  for (;;) {
    const number = tokens[next];
    if (number?.kind !== 'number') return undefined;
    numbers.push(number.text);
    next++;
    if (numbers.length === 3) return { numbers, signs, next };
    const space = isSpace(tokens[next]) ? 1 : 0;
    const sign = tokens[next + space]?.text ?? '';
    if (!PARTING.has(sign)) return undefined;
    signs.push(sign);
    next += space + 1;
    if (isSpace(tokens[next])) next++;
  }
}

/** `2031-04-02`, `2.4.2031`, `4/2/2031`, `2031年4月2日`. */
function numeric(
  tokens: readonly Token[],
  at: number,
  lang: string | undefined,
): WrittenDay | undefined {
  const found = numbersAt(tokens, at);
  if (!found) return undefined;
  const { numbers, signs, next } = found;
  const [a = '', b = '', c = ''] = numbers;
  const [sign = '', other = ''] = signs;
  if (sign !== other && !/^[年년]$/u.test(sign)) return undefined;
  if (a.length === 4)
    return b.length < 3 && c.length < 3 ? { days: dayOf(a, b, c, lang), next } : undefined;
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined;
  const order = lang === undefined ? undefined : orderIn(lang);
  // Points part day, month and year wherever they stand in that order, but for languages whose year is first.
  if (c.length === 2 && !(sign === '.' && order?.startsWith('d'))) return undefined;
  const year = wholeYear(c);
  const dayFirst = dayOf(year, b, a, lang);
  if (sign === '.') return { days: dayFirst, next };
  return { days: ordered(dayFirst, dayOf(year, a, b, lang), lang, order, sign), next };
}

/**
 * Of the two days that numbers may mean, the one that the language of the text means. English is written in both orders,
 * and pages say `en` or `en-US` that are neither: only a region which writes the day first, with the same sign between, is
 * taken at its word.
 */
function ordered(
  dayFirst: string[],
  monthFirst: string[],
  lang: string | undefined,
  order: string | undefined,
  sign: string,
): string[] {
  const both = [...new Set([...dayFirst, ...monthFirst])];
  if (both.length < 2 || lang === undefined || lang === 'en') return both;
  return order === `d${sign}m${sign}y` ? dayFirst : both;
}

/** The day that is written at a token. */
export function writtenDayAt(
  tokens: readonly Token[],
  at: number,
  lang: string | undefined,
): WrittenDay | undefined {
  const token = tokens[at];
  if (token?.kind === 'word') return monthFirst(tokens, at, lang);
  if (token?.kind !== 'number') return undefined;
  const found = numeric(tokens, at, lang);
  if (found) return found;
  if (isYear(token)) return yearFirst(tokens, at, lang);
  return isShort(token) ? dayFirst(tokens, at, lang) : undefined;
}
