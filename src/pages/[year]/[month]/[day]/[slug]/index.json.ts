import type { APIRoute } from 'astro';
import {
  articles,
  type PublishedArticle,
  withdrawnArticles,
} from '../../../../../content/queries/articles.ts';
import { dataOf } from '../../../../../content/queries/texts.ts';

export function getStaticPaths() {
  // A build copies these files from the store: as routes they would be half of all that Astro renders.
  if (import.meta.env.PROD) return [];
  const filed = [...articles(), ...withdrawnArticles()];
  return filed.map((article) => {
    const [year, month, day, slug] = article.id.split('/');
    return { params: { year, month, day, slug }, props: { article } };
  });
}

export const GET: APIRoute<{ article: PublishedArticle }> = ({ props }) =>
  new Response(dataOf(props.article.id), { headers: { 'Content-Type': 'application/json' } });
