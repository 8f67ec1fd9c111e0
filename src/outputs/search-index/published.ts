import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ArticleData } from '../../domain/article/article-data.ts';
import { byTime, type Dated } from '../../domain/article/chronology.ts';

const dated = ({ id, date, source }: ArticleData): Dated => ({
  id,
  data: { date, source: source ?? undefined },
});

/** The articles of a built site that can be found, in the order of time: what is withdrawn is not searched. */
export async function publishedArticles(dist: string): Promise<ArticleData[]> {
  const files = (await readdir(dist, { recursive: true })).filter((file) =>
    /^\d{4}[\\/]\d{2}[\\/]\d{2}[\\/][^\\/]+[\\/]index\.json$/.test(file),
  );
  const articles: ArticleData[] = [];
  for (const file of files.toSorted()) {
    const data = JSON.parse(await readFile(join(dist, file), 'utf8'));
    // An article that was moved has its data at its former address too.
    const isAtOwn = file.split(sep).join('/') === `${data.id}/index.json`;
    if (isAtOwn && !data.withdrawn) articles.push(data);
  }
  return articles.toSorted((a, b) => byTime(dated(a), dated(b)));
}
