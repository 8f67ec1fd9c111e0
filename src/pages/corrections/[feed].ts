import type { APIRoute } from 'astro';
import { CORRECTIONS_PATH } from '../../domain/url.ts';
import { correctionsFeed } from '../../outputs/feeds/corrections.ts';
import { type FeedForm, FORMS } from '../../outputs/feeds/feed.ts';
import { CORRECTIONS_FEED_PATHS as PATHS } from '../../outputs/feeds/feed-paths.ts';
import { addressOf } from '../../site-address.ts';

export const getStaticPaths = () =>
  (Object.keys(PATHS) as FeedForm[]).map((form) => ({
    params: { feed: PATHS[form].slice(CORRECTIONS_PATH.length) },
    props: { form },
  }));

/** The latest corrections as a feed. */
export const GET: APIRoute<{ form: FeedForm }> = ({ props: { form } }) =>
  new Response(FORMS[form].write(correctionsFeed(addressOf), addressOf(PATHS[form])), {
    headers: { 'Content-Type': `${FORMS[form].type}; charset=utf-8` },
  });
