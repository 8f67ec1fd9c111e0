import { isForSome, isForSomeFromHere } from './restriction.ts';
import { type Shortcode, tokensOf } from './shortcode.ts';

/** Makes HTML of the shortcodes in a post: captions, links to what is embedded, footnotes; others leave what they hold. */

const names = (list: string) => new Set(list.split(' '));
const EMBEDS = names(
  'embed audio video playlist youtube vimeo soundcloud twitter tweet instagram facebook dailymotion googlemaps googleapps scribd slideshare spotify tiktok ted wpvideo videopress iframe advanced_iframe gist documentcloud storify ustream vine flickr polldaddy bandcamp pdf pdf-embedder wp_pdf embeddoc gview datawrapper infogram embedyt kickstarter archiveorg livestream',
);
const CAPTIONS = names('caption wp_caption');
const QUOTES = names('quote blockquote pullquote pull pull-quote pull_quote pulledquote');
const FOOTNOTES = names('footnote footnotes ref efn_note fn mfn note_ref sidenote');
const CODE = names('code sourcecode');
const KNOWN = [EMBEDS, CAPTIONS, QUOTES, FOOTNOTES, CODE, names('gallery media-credit')];

const isKnown = (name: string) => KNOWN.some((some) => some.has(name));

/** Attributes that hold the address of what is shown; `0` is one without a name. */
const ADDRESSES =
  'src url href link mp3 mp4 m4a m4v ogg ogv oga webm wav flv wmv file source id 0 1'.split(' ');
const MEDIA = /^\s*(?:<a\s[^<>]*>\s*)?<img\s[^<>]*>(?:\s*<\/a>)?/iu;
const IS_BLOCK = /row|column|section|text|tab|accordion|toggle|box|content|container|panel/u;
const MOST_TOLD = 20;
const LONGEST = 300;

/** What a post says elsewhere of its pictures. */
export interface Pictures {
  /** The pictures of a gallery as HTML, and how many of them are not known, by their numbers; without these, the post’s own. */
  gallery: (ids: readonly string[] | undefined) => { html: string; unknown: number };
}

export interface Unwrapped {
  html: string;
  /** Footnotes in the order of their marks, as HTML. */
  footnotes: string[];
  notes: string[];
}

/** A picture with the name of whom it is credited to; words without a picture keep it behind them. */
const credited = (inner: string, name: string) =>
  MEDIA.test(inner) && inner.replace(MEDIA, '').trim() === ''
    ? `<figure>${inner}<figcaption><cite>${name}</cite></figcaption></figure>`
    : `${inner}${paragraph(name)}`;

/** The picture with its credit that words begin with. */
function creditedIn(inner: string): string | undefined {
  const end = inner.trimStart().startsWith('<figure>') ? inner.indexOf('</figure>') : -1;
  return end < 0 ? undefined : inner.slice(0, end + '</figure>'.length);
}

const paragraph = (html: string) => `\n\n<p>${html}</p>\n\n`;
const quoted = (text: string) => text.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const linkTo = (address: string) =>
  paragraph(`<a href="${quoted(address)}">${quoted(address)}</a>`);

/** The addresses of what a shortcode shows. */
function addressesOf({ name, attributes }: Shortcode, inner: string): string[] {
  const bare = inner.replace(/<[^<>]*>/gu, '').trim();
  const given = [bare, ...ADDRESSES.map((key) => attributes.get(key)?.trim() ?? '')];
  const found = given.flatMap((one) =>
    /^(?:https?:)?\/\/[^\s<>"]+$/iu.test(one) ? [one.replace(/^\/\//u, 'https://')] : [],
  );
  if (found.length > 0) return [...new Set(found)];
  const id = given.find((one) => /^[\w-]{5,40}$/u.test(one));
  if (name === 'youtube' && id) return [`https://www.youtube.com/watch?v=${id}`];
  if (name === 'vimeo' && id) return [`https://vimeo.com/${id}`];
  return [];
}

/** The shortcodes of a post’s text, taken out of it. */
export function unwrapped(text: string, pictures: Pictures): Unwrapped {
  const tokens = tokensOf(text);
  const closing = new Map<string, number>();
  for (const token of tokens)
    if ('close' in token) closing.set(token.close, (closing.get(token.close) ?? 0) + 1);
  const footnotes: string[] = [];
  const notes: string[] = [];
  const told = new Map<string, number>();
  let forSome = 0;

  const tell = ({ written }: Shortcode) => {
    const key = written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
    if (told.size < MOST_TOLD || told.has(key)) told.set(key, (told.get(key) ?? 0) + 1);
    else told.set('others', (told.get('others') ?? 0) + 1);
  };

  function captionOf({ attributes }: Shortcode, inner: string): string {
    const media = creditedIn(inner) ?? MEDIA.exec(inner)?.[0] ?? '';
    const words = inner.slice(media.length).trim() || (attributes.get('caption') ?? '');
    return `\n\n<figure>${media}<figcaption>${words}</figcaption></figure>\n\n`;
  }

  function galleryOf({ attributes }: Shortcode): string {
    const ids = (attributes.get('ids') ?? attributes.get('include'))?.split(/[\s,]+/u);
    const { html, unknown } = pictures.gallery(ids);
    if (unknown > 0)
      notes.push(
        `${unknown === 1 ? 'one picture' : `${unknown} pictures`} of a gallery left out, which the export does not have`,
      );
    else if (html === '') notes.push('a gallery left out, of which the export has no picture');
    return `\n\n${html}\n\n`;
  }

  /** What stands in the place of a shortcode. */
  function shown(one: Shortcode, inner: string): string {
    const { name, attributes } = one;
    if (CAPTIONS.has(name)) return captionOf(one, inner);
    if (name === 'gallery') return galleryOf(one) + inner;
    if (name === 'media-credit') return credited(inner, attributes.get('name') ?? '');
    if (QUOTES.has(name)) {
      const said = ['author', 'cite', 'source', 'by'].map((key) => attributes.get(key) ?? '');
      return `\n\n<blockquote><p>${inner}</p>${said.map((by) => (by ? paragraph(by) : '')).join('')}</blockquote>\n\n`;
    }
    if (CODE.has(name)) return `\n\n<pre>${inner}</pre>\n\n`;
    if (FOOTNOTES.has(name) && inner !== '') {
      footnotes.push(inner);
      return ` [${footnotes.length}]`;
    }
    if (EMBEDS.has(name)) {
      const addresses = addressesOf(one, inner);
      const rest = addresses.includes(inner.replace(/<[^<>]*>/gu, '').trim()) ? '' : inner;
      // An address may be one of several attributes that are words as well.
      if (addresses.length === 0 || attributes.has('title') || attributes.has('caption')) tell(one);
      return addresses.map(linkTo).join('') + rest;
    }
    tell(one);
    return IS_BLOCK.test(name) || inner.includes('\n') ? `\n\n${inner}\n\n` : inner;
  }

  const frames: { one: Shortcode; out: string[] }[] = [];
  let out: string[] = [];
  const open = new Map<string, number>();
  const end = () => {
    const frame = frames.pop();
    if (!frame) return;
    const { one } = frame;
    open.set(one.name, (open.get(one.name) ?? 1) - 1);
    const inner = out.join('');
    out = frame.out;
    out.push(shown(one, inner));
  };
  // What is for some readers ends at its own end, whatever else ends in it.
  let hidden: { name: string; depth: number } | undefined;

  for (const token of tokens) {
    if ('close' in token) closing.set(token.close, (closing.get(token.close) ?? 1) - 1);
    if (hidden) {
      if ('close' in token && token.close === hidden.name) hidden.depth--;
      if ('open' in token && token.open.name === hidden.name && !token.isClosed) hidden.depth++;
      if (hidden.depth === 0) hidden = undefined;
    } else if ('text' in token) out.push(token.text);
    else if ('close' in token) {
      if ((open.get(token.close) ?? 0) > 0) {
        while (frames.at(-1)?.one.name !== token.close) end();
        end();
      } else if (!isKnown(token.close) && !isForSome(token.close)) out.push(`[/${token.close}]`);
    } else {
      const { open: one, isClosed } = token;
      const { name, attributes } = one;
      const isPaired = !isClosed && (closing.get(name) ?? 0) > 0;
      const hasNames = [...attributes.keys()].some((key) => /\D/u.test(key));
      if (isPaired && isForSome(name)) {
        forSome++;
        hidden = { name, depth: 1 };
      } else if (isPaired) {
        open.set(name, (open.get(name) ?? 0) + 1);
        frames.push({ one, out });
        out = [];
      } else if (isForSomeFromHere(name)) {
        forSome++;
        break;
      } else if (isKnown(name) || hasNames || isClosed) out.push(shown(one, ''));
      else {
        // Prose has brackets as well: [sic].
        out.push(one.written);
        if (/[_-]/u.test(name)) notes.push(`what looks like a shortcode stays: ${one.written}`);
      }
    }
  }
  while (frames.length > 0) end();
  if (forSome > 0)
    notes.push(`${forSome === 1 ? 'one part' : `${forSome} parts`} for some readers only left out`);
  if (told.size > 0)
    notes.push(
      `shortcodes left out: ${[...told].map(([one, count]) => (count > 1 ? `${one} (${count})` : one)).join(', ')}`,
    );
  return { html: out.join(''), footnotes, notes };
}
