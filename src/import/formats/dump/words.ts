import { foldSpace } from '../../../domain/article/paragraph.ts';
import { bylineOfAuthors } from '../../../domain/citation/authors.ts';
import { textOfHtml, unescaped } from '../../markup/markup.ts';
import { asAddress, asLine, asSubjects } from '../../source-document.ts';

/** The words of a field that may hold HTML: a headline, an excerpt, a name. */
export const wordsOf = (html: string): string =>
  foldSpace(/<[a-z/!]/iu.test(html) ? textOfHtml(html) : unescaped(html));

/** The most characters of a summary. */
const LONGEST_SUMMARY = 1000;

/** The summary of a post from the first of several fields that has words, with a note where it is too long to be one. */
export function summaryOf(...fields: readonly unknown[]): {
  summary: string | undefined;
  notes: string[];
} {
  const words = fields.map((one) => (typeof one === 'string' ? wordsOf(one) : ''));
  const first = words.find((one) => one !== '') ?? '';
  return {
    summary: asLine(first, LONGEST_SUMMARY),
    notes:
      first.length > LONGEST_SUMMARY
        ? [`its summary is cut off; it goes on: “${first.slice(LONGEST_SUMMARY - 200)}”`]
        : [],
  };
}

/** The names of authors as a byline; addresses of e-mail are nobody’s name, and are left out. */
export function bylineOf(names: readonly (string | undefined)[]): {
  author: string | undefined;
  notes: string[];
} {
  const given = [...new Set(names.map((name) => foldSpace(name ?? '')).filter(Boolean))];
  const named = given.filter((name) => !name.includes('@'));
  return {
    author: asLine(bylineOfAuthors(named), 200),
    notes: named.length < given.length ? ['an author is given by e-mail address alone'] : [],
  };
}

/** The names of subjects, each once. */
export const subjectsOf = (names: readonly unknown[]): string[] =>
  asSubjects(names.map((name) => (typeof name === 'string' ? wordsOf(name) : undefined)));

/** The old addresses of a post, each once, without that which it has. */
export const formerUrlsOf = (url: string | undefined, others: readonly unknown[]): string[] => [
  ...new Set(
    others.flatMap((other) => {
      const address = asAddress(other);
      return address && /^https?:/iu.test(address) && address !== url ? [address] : [];
    }),
  ),
];

/** “3 comments left out”, where there are any. */
export const leftOut = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [`${count === 1 ? `one ${one}` : `${count} ${several}`} left out`];
