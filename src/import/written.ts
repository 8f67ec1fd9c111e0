import type { Article } from '../domain/article/article.ts';
import { isDay } from '../domain/date.ts';
import { languageTag } from '../domain/language/language-tag.ts';
import { paragraphsOf } from './formats/text.ts';
import type { Item } from './item.ts';
import { writtenDocument } from './reader/reading.ts';
import { asAddress, asLanguage, asLine, ImportFault, noNames } from './source-document.ts';

/** An article as an archivist writes it, in no file yet. */
export interface Written {
  /** The headline; blank where the source has none. */
  title: string;
  /** The day of the report. */
  date: string;
  kind: Article['text'];
  publisher: string;
  url: string;
  /** The tag of its language; blank where that is the language of the archive. */
  lang: string;
  /** Paragraphs a blank line apart: plain text, in which nothing is code. Blank where the archive holds none. */
  text: string;
}

/** What is wrong with an answer; nothing where it can be taken. */
export const OBJECTIONS = {
  date: (date: string) =>
    isDay(date) ? undefined : `A date is a day of the calendar, YYYY-MM-DD; “${date}” is none.`,
  url: (url: string) =>
    url === '' || asAddress(url)
      ? undefined
      : `An address begins with https://; “${url}” does not.`,
  lang: (lang: string) =>
    lang === '' || languageTag.safeParse(asLanguage(lang)).success
      ? undefined
      : `A language is a tag such as en or pt-BR; “${lang}” is none.`,
  text: (text: string) => (/\S/u.test(text) ? undefined : 'An article has a text.'),
  title: (title: string) =>
    asLine(title, 300) ? undefined : 'An article without a text has a headline.',
} as const;

/** What is wrong with a text, or with there being none; nothing where its kind can have it. */
export const textObjection = ({
  kind,
  title,
  text,
}: Pick<Written, 'kind' | 'title' | 'text'>): string | undefined =>
  kind !== 'none'
    ? OBJECTIONS.text(text)
    : (OBJECTIONS.title(title) ??
      (OBJECTIONS.text(text) ? undefined : 'Where the archive holds no text, none is given.'));

/** What an archivist wrote, as an item to be imported. @throws ImportFault where it cannot be */
export async function writtenItem(written: Written): Promise<Item> {
  const { title, date, kind, publisher, url, lang, text } = written;
  const objection =
    OBJECTIONS.date(date) ?? OBJECTIONS.url(url) ?? OBJECTIONS.lang(lang) ?? textObjection(written);
  if (objection) throw new ImportFault(objection);
  const document = {
    title: asLine(title, 300),
    date,
    publisher: asLine(publisher, 200),
    url: asAddress(url),
    lang: asLanguage(lang),
    kind,
    sha256: '',
    named: noNames(),
    body: paragraphsOf(text.replace(/\r\n?/gu, '\n')),
    notes: [],
  };
  return {
    origin: 'what you wrote',
    isSole: false,
    reading: { document: await writtenDocument(document) },
  };
}
