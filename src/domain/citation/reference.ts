import type { Article, Heading } from '../article/article.ts';
import { longDay } from '../date.ts';
import type { Settings } from '../settings.ts';
import { articlePath } from '../url.ts';
import { authorsIn } from './authors.ts';
import { type Locator, locatorInWords } from './locator.ts';

/** The archive that is cited: its name, and the language in which references write dates. */
export type CitedArchive = Pick<Settings, 'title' | 'lang'>;

/** What a reference says of an article. */
export interface Reference {
  /** Id of the article. */
  id: string;
  /** The headline; where the source has none, the opening words in square brackets. */
  title: string;
  /** Day of the report, YYYY-MM-DD. */
  date: string;
  /** BCP 47. */
  lang: string;
  /** The language that the article itself states, whose language is else that of the site. */
  statedLang: string | undefined;
  /** The byline of the source; undefined for an account, which is the archive’s own text. */
  author: string | undefined;
  /** Those whom the byline names, each by itself. */
  authors: readonly string[];
  /** Where the source has it. */
  original: string | undefined;
  summary: string | undefined;
  /** What the source files it under. */
  subjects: readonly string[];
  /**
   * Where it was published: the newspaper, if it is known; else the archive, but for an article of which it holds no text.
   */
  publication: string | undefined;
  /**
   * What the archive has of it. `copy`: that of a text of the newspaper. `record`: no text. `original`: what is cited
   * itself.
   */
  holding: 'copy' | 'record' | 'original';
  /** Where in the newspaper it stands. */
  locator: Locator;
  archive: CitedArchive;
  url: string;
}

type CitedField = 'author' | 'publisher' | 'url' | 'subjects';

/**
 * The reference to an article. An account is cited as the archive’s own text, whoever published the report behind it.
 *
 * @param address makes a whole URL from a path
 */
export function referenceOf(
  {
    id,
    data,
    heading,
    lang,
  }: {
    id: string;
    data: Pick<Article, 'date' | 'text'> & {
      lang?: string | undefined;
      summary?: string | undefined;
      source?: (Pick<NonNullable<Article['source']>, CitedField> & Locator) | undefined;
    };
    heading: Heading;
    lang: string;
  },
  address: (path: string) => string,
  archive: CitedArchive,
): Reference {
  const isRecord = data.text === 'none';
  const source = data.text === 'account' ? undefined : data.source;
  const { volume, issue, edition, page } = source ?? {};
  return {
    id,
    title: heading.stated ? heading.text : `[${heading.text}]`,
    date: data.date,
    lang,
    statedLang: data.lang,
    author: source?.author,
    authors: source?.author === undefined ? [] : authorsIn(source.author),
    original: source?.url,
    summary: data.summary,
    subjects: source?.subjects ?? [],
    publication: source?.publisher ?? (isRecord ? undefined : archive.title),
    holding: isRecord ? 'record' : source?.publisher === undefined ? 'original' : 'copy',
    locator: { volume, issue, edition, page },
    archive,
    url: address(articlePath(id)),
  };
}

/** The reference to one paragraph: that to its article, with the paragraph's own URL. */
export const referenceToParagraph = (reference: Reference, paragraph: string): Reference => ({
  ...reference,
  url: `${reference.url}#${paragraph}`,
});

/** What stands between commas in the text of a footnote. Each may be in a script of its own direction. */
export function referenceParts({
  author,
  title,
  publication,
  holding,
  locator,
  archive,
  date,
}: Reference): string[] {
  const { page, ...issue } = locator;
  return [
    ...(author ? [author] : []),
    `“${title}”`,
    ...(publication ? [publication] : []),
    ...locatorInWords(issue),
    longDay(date, archive.lang),
    ...locatorInWords({ page }),
    ...(holding === 'copy' ? [`in ${archive.title}`] : []),
    ...(holding === 'record' ? [`recorded in ${archive.title}`] : []),
  ];
}

/** A reference as the text of a footnote, without the URL. */
export const referenceInWords = (reference: Reference): string =>
  referenceParts(reference).join(', ');

/** A quotation with its reference and URL, as plain text. */
export const quotationInWords = (reference: Reference, words: string): string =>
  `“${words}”\n\n${referenceInWords(reference)}, ${reference.url}`;
