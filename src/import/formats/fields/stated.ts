import { shownWords } from '../../../domain/problem.ts';
import { textOfHtml, unescaped } from '../../markup/markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  noNames,
  type SourceDocument,
} from '../../source-document.ts';
import { isTime, statedPeriod } from '../../time/period.ts';
import { asTime } from '../../time/time.ts';
import { type Given, membersOf, textsIn } from './given.ts';
import { pictureIn } from './picture.ts';
import { isOfSite, type Meaning, meaningsOf, rankOf } from './synonym.ts';
import { isOfStatus } from './withheld.ts';

/** What the fields of an item state of it, and the text that one of them holds. */
export interface Stated {
  facts: Omit<SourceDocument, 'sha256' | 'body' | 'notes'>;
  text: string | undefined;
  notes: string[];
}

/** Whether a value says nothing, whatever it is made of. */
const isBlank = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).every(isBlank)
    : textsIn(value).length === 0;

/** The fields of an item, and which of them were taken. */
class Fields {
  readonly #given: readonly Given[];
  readonly #taken = new Set<Given>();
  readonly #values = new Set<string>();
  readonly notes: string[] = [];

  constructor(given: readonly Given[]) {
    this.#given = given;
  }

  /** The fields that may mean this, the first first. */
  of(meaning: Meaning): Given[] {
    return this.#given
      .filter(([name, value]) => meaningsOf(name).includes(meaning) && textsIn(value).length > 0)
      .toSorted(([a], [b]) => rankOf(meaning, a) - rankOf(meaning, b));
  }

  /** What the first field of a meaning gives that gives anything. */
  take<Value>(meaning: Meaning, read: (texts: string[]) => Value | undefined): Value | undefined {
    for (const field of this.of(meaning)) {
      if (this.#taken.has(field)) continue;
      const value = read(textsIn(field[1]));
      if (value === undefined) continue;
      this.mark(field);
      return value;
    }
    return undefined;
  }

  mark(field: Given): void {
    this.#taken.add(field);
    this.#values.add(textsIn(field[1]).join());
  }

  /** The names of fields that were not taken and say something that none of the taken does. */
  left(): string[] {
    return this.#given
      .filter((field) => {
        const said = textsIn(field[1]).join();
        return !isBlank(field[1]) && !this.#taken.has(field) && !this.#values.has(said);
      })
      .filter(([name, value]) => !isOfSite(name) && !isOfStatus(name, textsIn(value)))
      .map(([name]) => name);
  }
}

const LONGEST = 200;
const MARKUP = /<\/?[a-z][^<>]{0,500}>/iu;
const MOST_NAMED = 20;

const bare = (text: string) => (MARKUP.test(text) ? textOfHtml(text) : unescaped(text));

/** A name without the address that stands beside it: “Ada Varga <ada@gazette.example>”. */
function nameIn(text: string): string | undefined {
  const name = text.replace(/\s?<[^<>\s]{1,200}@[^<>\s]{1,200}>/gu, '').trim();
  const isAddress = !/\s/u.test(name) && /[^@]@[^@]/u.test(name);
  return isAddress ? undefined : name || undefined;
}

const authorOf = (texts: readonly string[]) =>
  asLine(texts.flatMap((text) => nameIn(bare(text)) ?? []).join(', '), LONGEST);

const langOf = ([text = '']: readonly string[]) =>
  /^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,4}$/iu.test(text) ? asLanguage(text) : undefined;

/** A path that an article had on its own site. */
const isPath = (text: string) => /^\/(?!\/)[^\s:{}]*$/u.test(text);

/** The addresses at which the article was before. A path is one of its own site, where the source says which that is. */
function formerUrlsIn(fields: Fields, url: string | undefined): string[] {
  const paths = fields.of('url').filter(([, value]) => textsIn(value).every(isPath));
  const whole = (text: string) =>
    asAddress(isPath(text) && url && /^https?:/iu.test(url) ? new URL(text, url).href : text);
  const found: string[] = [];
  for (const field of [...fields.of('formerUrls'), ...paths]) {
    const addresses = membersOf(field[1]).map(whole);
    if (addresses.some((address) => address === undefined)) continue;
    fields.mark(field);
    for (const address of addresses) if (address && address !== url) found.push(address);
  }
  return [...new Set(found)];
}

function subjectsIn(fields: Fields): string[] {
  const found = fields.of('subjects');
  for (const field of found) fields.mark(field);
  return [
    ...new Set(
      found
        .flatMap(([, value]) => membersOf(value))
        .flatMap((text) => asLine(bare(text), LONGEST) ?? []),
    ),
  ];
}

function timeIn(fields: Fields) {
  const time = fields.take('date', ([text]) => asTime(text));
  const [unread] = time
    ? []
    : fields
        .of('date')
        .filter(
          ([name, value]) => !isOfStatus(name, textsIn(value)) || textsIn(value).some(isTime),
        );
  if (unread) {
    fields.mark(unread);
    fields.notes.push(`the date “${shownWords(textsIn(unread[1]).join(', '))}” was not understood`);
  }
  if (time && time.date > new Date().toISOString().slice(0, 10))
    fields.notes.push(`it is dated ${time.date}, after today: see that it was published`);
  return { time, period: unread && statedPeriod(textsIn(unread[1])[0] ?? '') };
}

/** Reads the fields of an item. What they say and none of an article’s fields holds is named in a note. */
export function statedIn(given: readonly Given[]): Stated {
  const fields = new Fields(given);
  const { time, period } = timeIn(fields);
  const url = fields.take('url', ([text]) => asAddress(text));
  const formerUrls = formerUrlsIn(fields, url);
  const subjects = subjectsIn(fields);
  const media = pictureIn((meaning, read) => fields.take(meaning, ([text]) => read(text)));
  const facts: Stated['facts'] = {
    title: fields.take('title', ([text]) => asLine(text && bare(text), 300)),
    date: time?.date,
    ...(period !== undefined && { period }),
    published: time && time.published !== time.date ? time.published : undefined,
    author: fields.take('author', authorOf),
    url,
    publisher: fields.take('publisher', ([text]) =>
      text === undefined || asAddress(text) ? undefined : asLine(text, LONGEST),
    ),
    lang: fields.take('lang', langOf),
    summary: fields.take('summary', ([text]) => asLine(text && bare(text), 1000)),
    located: fields.take('located', ([text]) => asLine(text, LONGEST)),
    named: noNames(),
    ...(subjects.length > 0 && { subjects }),
    ...(formerUrls.length > 0 && { formerUrls }),
    ...(media.length > 0 && { media }),
  };
  const text = fields.take('text', (texts) => texts.join('\n\n'));
  return { facts, text, notes: [...fields.notes, ...leftOutNote(fields.left())] };
}

/** What is told of fields that were not kept: their names. */
export function leftOutNote(left: readonly string[]): string[] {
  if (left.length === 0) return [];
  const shown = left.slice(0, MOST_NAMED).map((name) => `“${shownWords(name)}”`);
  const more = left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : '';
  return [`its fields ${shown.join(', ')}${more} left out`];
}
