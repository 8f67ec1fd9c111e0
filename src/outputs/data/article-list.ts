import type { Article, Heading } from '../../domain/article/article.ts';
import type { ListedArticle } from '../../domain/data/article-list.ts';
import { articleDataPath, articlePath } from '../../domain/url.ts';
import { site } from '../../site.ts';

/** What the list of all articles needs of an article. */
export interface ListedInData {
  id: string;
  data: Article & { heading: Heading };
}

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

/**
 * The list of articles without their texts: JSON with one line for each.
 *
 * @param articles published ones, in the order of time
 * @param address makes a whole URL from a path
 */
export function articleList(
  articles: readonly ListedInData[],
  address: (path: string) => string,
): string {
  const lines = articles.map((article) => JSON.stringify(listed(article, address)));
  return `[${lines.length > 0 ? '\n' : ''}${lines.join(',\n')}\n]\n`;
}
