import slugify from '@sindresorhus/slugify';
import type { RecordFile } from '../../content/reading/record.ts';
import type { ArticleEntry } from '../../content/store/article-entry.ts';
import { filingName, spellings } from '../../domain/authorities/authority.ts';
import { formOf, placesOf, unspaced } from '../../domain/authorities/mention.ts';
import { fold, foldWithOrigin } from '../../domain/language/fold.ts';
import { recordPath } from '../../domain/url.ts';
import { isOfCalendar } from '../../domain/withholding/calendar.ts';
import { adjoiningForm, formsOf } from '../../domain/withholding/form.ts';
import type { NameForm } from '../../domain/withholding/name-form.ts';
import { unwithheldText, type Withholding } from '../../domain/withholding/withholding.ts';
import { readWords, wordsIn } from '../../domain/withholding/word.ts';

/** A name in the Latin letters that an address has, but as separate words with capitals. */
export const addressed = (name: string): string =>
  slugify(name)
    .replace(/(?:^|-)([a-z\d])/g, (_, letter: string) => ` ${letter.toUpperCase()}`)
    .trim();

/** Every spelling of a record, including its filing name and the words of its id. */
const allSpellings = ({ id, data }: RecordFile): string[] => [
  ...spellings(data),
  filingName(data),
  id.replaceAll('-', ' '),
];

/** The records that have each spelling; spellings are folded. */
export type BySpelling = ReadonlyMap<string, readonly RecordFile[]>;

export function bySpelling(records: readonly RecordFile[]): BySpelling {
  const found = new Map<string, RecordFile[]>();
  for (const record of records)
    for (const spelling of new Set(allSpellings(record).map(fold))) {
      const same = found.get(spelling);
      if (same) same.push(record);
      else found.set(spelling, [record]);
    }
  return found;
}

/**
 * All names of someone whose name is withheld: the name itself, and every spelling of the records that have this name;
 * each also in the Latin letters of addresses. A record is left out where an exception names its page, since then
 * somebody else is meant there.
 */
export function namesOf({ name, except }: Withholding, records: BySpelling): string[] {
  const isOthers = (path: string) => except.some(({ at }) => at.includes(path));
  const meant = (records.get(fold(name)) ?? []).filter(
    ({ kind, id }) => !isOthers(recordPath(kind, id)),
  );
  const names = [name, ...meant.flatMap(allSpellings)];
  return [...new Set(names.flatMap((one) => [one, addressed(one)]))];
}

/** In a script without spaces, this many letters after the one-letter name make a fuller name. */
const NEIGHBOURS = 2;

/**
 * Fuller names made of a one-word name and its neighbours in its own article. “Mark” alone means much else, but “Mark
 * Roe” is the name wherever it stands.
 * @param data the article as it is published
 */
export function adjoiningForms(
  withholding: Withholding,
  { heading }: Pick<ArticleEntry, 'heading'>,
  data: string,
): NameForm[] {
  if (wordsIn(withholding.name).length !== 1) return [];
  const { paragraphs = [] } = JSON.parse(data) as { paragraphs?: { text: string }[] };
  const texts = [heading.text, ...paragraphs.map(({ text }) => text)];
  const found = new Map<string, NameForm[]>();
  for (const shown of texts) {
    const text = unwithheldText(shown, [withholding]);
    for (const { start, end } of placesOf(formOf(withholding.name), text, foldWithOrigin(text))) {
      const name = text.slice(start, end);
      if (unspaced(name)) {
        const words = wordsIn(text.slice(start)).slice(0, 1 + NEIGHBOURS);
        if (words.length > NEIGHBOURS) found.set(words.join(' '), [adjoiningForm(words)]);
        continue;
      }
      const first = nameIn(text.slice(0, start).split(' ').slice(-2).join(' '), true);
      const last = nameIn(text.slice(end).split(' ', 2).join(' '), false);
      for (const whole of [first && `${first} ${name}`, last && `${name} ${last}`])
        if (whole)
          found.set(
            whole,
            formsOf(whole).filter(({ how }) => how !== 'part'),
          );
    }
  }
  return [...found.values()].flat();
}

/**
 * The neighbouring word, if it may be part of the name: it has a capital, is no day or month, and no mark stands between
 * the two. Else empty.
 */
function nameIn(beside: string, isBefore: boolean): string {
  if (isBefore ? !beside.endsWith(' ') : !beside.startsWith(' ')) return '';
  const written = beside.trim();
  if (isBefore && /[.!?,;:]$/u.test(written)) return '';
  const word = /[\p{L}\p{M}’'-]+/u.exec(written)?.[0].replace(/[’']s?$/u, '') ?? '';
  const [first = ''] = wordsIn(word);
  return readWords(word).written(0) === 'capital' && !isOfCalendar(first) ? word : '';
}
