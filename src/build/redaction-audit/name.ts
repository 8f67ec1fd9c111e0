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

/** A name as an address has it, in Latin letters, its words with capitals. */
export const addressed = (name: string): string =>
  slugify(name)
    .replace(/(?:^|-)([a-z\d])/g, (_, letter: string) => ` ${letter.toUpperCase()}`)
    .trim();

/** Every spelling of a record, its filing name and the words of its id among them. */
const allSpellings = ({ id, data }: RecordFile): string[] => [
  ...spellings(data),
  filingName(data),
  id.replaceAll('-', ' '),
];

/** The records that go by each spelling, folded. */
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
 * The names that a withheld one goes by: itself, as an address has it, and where it is a spelling of a record every other
 * of that record, unless an exception says of its page that somebody else is meant.
 */
export function namesOf({ name, except }: Withholding, records: BySpelling): string[] {
  const isOthers = (path: string) => except.some(({ at }) => at.includes(path));
  const meant = (records.get(fold(name)) ?? []).filter(
    ({ kind, id }) => !isOthers(recordPath(kind, id)),
  );
  const names = [name, ...meant.flatMap(allSpellings)];
  return [...new Set(names.flatMap((one) => [one, addressed(one)]))];
}

/** So many letters of a script without spaces make a name with the one before them. */
const BESIDE = 2;

/**
 * What a name of one word is with those that stand beside it in its own article: of “Mark”, which means much else,
 * “Mark Roe” is the name wherever it stands.
 *
 * @param data of the article, as it is published
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
        const words = wordsIn(text.slice(start)).slice(0, 1 + BESIDE);
        if (words.length > BESIDE) found.set(words.join(' '), [adjoiningForm(words)]);
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

/** The name that a word beside another is; empty where it is none, or a sentence ends between them. */
function nameIn(beside: string, isBefore: boolean): string {
  if (isBefore ? !beside.endsWith(' ') : !beside.startsWith(' ')) return '';
  const written = beside.trim();
  if (isBefore && /[.!?,;:]$/u.test(written)) return '';
  const word = /[\p{L}\p{M}’'-]+/u.exec(written)?.[0].replace(/[’']s?$/u, '') ?? '';
  const [first = ''] = wordsIn(word);
  return readWords(word).written(0) === 'capital' && !isOfCalendar(first) ? word : '';
}
