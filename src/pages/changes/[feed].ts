import type { APIRoute } from 'astro';
import { CHANGES_PATH } from '../../domain/url.ts';
import { changesFeed } from '../../outputs/feeds/changes.ts';
import { type FeedForm, FORMS } from '../../outputs/feeds/feed.ts';
import { CHANGES_FEED_PATHS as PATHS } from '../../outputs/feeds/feed-paths.ts';
import { addressOf } from '../../site-address.ts';

export const getStaticPaths = () =>
  (Object.keys(PATHS) as FeedForm[]).map((form) => ({
    params: { feed: PATHS[form].slice(CHANGES_PATH.length) },
    props: { form },
  }));

/** The latest changes as a feed. */
export const GET: APIRoute<{ form: FeedForm }> = ({ props: { form } }) =>
  new Response(FORMS[form].write(changesFeed(addressOf), addressOf(PATHS[form])), {
    headers: { 'Content-Type': `${FORMS[form].type}; charset=utf-8` },
  });
