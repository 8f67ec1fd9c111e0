import { asAddress, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { bodyOfPost } from '../dump/post-html.ts';
import { whyToCome } from '../dump/to-come.ts';
import { at, isObject, listAt, textAt } from '../dump/value.ts';
import { bylineOf, formerUrlsOf, subjectsOf, summaryOf, wordsOf } from '../dump/words.ts';
import { notesOfKeptBack } from '../kept-back.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault, objectFault } from '../status.ts';
import { leadingPicture } from './attachment.ts';
import { timeOf } from './post-status.ts';
import { saysForSome } from './restriction.ts';

/** A post as WordPress’s REST API answers. */

const day = (text: string | undefined) => (text?.startsWith('0000') ? undefined : text);

/** Why a post was not published; only what says so is. */
function whyNot(post: object): Skipped | undefined {
  // What is embedded has a status of its own.
  const {
    _embedded: _,
    _links: __,
    meta,
    ...own
  } = post as { [name in '_embedded' | '_links' | 'meta']?: unknown };
  const fault = objectFault(own);
  if (fault) return fault;
  const type = textAt(post, 'type');
  const ofType = fieldFault('post_type', type ?? '');
  if (type === undefined) return { skipped: 'it does not say that it is a post', as: 'kind' };
  if (ofType) return ofType;
  if (textAt(post, 'status') === undefined)
    return { skipped: 'it does not say that it is published', as: 'unknown' };
  if (at(post, 'content', 'protected') !== false)
    return { skipped: 'it has a password, or does not say that it has none', as: 'password' };
  const utc = day(textAt(post, 'date_gmt'));
  const toCome = whyToCome(utc === undefined ? day(textAt(post, 'date')) : `${utc}Z`);
  if (toCome) return toCome;
  const fields = isObject(meta) ? Object.entries(meta) : [];
  return fields.some(([key, value]) => saysForSome(key, `${value ?? ''}`))
    ? { skipped: 'it is for some readers only', as: 'private' }
    : undefined;
}

/** Where WordPress cuts an excerpt off, a link to the whole may follow: “[…] Read more”. */
const LONGEST_TAIL = 60;

/** Reads a post, unless it is not to be published. */
export function readRestPost(post: object, sha256: string): Reading {
  const fault = whyNot(post);
  const url = asAddress(textAt(post, 'link'));
  const title = asLine(wordsOf(textAt(post, 'title', 'rendered') ?? ''), 300);
  const utc = day(textAt(post, 'date_gmt'));
  const time = timeOf(day(textAt(post, 'date')), utc) ?? asTime(utc && `${utc}Z`);
  const formerUrls = formerUrlsOf(url, [textAt(post, 'guid', 'rendered')]);
  const id = asLine(textAt(post, 'id'), 60);
  if (fault) return { ...fault, of: { urls: [url, ...formerUrls], id, title, date: time?.date } };
  const [media] = listAt(post, '_embedded', 'wp:featuredmedia');
  const status = textAt(media, 'status') ?? 'inherit';
  const kept = status === 'inherit' ? undefined : fieldFault('status', status);
  const content = textAt(post, 'content', 'rendered') ?? '';
  const read = bodyOfPost(content, url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const terms = listAt(post, '_embedded', 'wp:term').flatMap((some) =>
    Array.isArray(some) ? (some as unknown[]) : [],
  );
  const namesOf = (taxonomies: RegExp) =>
    terms
      .filter((term) => taxonomies.test(textAt(term, 'taxonomy') ?? ''))
      .map((term) => textAt(term, 'name'));
  const coauthors = namesOf(/^author$/u);
  const authors = listAt(post, '_embedded', 'author').map((author) => textAt(author, 'name'));
  const byline = bylineOf(
    (coauthors.length > 0 ? coauthors : authors).map((name) => wordsOf(name ?? '')),
  );
  // Where nobody wrote an excerpt, WordPress gives how the text begins.
  const excerpt = wordsOf(textAt(post, 'excerpt', 'rendered') ?? '');
  const cut = Math.max(...['[…]', '[...]'].map((sign) => excerpt.lastIndexOf(sign)));
  const begins =
    cut >= 0 && cut > excerpt.length - LONGEST_TAIL ? excerpt.slice(0, cut).trim() : excerpt;
  const isWritten = !wordsOf(content).startsWith(begins);
  const { summary, notes } = summaryOf(
    isWritten ? excerpt.replaceAll('<', '&lt;') : '',
    textAt(post, 'yoast_head_json', 'description'),
  );
  return {
    document: {
      sha256,
      title,
      date: time?.date,
      published: time?.published,
      author: byline.author,
      publisher: asLine(textAt(post, 'yoast_head_json', 'og_site_name'), 200),
      url,
      summary,
      named: noNames(),
      subjects: subjectsOf(
        namesOf(/^(?:category|post_tag)$/u).filter((name) => name !== 'Uncategorized'),
      ),
      formerUrls,
      body: read.body,
      media: kept
        ? []
        : leadingPicture(
            {
              caption: textAt(media, 'caption', 'rendered')?.trim() ?? '',
              credit: '',
              alt: textAt(media, 'alt_text')?.trim() ?? '',
              url: textAt(media, 'source_url')?.trim() ?? '',
            },
            read.body,
          ),
      notes: [
        ...read.notes,
        ...notes,
        ...byline.notes,
        ...notesOfKeptBack(kept ? [kept] : []),
        ...(byline.author === undefined && textAt(post, 'author') !== undefined
          ? ['its author is given by number alone: ask the API with “_embed”']
          : []),
      ],
    },
  };
}
