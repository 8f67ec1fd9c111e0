import type { Article, Heading } from '../../domain/article/article.ts';
import { byPeriod } from '../../domain/article/chronology.ts';
import type { ListedArticle } from '../../domain/data/article-list.ts';
import {
  ARTICLES_JSON_PATH,
  articleDataPath,
  articlePath,
  articlesPartPath,
} from '../../domain/url.ts';
import { site } from '../../site.ts';

/** What the list of all articles needs of an article. */
export interface ListedInData {
  id: string;
  data: Article & { heading: Heading };
}

const LARGE = 5000;

/** True where there are so many articles that each year also has a list of its own. */
export const hasListsByYear = (articles: number): boolean => articles >= LARGE;

function listed({ id, data }: ListedInData, address: (path: string) => string): ListedArticle {
  const { title = null, heading, date, lang = site.lang, text, summary = null, source } = data;
  const { people, places, organisations, about, dateline = null, figures, corrections } = data;
  return {
    id,
    url: address(articlePath(id)),
    data: address(articleDataPath(id)),
    title,
    heading: heading.text,
    date,
    lang,
    text,
    summary,
    publisher: source?.publisher ?? null,
    original: source?.url ?? null,
    people,
    places,
    organisations,
    about,
    dateline,
    figures: figures.length,
    corrected:
      corrections
        .map((one) => one.date)
        .toSorted()
        .at(-1) ?? null,
  };
}

const list = (lines: readonly string[]) =>
  `[${lines.length > 0 ? '\n' : ''}${lines.join(',\n')}\n]\n`;

/**
 * The lists of articles without their texts, as JSON with one line for each, by path: one of all, and in a large archive
 * also one for each year.
 *
 * @param articles published ones, in the order of time
 * @param address makes a whole URL from a path
 */
export function articleLists(
  articles: readonly ListedInData[],
  address: (path: string) => string,
): Map<string, string> {
  const years = [...byPeriod(articles, 4)].map(([year, some]): [string, string[]] => [
    year,
    some.map((article) => JSON.stringify(listed(article, address))),
  ]);
  const files = new Map([[ARTICLES_JSON_PATH, list(years.flatMap(([, lines]) => lines))]]);
  if (!hasListsByYear(articles.length)) return files;
  for (const [year, lines] of years) files.set(articlesPartPath(year), list(lines));
  return files;
}
