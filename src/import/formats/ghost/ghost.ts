import { asAddress, asLanguage, asLine, noNames, type Reading } from '../../source-document.ts';
import { bodyOfPost } from '../dump/post-html.ts';
import { whyToCome } from '../dump/to-come.ts';
import { at, isObject, listAt, textAt } from '../dump/value.ts';
import { bylineOf, subjectsOf, summaryOf } from '../dump/words.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault, objectFault } from '../status.ts';
import { leadingPicture } from '../wordpress/attachment.ts';
import { answeredPosts, databasesOf } from './is-ghost.ts';
import { localTime } from './local-time.ts';
import { ghostHtml, siteless } from './post-text.ts';
import { type Tables, tablesOf } from './tables.ts';

/** Ghost: its export, which is its database as JSON, and the answers of its API. */

/** Why a post was not published for every reader; only what says so is. */
function whyNot(post: object, isAnswer: boolean): Skipped | undefined {
  const fault = objectFault(post);
  if (fault) return fault;
  const status = textAt(post, 'status');
  const visibility = at(post, 'visibility');
  if (visibility !== undefined && typeof visibility !== 'string')
    return { skipped: 'its visibility is not understood', as: 'unknown' };
  // The API for readers answers with nothing else, and leaves the status out.
  const isPublished = status !== undefined || (isAnswer && visibility === 'public');
  if (!isPublished) return { skipped: 'it does not say that it is published', as: 'unknown' };
  if (status !== undefined && status !== 'published')
    return fieldFault('status', status) ?? { skipped: `its status is “${status}”`, as: 'unknown' };
  if (
    at(post, 'access') === false ||
    at(post, 'email_only') === true ||
    at(post, 'email_only') === 1
  )
    return { skipped: 'it is for some readers only', as: 'private' };
  return whyToCome(textAt(post, 'published_at'));
}

/** Reads a post. @param isAnswer whether it comes from the API, which leaves out what an export says */
export function readPost(post: object, tables: Tables, isAnswer: boolean, sha256: string): Reading {
  const meta = tables.metaOf(post);
  const field = (name: string) => textAt(post, name) || textAt(meta, name);
  const fault = whyNot({ ...meta, ...post }, isAnswer);
  const url = asAddress(field('canonical_url')) ?? asAddress(field('url'));
  const title = asLine(textAt(post, 'title'), 300);
  const time = localTime(field('published_at'), tables.timeZone);
  if (fault)
    return {
      ...fault,
      of: { urls: [url], id: asLine(textAt(post, 'id'), 60), title, date: time?.date },
    };
  const { html, notes } = ghostHtml(post, asAddress(field('url')));
  const read = bodyOfPost(html, url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const byline = bylineOf(tables.authorsOf(post));
  const { summary, notes: cut } = summaryOf(
    ...['custom_excerpt', 'meta_description'].map((name) => field(name)?.replaceAll('<', '&lt;')),
  );
  return {
    document: {
      sha256,
      title,
      date: time?.date,
      published: time?.published,
      author: byline.author,
      publisher: asLine(tables.title, 200),
      url,
      lang: asLanguage(field('locale')) ?? asLanguage(tables.lang),
      summary,
      named: noNames(),
      subjects: subjectsOf(tables.tagsOf(post).map((name) => name.replaceAll('<', '&lt;'))),
      body: read.body,
      media: leadingPicture(
        {
          caption: field('feature_image_caption')?.trim() ?? '',
          credit: '',
          alt: field('feature_image_alt')?.trim() ?? '',
          url: siteless(field('feature_image')?.trim() ?? '', asAddress(field('url'))),
        },
        read.body,
      ),
      notes: [
        ...notes,
        ...read.notes,
        ...cut,
        ...byline.notes,
        ...(url === undefined && field('slug')
          ? [`its address ended in /${field('slug')}/, and its export does not name the site’s own`]
          : []),
        ...(field('codeinjection_head') || field('codeinjection_foot')
          ? ['code of its own left out']
          : []),
      ],
    },
  };
}

/** The posts and pages of an export of Ghost or of an answer of its API, each read when it is asked for. */
export function readGhost(value: unknown, sha256: string): (() => Reading)[] {
  const answer = answeredPosts(value);
  const groups = answer
    ? [{ posts: answer, tables: tablesOf(undefined), isAnswer: true }]
    : databasesOf(value).map((data) => ({
        posts: listAt(data, 'posts'),
        tables: tablesOf(data),
        isAnswer: false,
      }));
  return groups.flatMap(({ posts, tables, isAnswer }) =>
    posts.filter(isObject).map((post) => () => readPost(post, tables, isAnswer, sha256)),
  );
}
