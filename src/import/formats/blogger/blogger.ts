import { asAddress, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { partsOfDump } from '../dump/dump.ts';
import { bodyOfPost } from '../dump/post-html.ts';
import { isToCome } from '../dump/to-come.ts';
import { bylineOf, subjectsOf, summaryOf, wordsOf } from '../dump/words.ts';
import type { XmlElement } from '../feed/element.ts';
import { itemFault } from '../feed/item-status.ts';
import type { Part } from '../format.ts';
import type { Skipped } from '../skipped.ts';
import type { Source } from '../source.ts';

/**
 * Blogger’s export: Atom in which posts, comments, settings and the template are entries. That of the blog’s own settings
 * tells them by a category, that of Takeout by an element.
 */

interface Blog {
  title: string | undefined;
  address: string | undefined;
  made: ReturnType<typeof asTime>;
}

const textOf = (elements: readonly XmlElement[], name: string): string | undefined =>
  elements.find((element) => element.name === name)?.text.trim() || undefined;

const attribute = ({ attributes }: XmlElement, name: string) =>
  attributes.find(([found]) => found === name)?.[1];

const linkOf = (elements: readonly XmlElement[]) =>
  elements
    .filter(({ name }) => name === 'link')
    .filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
    .map((link) => asAddress(attribute(link, 'href')))
    .find(Boolean);

const isOfBlogger = ({ namespace }: XmlElement) =>
  /^https?:\/\/schemas\.google\.com\/blogger\//iu.test(namespace);

/** What an entry says that it is, in either export, as one word. */
const kindsOf = ({ children }: XmlElement): string[] =>
  children.flatMap((element) =>
    element.name === 'type' && isOfBlogger(element)
      ? [element.text.trim().toLowerCase()]
      : element.name === 'category' && attribute(element, 'scheme')?.endsWith('#kind')
        ? [(attribute(element, 'term') ?? '').replace(/^.*#/u, '').toLowerCase()]
        : [],
  );

/** Why an entry is not to be published; nothing where it was published. */
function whyNot(entry: XmlElement, { made }: Blog): Skipped | undefined {
  const fault = itemFault(entry);
  if (fault) return fault;
  const kinds = kindsOf(entry);
  if (kinds.length === 0 || !kinds.every((kind) => /^(?:post|page)$/u.test(kind)))
    return { skipped: 'it does not say that it is a post', as: 'kind' };
  // Of the newer export every post says so; the older one names drafts alone.
  const isNewer = entry.children.some((one) => one.name === 'type' && isOfBlogger(one));
  const statuses = entry.children.filter((one) => one.name === 'status' && isOfBlogger(one));
  if (isNewer && statuses.length === 0)
    return { skipped: 'it does not say that it is published', as: 'unknown' };
  const isKnown = made?.published.includes('T') === true;
  const end = isKnown ? Date.parse(made.published) : Date.now();
  return isToCome(textOf(entry.children, 'published'), end)
    ? {
        skipped: isKnown ? 'it is dated after its export was made' : 'it is dated after today',
        as: 'scheduled',
      }
    : undefined;
}

function readEntry(entry: XmlElement, blog: Blog, sha256: string): Reading {
  const fault = whyNot(entry, blog);
  const { children } = entry;
  const path = children.find((one) => one.name === 'filename' && isOfBlogger(one))?.text.trim();
  const url =
    linkOf(children) ??
    (path && blog.address && URL.canParse(path, blog.address)
      ? asAddress(new URL(path, blog.address).href)
      : undefined);
  const title = asLine(wordsOf(textOf(children, 'title') ?? ''), 300);
  const time = asTime(textOf(children, 'published'));
  const id = asLine(textOf(children, 'id'), 200);
  if (fault) return { ...fault, of: { urls: [url], id, title, date: time?.date } };
  const content = children.find(({ name }) => name === 'content')?.text ?? '';
  const read = bodyOfPost(content, url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const byline = bylineOf(
    children
      .filter(({ name }) => name === 'author')
      .map((author) => textOf(author.children, 'name'))
      // What Blogger calls those whose account is gone.
      .filter((name) => name !== 'Unknown' && name !== 'Anonymous'),
  );
  const { summary, notes } = summaryOf(textOf(children, 'metadescription'));
  return {
    document: {
      sha256,
      title,
      date: time?.date,
      published: time?.published,
      author: byline.author,
      publisher: asLine(blog.title, 200),
      url,
      summary,
      named: noNames(),
      subjects: subjectsOf(
        children
          .filter(({ name }) => name === 'category')
          .filter((one) => !attribute(one, 'scheme')?.endsWith('#kind'))
          .map((one) => attribute(one, 'term')),
      ),
      body: read.body,
      notes: [
        ...read.notes,
        ...notes,
        ...byline.notes,
        ...(url === undefined && path
          ? [`its address on the blog was ${path}, and its export does not name the blog’s own`]
          : []),
      ],
    },
  };
}

/** The entries of a Blogger export, one after another. */
export function partsOfBlogger(source: Source): AsyncGenerator<Part> {
  return partsOfDump(source, 'a Blogger export', () => {
    const blog: Blog = { title: undefined, address: undefined, made: undefined };
    return {
      take: ({ element, isItem }) => {
        if (isItem) return;
        const { name, text } = element;
        if (name === 'title') blog.title ??= wordsOf(text);
        if (name === 'updated') blog.made ??= asTime(text);
        if (name === 'link') blog.address ??= linkOf([element]);
      },
      read: (entry, sha256) => readEntry(entry, blog, sha256),
    };
  });
}
