import { asAddress, asLanguage, asLine, noNames, type Reading } from '../../source-document.ts';
import { bylineOf, formerUrlsOf, subjectsOf, summaryOf, wordsOf } from '../dump/words.ts';
import type { XmlElement } from '../feed/element.ts';
import { notesOfKeptBack } from '../kept-back.ts';
import { leadingPicture, nameAttachments, pictureHtml } from './attachment.ts';
import type { Channel } from './channel.ts';
import { contentBody, contentHtml, footnotesIn } from './content.ts';
import { fieldsOf, termsOf, textOf } from './fields.ts';
import { DESCRIPTIONS, isWritten, notesOf, STANDFIRSTS } from './post-notes.ts';
import { postFault, postTime } from './post-status.ts';
import type { Pictures } from './shortcodes.ts';

/** The names of the authors of a post; several are given as terms. */
function authorsOf(item: XmlElement, { authors }: Channel): string[] {
  const shown = (login: string) => authors.get(login) ?? login;
  const terms = termsOf(item).filter(({ taxonomy }) => taxonomy === 'author');
  if (terms.length > 0)
    return terms.map(
      ({ name, slug }) => authors.get(name) ?? authors.get(slug.replace(/^cap-/u, '')) ?? name,
    );
  return [shown(textOf(item.children, 'creator')?.trim() ?? '')];
}

/** The addresses that a post had: that by its number, and those with older names in them. */
function oldAddresses(item: XmlElement, url: string | undefined, { address }: Channel): string[] {
  const id = textOf(item.children, 'post_id')?.trim() ?? '';
  const type = textOf(item.children, 'post_type')?.trim();
  const found = [textOf(item.children, 'guid')?.trim() ?? ''];
  if (address && /^\d+$/u.test(id) && URL.canParse(address))
    found.push(
      `${address}${address.endsWith('/') ? '' : '/'}?${type === 'page' ? 'page_id' : 'p'}=${id}`,
    );
  const name = textOf(item.children, 'post_name')?.trim();
  for (const { name: field, children } of item.children) {
    if (field !== 'postmeta' || textOf(children, 'meta_key')?.trim() !== '_wp_old_slug') continue;
    const old = textOf(children, 'meta_value')?.trim();
    if (old && name && url?.split('/').includes(name))
      found.push(url.split('/').with(url.split('/').lastIndexOf(name), old).join('/'));
  }
  return formerUrlsOf(url, found);
}

/** The pictures that a post shows and does not hold. */
function picturesOf(item: XmlElement, { attachments, uploads }: Channel): Pictures {
  const own = uploads.get(textOf(item.children, 'post_id')?.trim() ?? '') ?? [];
  return {
    gallery: (ids = own) => {
      const wanted = ids.filter(Boolean);
      const known = wanted.flatMap((id) => attachments.get(id.trim()) ?? []);
      return { html: known.map(pictureHtml).join(''), unknown: wanted.length - known.length };
    },
  };
}

/** Reads an item of an export, unless it is not to be published. */
export function readPost(item: XmlElement, channel: Channel, sha256: string): Reading {
  const time = postTime(item);
  const reason = postFault(item, channel);
  const title = asLine(wordsOf(textOf(item.children, 'title') ?? ''), 300);
  const url = asAddress(textOf(item.children, 'link')) ?? asAddress(textOf(item.children, 'guid'));
  const formerUrls = oldAddresses(item, url, channel);
  const id = asLine(textOf(item.children, 'post_id'), 60);
  if (reason) return { ...reason, of: { urls: [url, ...formerUrls], id, title, date: time?.date } };
  const encoded = (isExcerpt: boolean) =>
    item.children.find(
      ({ namespace, name }) => name === 'encoded' && /excerpt/iu.test(namespace) === isExcerpt,
    )?.text ?? '';
  const fields = fieldsOf(item);
  const pictures = picturesOf(item, channel);
  const thumbnail = fields.get('_thumbnail_id')?.trim() ?? '';
  const leading = channel.attachments.get(thumbnail);
  const kept = channel.kept.get(thumbnail);
  const read = contentBody(encoded(false), footnotesIn(fields.get('footnotes')), pictures, url);
  nameAttachments(read.body, channel);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const standfirsts = STANDFIRSTS.map((key) => fields.get(key)).filter(isWritten);
  const excerpt = wordsOf(contentHtml(encoded(true), [], pictures).html);
  const { summary, notes } = summaryOf(
    excerpt,
    ...standfirsts,
    ...DESCRIPTIONS.map((key) => fields.get(key)).filter(isWritten),
  );
  const unused = excerpt === '' ? [] : standfirsts.map((one) => wordsOf(one ?? '')).filter(Boolean);
  const terms = termsOf(item);
  const byline = bylineOf(authorsOf(item, channel).map(wordsOf));
  const language = terms.find(({ taxonomy }) => taxonomy === 'language')?.slug;
  return {
    document: {
      sha256,
      title,
      date: time?.date,
      published: time?.published,
      author: byline.author,
      publisher: asLine(wordsOf(channel.publisher ?? ''), 200),
      url,
      lang: (language && asLanguage(language)) || asLanguage(channel.lang),
      summary,
      named: noNames(),
      subjects: subjectsOf(
        terms
          .filter(
            ({ taxonomy, slug }) =>
              /^(?:category|post_tag|tag)$/u.test(taxonomy) && slug !== 'uncategorized',
          )
          .map(({ name }) => name),
      ),
      formerUrls,
      body: read.body,
      media: leadingPicture(leading, read.body),
      notes: [
        ...read.notes,
        ...notes,
        ...byline.notes,
        ...notesOfKeptBack(kept ? [kept] : []),
        ...(channel.isOverfull ? ['files of the uploads folder are too many to be looked up'] : []),
        ...notesOf(item, unused),
      ],
    },
  };
}
