import type { APIRoute } from 'astro';
import { type ArticleEntry, articles, withdrawnArticles } from '../../../../../articles.ts';
import { articleData } from '../../../../../data/article-data.ts';

export async function getStaticPaths() {
  const filed = [...(await articles()), ...(await withdrawnArticles())];
  return filed.map((article) => {
    const [year, month, day, slug] = article.id.split('/');
    return { params: { year, month, day, slug }, props: { article } };
  });
}

export const GET: APIRoute<{ article: ArticleEntry }> = async ({ props }) =>
  Response.json(await articleData(props.article));
