import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { at, isObject, listAt, textAt } from '../dump/value.ts';

/** The cards of Ghost’s editors as HTML: pictures, embeds, callouts, code. */

/** What is left out of a post. */
export interface Left {
  notes: string[];
  /** Cards that are not for every reader of the site. */
  forSome: number;
}

/** A text such that HTML shows it as it is. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** The fields of cards that are words, in the order in which they are shown; those of the second list are HTML. */
const PLAIN =
  'title heading header productTitle subheader fileTitle fileName buttonText productButton'.split(
    ' ',
  );
const HTML =
  'calloutText textValue content html productDescription description fileCaption caption'.split(
    ' ',
  );
const ADDRESSES = 'url src buttonUrl productUrl'.split(' ');

/** Cards of newsletters, which no page shows. */
const OF_MAIL = /^(?:email|email-cta)$/u;

const paragraph = (html: string | undefined) => (html?.trim() ? `<p>${html}</p>` : '');
const linked = (address: string | undefined, words: string | undefined) =>
  address?.trim() ? `<p><a href="${escaped(address)}">${escaped(words || address)}</a></p>` : '';

/** Whether the settings of a card hide it from readers who are no members. */
function isForSome(card: unknown): boolean {
  const web = at(card, 'visibility', 'web');
  if (!isObject(web)) return at(card, 'visibility', 'showOnWeb') === false;
  return at(web, 'nonMember') !== true;
}

/** A card as HTML; what is left out is told. */
export function cardHtml(kind: string, card: unknown, left: Left): string {
  const text = (name: string) => textAt(card, name);
  // It only divides what members see from what others do, where a post is not for all.
  if (kind === 'paywall') return '';
  if (OF_MAIL.test(kind)) {
    left.notes.push('a card of its newsletter left out');
    return '';
  }
  if (isForSome(card)) {
    left.forSome++;
    return '';
  }
  const caption = paragraph(text('caption'));
  switch (kind.replace(/^(?:card|koenig-card|kg)-/u, '')) {
    case 'horizontalrule':
    case 'hr':
      return '<hr>';
    case 'markdown':
      return `${markdown.processSync(text('markdown') ?? '')}`;
    case 'html':
      return text('html') ?? '';
    case 'codeblock':
    case 'code':
      return `<pre><code>${escaped(text('code') ?? '')}</code></pre>${caption}`;
    case 'image':
      return pictureHtml(card);
    case 'gallery':
      return `<figure>${listAt(card, 'images').map(pictureHtml).join('')}${captionHtml(card)}</figure>`;
    case 'embed':
      return `${/<blockquote/iu.test(text('html') ?? '') ? text('html') : linked(text('url'), undefined)}${caption}`;
    case 'bookmark':
      return bookmark(card) + caption;
    default:
      return otherCard(kind, card, left);
  }
}

const captionHtml = (card: unknown): string => {
  const caption = textAt(card, 'caption')?.trim();
  return caption ? `<figcaption>${caption}</figcaption>` : '';
};

/** A picture of a card with its words. */
function pictureHtml(image: unknown): string {
  const alt = textAt(image, 'alt');
  const said = alt === undefined ? '' : ` alt="${escaped(alt)}"`;
  return `<figure><img src="${escaped(textAt(image, 'src') ?? '')}"${said}>${captionHtml(image)}</figure>`;
}

function bookmark(card: unknown): string {
  const of = (name: string) => textAt(card, 'metadata', name) ?? textAt(card, name);
  const source = [of('author'), of('publisher')].filter(Boolean).join(', ');
  return [
    linked(textAt(card, 'url'), of('title')),
    paragraph(escaped(of('description') ?? '')),
    paragraph(escaped(source)),
  ].join('');
}

/** A card of another kind: its words and addresses, as they are shown. */
function otherCard(kind: string, card: unknown, left: Left): string {
  const words = [
    ...PLAIN.map((name) => paragraph(escaped(textAt(card, name) ?? ''))),
    ...HTML.map((name) => {
      const html = textAt(card, name)?.trim();
      return html ? `<div>${html}</div>` : '';
    }),
    ...ADDRESSES.map((name) => {
      const address = textAt(card, name);
      return /^(?:https?:)?\/\//u.test(address ?? '') ? linked(address, undefined) : '';
    }),
  ].join('');
  if (words === '') left.notes.push(`left out: a card of the kind “${kind}”`);
  return words;
}
