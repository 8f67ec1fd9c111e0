import type { Article } from '../article/article.ts';

/** Where in a newspaper or magazine an article stands, as its source says. */
export type Locator = Pick<NonNullable<Article['source']>, 'volume' | 'issue' | 'edition' | 'page'>;

const RANGE = /^([\p{L}\p{N}.]+) ?[-–—] ?([\p{L}\p{N}.]+)$/u;

/** The first page and the last; the pages as they were printed where they are no such range. */
export function pagesOf(page: string): { first: string; last: string | undefined } {
  const [, first = page, last] = RANGE.exec(page) ?? [];
  return { first, last };
}

/** “late” is the late edition; “Spätausgabe” and “Late City Edition” say it themselves. */
const editionInWords = (edition: string) =>
  /^\p{N}+$/u.test(edition)
    ? `edition ${edition}`
    : /^\p{Ll}+$/u.test(edition)
      ? `${edition} edition`
      : edition;

/** Where an article stands, in the abbreviations of footnotes, the widest first. */
export const locatorInWords = ({ volume, issue, edition, page }: Locator): string[] => [
  ...(volume ? [`vol. ${volume}`] : []),
  ...(issue ? [`no. ${issue}`] : []),
  ...(edition ? [editionInWords(edition)] : []),
  ...(page ? [`${/[-–—,;]/u.test(page) ? 'pp.' : 'p.'} ${page}`] : []),
];
