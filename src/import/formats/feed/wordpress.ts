import { bodyOfHtml, unescaped } from '../../markup/markup.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  ImportFault,
  noNames,
  type Reading,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import type { Skipped } from '../status.ts';
import type { Items, XmlElement } from './element.ts';
import { itemFault, within } from './item-status.ts';

/** WordPress’s export (WXR): RSS in which everything that a site ever held is an item. */

const EXPORT = /^https?:\/\/(?:www\.)?wordpress\.org\/export\//iu;

const isOfExport = ({ namespace }: XmlElement) => EXPORT.test(namespace);

/** Whether items are those of a WordPress export. */
export const isWordPress = ({ items, around }: Items): boolean =>
  around.some(isOfExport) || items.some((item) => within(item).some(isOfExport));

/** The text of the first element of a name; `undefined` where there is none. */
const textOf = (elements: readonly XmlElement[], name: string): string | undefined =>
  elements.find((element) => element.name === name)?.text;

const FIRST_DAY = /^0000/u;

/** What an export says of itself, for all its items. */
interface Channel {
  publisher: string | undefined;
  lang: string | undefined;
  /** When it was made, where it says so. */
  made: ReturnType<typeof asTime>;
  /** The names by which authors are shown, by those by which they log in. */
  authors: ReadonlyMap<string, string>;
}

function channelOf(around: readonly XmlElement[]): Channel {
  const authors = new Map<string, string>();
  for (const { name, children } of around) {
    const login = textOf(children, 'author_login');
    const shown = textOf(children, 'author_display_name');
    if (name === 'author' && login && shown) authors.set(login, shown);
  }
  return {
    publisher: textOf(around, 'title'),
    lang: textOf(around, 'language'),
    made: asTime(textOf(around, 'pubdate') ?? textOf(around, 'lastbuilddate')),
    authors,
  };
}

/** Why an item is not to be published: only what the export calls published, and a post or a page, is. */
function whyNot(item: XmlElement): Skipped | undefined {
  const own = within(item).filter(isOfExport);
  const type = own.find(({ name }) => name === 'post_type');
  // Of an attachment it does not matter what its status is.
  const fault =
    (type && itemFault({ ...item, attributes: [], children: [type] })) ?? itemFault(item);
  if (fault) return fault;
  if (!type) return { skipped: 'it does not say that it is a post', as: 'kind' };
  return own.some(({ name }) => name === 'status')
    ? undefined
    : { skipped: 'it does not say that it is published', as: 'unknown' };
}

/** Whether an item is dated after its export was made; its moment tells where it has one, else its day. */
function isScheduled(item: XmlElement, made: NonNullable<Channel['made']>): boolean {
  const textsOf = (wanted: string) =>
    within(item).flatMap(({ name, text }) =>
      name === wanted && !FIRST_DAY.test(text) ? [text] : [],
    );
  const moments = textsOf('post_date_gmt').map((text) => `${text.trim().replace(' ', 'T')}Z`);
  const end = Date.parse(made.published.includes('T') ? made.published : `${made.date}T23:59:59Z`);
  if (moments.length > 0) return moments.some((moment) => !(Date.parse(moment) <= end));
  return [...textsOf('post_date'), ...textsOf('pubdate')].some(
    (text) => (asTime(text)?.date ?? '') > made.date,
  );
}

/**
 * The day and time of a post at its place of writing. Two clocks are given; their difference is the offset from UTC.
 */
function timeOf(item: XmlElement) {
  const clock = (name: string) => {
    const text = textOf(item.children, name);
    return text && !FIRST_DAY.test(text) ? text.trim().replace(' ', 'T') : undefined;
  };
  const local = clock('post_date');
  const utc = clock('post_date_gmt');
  const day = asTime(local)?.date;
  if (day === undefined) return asTime(textOf(item.children, 'pubdate'));
  const minutes = (Date.parse(`${local}Z`) - Date.parse(`${utc}Z`)) / 60_000;
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 15 * 60)
    return { date: day, published: day };
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0');
  const size = Math.abs(minutes);
  const offset =
    minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
  return asTime(`${local}${offset}`) ?? { date: day, published: day };
}

const BLOCK =
  '(?:address|article|aside|blockquote|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)';
const OPENS = new RegExp(`<${BLOCK}(?=[\\s>/])`, 'giu');
const CLOSES = new RegExp(`</${BLOCK}\\s*>`, 'giu');
const BEGINS = new RegExp(`^\\s*</?${BLOCK}(?=[\\s>/])`, 'iu');

/** A post’s text as HTML: a blank line ends a paragraph, as WordPress itself shows it; preformatted text stays as it is. */
export function htmlOf(content: string): string {
  // What the block editor wrote is HTML already.
  if (content.includes('<!-- wp:')) return content;
  return content
    .replace(/\r\n?/gu, '\n')
    .split(/(?=<pre[\s>])|(?<=<\/pre>)/iu)
    .map((part) => (/^<pre[\s>]/iu.test(part) ? part : inParagraphs(part)))
    .join('\n\n');
}

const inParagraphs = (html: string): string =>
  html
    .replace(OPENS, '\n\n$&')
    .replace(CLOSES, '$&\n\n')
    .split(/\n[^\S\n]*\n/u)
    .filter((part) => part.trim() !== '')
    .map((part) => (BEGINS.test(part) ? part : `<p>${part}</p>`))
    .join('\n');

const CAPTION = /\[\/?caption(?:\s[^[\]]*)?\]/giu;
const SHORTCODE = /\[\/?([a-z][\w-]*)(?:\s[^[\]<]*)?\]/giu;
const OF_WORDPRESS =
  /^(?:audio|embed|gallery|playlist|video|contact-form|contact-form-7|shortcode|vc_\w+|et_pb_\w+|youtube|soundcloud|twitter|instagram)$/iu;

/** Shortcodes that stand in a text, by name. */
const shortcodesIn = (content: string): string[] => [
  ...new Set(
    [...content.matchAll(SHORTCODE)].flatMap(([, name = '']) =>
      OF_WORDPRESS.test(name) ? [`[${name.toLowerCase()}]`] : [],
    ),
  ),
];

function readPost(item: XmlElement, channel: Channel, sha256: string): Reading {
  const time = timeOf(item);
  const reason = whyNot(item);
  if (reason) return reason;
  if (channel.made && isScheduled(item, channel.made))
    return { skipped: 'it is dated after its export was made', as: 'scheduled' };
  const content = item.children.find(
    ({ namespace, name }) => name === 'encoded' && !/excerpt/iu.test(namespace),
  )?.text;
  const excerpt = item.children.find(
    ({ namespace, name }) => name === 'encoded' && /excerpt/iu.test(namespace),
  )?.text;
  const url = asAddress(textOf(item.children, 'link')) ?? asAddress(textOf(item.children, 'guid'));
  const read = bodyOfHtml(htmlOf((content ?? '').replace(CAPTION, '\n\n')), url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const login = textOf(item.children, 'creator')?.trim() ?? '';
  const shortcodes = shortcodesIn(content ?? '');
  return {
    document: {
      sha256,
      title: asLine(unescaped(textOf(item.children, 'title') ?? ''), 300),
      date: time?.date,
      published: time?.published,
      author: asLine(channel.authors.get(login) ?? login, 200),
      publisher: asLine(channel.publisher, 200),
      url,
      lang: asLanguage(channel.lang),
      summary: asLine(unescaped(excerpt ?? ''), 1000),
      named: noNames(),
      body: read.body,
      notes: [
        ...read.notes,
        ...(time && !channel.made && time.date > today()
          ? [`it is dated ${time.date}, after today, and its export does not say when it was made`]
          : []),
        ...(shortcodes.length > 0
          ? [`its text holds shortcodes of WordPress as they are: ${shortcodes.join(', ')}`]
          : []),
      ],
    },
  };
}

const today = () => new Date().toISOString().slice(0, 10);

/** Reads the posts and pages of a WordPress export that were published; each is read when it is asked for. */
export function readWordPress(xml: Items, sha256: string): (() => Reading)[] {
  // Where XML is not well-formed, nobody can tell where an item ends, and so which status is its own.
  if (xml.fault !== undefined)
    throw new ImportFault(
      `It is a WordPress export and no well-formed XML (${xml.fault.replace(/\.$/u, '')}). Export it again, or mend the line.`,
    );
  const channel = channelOf(xml.around);
  return xml.items.map((item) => () => readPost(item, channel, sha256));
}
