import type { Article, Heading } from '../article/article.ts';
import { longDay } from '../date.ts';
import type { Settings } from '../settings.ts';
import { articlePath } from '../url.ts';

/** The archive that is cited: its name, and the language in which a reference words a day. */
export type CitedArchive = Pick<Settings, 'title' | 'lang'>;

/** An article as it is cited: what a footnote names. */
export interface Reference {
  /** Id of the article. */
  id: string;
  /** The headline; where the source has none the opening words, in square brackets. */
  title: string;
  /** Day of the report, YYYY-MM-DD. */
  date: string;
  /** BCP 47. */
  lang: string;
  /** The byline of the source; an account of the archive’s own has none. */
  author: string | undefined;
  /** Where it was published: the newspaper of a text that is its source’s, else the archive. */
  publication: string;
  /** False where the archive itself is what is cited. */
  isArchived: boolean;
  archive: CitedArchive;
  url: string;
}

/**
 * How an article is cited. An account is the archive’s text, whoever published the report that it is of.
 *
 * @param address makes an address of a path
 */
export function referenceOf(
  {
    id,
    data,
    heading,
    lang,
  }: {
    id: string;
    data: Pick<Article, 'date' | 'text' | 'source'>;
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

/** The same of one paragraph: its address says which. */
export const referenceToParagraph = (reference: Reference, paragraph: string): Reference => ({
  ...reference,
  url: `${reference.url}#${paragraph}`,
});

/** A reference as a footnote has it, up to the address. */
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

/** Words with their source, to be pasted into a text. */
export const quotationInWords = (reference: Reference, words: string): string =>
  `“${words}”\n\n${referenceInWords(reference)}, ${reference.url}`;
