import type { Article, Heading } from '../article/article.ts';
import { longDay } from '../date.ts';
import type { Settings } from '../settings.ts';
import { articlePath } from '../url.ts';

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
  /** The byline of the source; undefined for an account, which is the archive’s own text. */
  author: string | undefined;
  /** Where it was published: for a verbatim text the newspaper, if it is known, else the archive. */
  publication: string;
  /** True where `publication` is the source's and the archive only holds a copy. */
  isArchived: boolean;
  archive: CitedArchive;
  url: string;
}

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
      source?: Pick<NonNullable<Article['source']>, 'author' | 'publisher'> | undefined;
    };
    heading: Heading;
    lang: string;
  },
  address: (path: string) => string,
  archive: CitedArchive,
): Reference {
  const source = data.text === 'verbatim' ? data.source : undefined;
  return {
    id,
    title: heading.stated ? heading.text : `[${heading.text}]`,
    date: data.date,
    lang,
    author: source?.author,
    publication: source?.publisher ?? archive.title,
    isArchived: source?.publisher !== undefined,
    archive,
    url: address(articlePath(id)),
  };
}

/** The reference to one paragraph: that to its article, with the paragraph's own URL. */
export const referenceToParagraph = (reference: Reference, paragraph: string): Reference => ({
  ...reference,
  url: `${reference.url}#${paragraph}`,
});

/** A reference as the text of a footnote, without the URL. */
export function referenceInWords({
  author,
  title,
  publication,
  isArchived,
  archive,
  date,
}: Reference): string {
  const parts = [
    ...(author ? [author] : []),
    `“${title}”`,
    publication,
    longDay(date, archive.lang),
    ...(isArchived ? [`in ${archive.title}`] : []),
  ];
  return parts.join(', ');
}

/** A quotation with its reference and URL, as plain text. */
export const quotationInWords = (reference: Reference, words: string): string =>
  `“${words}”\n\n${referenceInWords(reference)}, ${reference.url}`;
