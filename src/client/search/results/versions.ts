import type { ArticleData } from '../../../domain/article/article-data.ts';
import { queryWords } from '../../../domain/search/indexed-text.ts';

/** So many words in a row are compared, and this part of all such rows must be in both texts. */
const ROW = 4;
const ALIKE = 0.85;
/** Shorter texts are the same only on the same day with the same headline: many say no more than “See above”. */
const SHORT = 20;
/** The same text is filed again within so many days. A list that comes every month is another each time. */
const DAYS = 7;

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** An article in the form in which it is compared. */
interface Compared {
  day: number;
  heading: string;
  words: string[];
  rows: Set<string>;
}

function comparedOf({ date, heading, summary, paragraphs }: ArticleData): Compared {
  const words = queryWords([summary ?? '', ...paragraphs.map(({ text }) => text)].join('\n'));
  const rows = new Set(words.slice(ROW - 1).map((_, at) => words.slice(at, at + ROW).join(' ')));
  return { day: dayNumber(date), heading: queryWords(heading).join(' '), words, rows };
}

/** The same text, filed more than once: nearly all of its words in the same order. */
function isSame(one: Compared, other: Compared): boolean {
  const days = Math.abs(one.day - other.day);
  if (one.words.length < SHORT || other.words.length < SHORT)
    return (
      days === 0 && one.heading === other.heading && one.words.join(' ') === other.words.join(' ')
    );
  const both = [...one.rows].filter((row) => other.rows.has(row)).length;
  return days <= DAYS && both >= ALIKE * (one.rows.size + other.rows.size - both);
}

/** Puts articles with the same text together, in the order of the first of each. */
export function versionsOf<T extends { article: ArticleData }>(hits: readonly T[]): T[][] {
  const groups: { compared: Compared; hits: T[] }[] = [];
  for (const hit of hits) {
    const compared = comparedOf(hit.article);
    const same = groups.find((group) => isSame(group.compared, compared));
    if (same) same.hits.push(hit);
    else groups.push({ compared, hits: [hit] });
  }
  return groups.map(({ hits: all }) => all);
}
