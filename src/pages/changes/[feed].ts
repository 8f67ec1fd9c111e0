import type { APIRoute } from 'astro';
import { addressOf } from '../../address.ts';
import { CHANGES_PATH } from '../../archive/url.ts';
import { changesFeed } from '../../feeds/changes.ts';
import { type FeedForm, FORMS } from '../../feeds/feed.ts';
import { CHANGES_FEED_PATHS as PATHS } from '../../feeds/feed-paths.ts';

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
