import type { APIRoute } from 'astro';
import { articles, records } from '../../content/queries/articles.ts';
import { frameNamed } from '../../outputs/map/frame.ts';
import { framesOf } from '../../outputs/map/frames.ts';
import { outlineMap } from '../../outputs/map/outline.ts';

export function getStaticPaths() {
  // A build writes maps outside of Astro, and only those that are not there yet.
  if (import.meta.env.PROD) return [];
  const frames = framesOf(
    records('places'),
    articles().map(({ data }) => data),
  );
  return [...frames].map((frame) => ({ params: { frame } }));
}

export const GET: APIRoute = ({ params }) => {
  const frame = frameNamed(params['frame'] ?? '');
  return new Response(frame && outlineMap(frame), { headers: { 'Content-Type': 'image/svg+xml' } });
};
