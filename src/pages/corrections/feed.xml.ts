import type { APIRoute } from 'astro';
import { correctionsFeed } from '../../feeds/corrections.ts';

/** The latest corrections as a feed. */
export const GET: APIRoute = ({ site: origin }) =>
  new Response(
    correctionsFeed((path) => new URL(path, origin).href),
    {
      headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
    },
  );
