/** The names of months, and the words that stand between the parts of a day, as the languages of Intl write them. */

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { month: 'long' },
  { month: 'short' },
];

/** Languages of which regions name months in their own way, and languages without a code of two letters. */
const MORE = [
  'ar-EG',
  'ar-SY',
  'ar-DZ',
  'de-AT',
  'es-UY',
  'sr-Latn',
  'bs-Cyrl',
  'uz-Cyrl',
  'fil',
  'ckb',
  'kok',
];

/** A month that one name stands for twice. */
const UNCLEAR = 0;

interface CalendarWords {
  /** Months, January being 1, by name; `UNCLEAR` where a name is that of two. */
  months: ReadonlyMap<string, number>;
  /** Such as the “de” of “2 de abril de 2031”. */
  between: ReadonlySet<string>;
}

/** Words are compared without case, and without the accents of Latin letters, which are often left out. */
const folded = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');

function add(months: Map<string, number>, name: string, month: number) {
  const known = months.get(name);
  months.set(name, known === undefined || known === month ? month : UNCLEAR);
}

function wordsIn(lang: string): CalendarWords {
  const months = new Map<string, number>();
  const between = new Set<string>();
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(lang, {
      ...style,
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month++)
      for (const { type, value } of format.formatToParts(Date.UTC(2031, month - 1, 15))) {
        const words = value.match(/[\p{L}\p{M}]+/gu) ?? [];
        // Vietnamese numbers its months; the number tells, and the word stands between.
        const isName = type === 'month' && !/\p{Nd}/u.test(value) && words.length === 1;
        for (const word of words)
          if (isName) add(months, folded(word), month);
          else between.add(folded(word));
      }
  }
  return { months, between };
}

const known = new Map<string, CalendarWords>();

function wordsOf(lang: string): CalendarWords {
  const found = known.get(lang) ?? wordsIn(lang);
  known.set(lang, found);
  return found;
}

let all: CalendarWords | undefined;

/** The words of all languages: “listopad” is October to a Croat and November to a Czech, and so neither. */
function wordsOfAll(): CalendarWords {
  if (all) return all;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const months = new Map<string, number>();
  const between = new Set<string>();
  for (const lang of Intl.DateTimeFormat.supportedLocalesOf([...codes, ...MORE])) {
    const words = wordsIn(lang);
    for (const [name, month] of words.months) add(months, name, month);
    for (const word of words.between) between.add(word);
  }
  all = { months, between };
  return all;
}

const SHORTEST = 3;

/** The month that a name or its first letters stand for. */
function monthIn({ months }: CalendarWords, name: string): number | undefined {
  const whole = months.get(name);
  if (whole !== undefined || name.length < SHORTEST) return whole;
  const found = new Set(
    [...months].flatMap(([one, month]) => (one.startsWith(name) ? [month] : [])),
  );
  const [month] = found;
  return found.size === 1 ? month : undefined;
}

/**
 * The month, January being 1, that a word names: in the language given, or in English, which pages of all languages
 * use; else in every language that has the word. Nothing where these do not agree.
 */
export function monthNamed(word: string, lang: string | undefined): number | undefined {
  const name = folded(word);
  const own = lang === undefined ? undefined : wordsOf(lang);
  const exact = own?.months.get(name);
  if (exact) return exact;
  const found = new Set([own && monthIn(own, name), monthIn(wordsOf('en'), name)]);
  found.delete(undefined);
  const [month] = found.size > 0 ? found : [wordsOfAll().months.get(name)];
  return found.size > 1 ? undefined : month || undefined;
}

/** Whether a word may stand between the parts of a day. */
export function isBetween(word: string, lang: string | undefined): boolean {
  const name = folded(word);
  if (name === 'of' || (lang !== undefined && wordsOf(lang).between.has(name))) return true;
  return wordsOfAll().between.has(name);
}

const orders = new Map<string, string>();

/** The order in which a language, as its region writes it, gives the numbers of a day, with the signs between: `d/m/y`. */
export function orderIn(lang: string): string {
  const order =
    orders.get(lang) ??
    new Intl.DateTimeFormat(lang, { calendar: 'gregory', dateStyle: 'short' })
      .formatToParts(0)
      .map(({ type, value }) => (type === 'literal' ? value.trim() : type.charAt(0)))
      .join('');
  orders.set(lang, order);
  return order;
}
