import { escaped, tag } from '../xml/html.ts';
import type { LeftOut } from './left-out.ts';
import type { Properties } from './properties.ts';

/** A block of a manuscript, whatever program wrote it. */
export interface Block {
  kind: 'title' | 'heading' | 'text' | 'quotation' | 'item' | 'table' | 'caption';
  /** Of headings and items, counted from 1. */
  level: number;
  /** The number of an item; nothing where it has a point before it. */
  number?: number | undefined;
  /** What stands in it, as HTML; of a table all of it. */
  html: string;
}

/** A manuscript as its program wrote it. */
export interface Manuscript {
  blocks: Block[];
  /** The notes, in the order in which the text has their signs. */
  notes: Block[][];
  properties: Properties;
  /** What stands above, below or across its pages. */
  marks: string[];
}

/** A block of running text. */
export const textBlock = (html: string): Block => ({ kind: 'text', level: 1, html });

/** A number that a file gives, as near to it as is allowed: one past all bounds is a mistake or an attack. */
export const limited = (
  said: string | undefined,
  least: number,
  most: number,
  otherwise = least,
): number => {
  const number = Math.trunc(Number(said ?? Number.NaN));
  return Number.isNaN(number) ? otherwise : Math.min(Math.max(number, least), most);
};

/** A picture as HTML. @param said what its maker says that it shows */
export const picture = (src: string, said: string | undefined): string =>
  said === undefined
    ? `<img src="${escaped(src)}">`
    : `<img src="${escaped(src)}" alt="${escaped(said)}">`;

/** Whether a block holds pictures and no words. */
const isPicture = ({ kind, html }: Block): boolean =>
  kind !== 'table' && html.includes('<img') && html.replace(/<[^<>]*>/gu, '').trim() === '';

/** Pictures with the captions beside them, above or below, as one block. */
function withCaptions(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const pair = blocks.slice(at, at + 2);
    const [block] = pair;
    const shown = pair.find(isPicture);
    const caption = pair.find(({ kind }) => kind === 'caption');
    if (shown && caption) {
      const html = tag('figure', `${shown.html}${tag('figcaption', caption.html)}`);
      joined.push({ kind: 'table', level: 1, html });
      at++;
    } else if (block) joined.push(block.kind === 'caption' ? { ...block, kind: 'text' } : block);
  }
  return joined;
}

/** Whether HTML shows anything. */
export const isShown = (html: string): boolean =>
  /<img/u.test(html) || /[^\s\u00a0]/u.test(html.replace(/<[^<>]*>/gu, ''));

/** Words in elements, the outermost last; spaces around them stay outside. */
export function emphasised(html: string, names: readonly string[]): string {
  if (names.length === 0) return html;
  const inside = html.trim();
  const start = html.indexOf(inside);
  const written = names.reduce((words, name) => tag(name, words), inside);
  return html.slice(0, start) + written + html.slice(start + inside.length);
}

/** Words that link to an address. Of a link to a mail address the words stay: the address is somebody’s own. */
export function linked(html: string, href: string, left: LeftOut): string {
  if (!/^\s*mailto:/iu.test(href)) return tag('a', html, [['href', href]]);
  left.add('links');
  return html;
}

/** Lists that are open while items are written, the outermost first. */
class OpenLists {
  readonly #open: ('ol' | 'ul')[] = [];

  item({ level, number, html }: Block): string {
    const name = number === undefined ? 'ul' : 'ol';
    let written = '';
    while (this.#open.length > level) written += this.#end();
    // A list of another kind on the same level is another list.
    if (this.#open.length === level && this.#open.at(-1) !== name) written += this.#end();
    else if (this.#open.length === level) written += '</li>';
    for (; this.#open.length < level; this.#open.push(name)) {
      const isOwn = this.#open.length === level - 1;
      const start = isOwn && (number ?? 1) !== 1 ? ` start="${number}"` : '';
      written += `<${name}${start}>${isOwn ? '' : '<li>'}`;
    }
    return `${written}<li>${html}`;
  }

  end(): string {
    let written = '';
    while (this.#open.length > 0) written += this.#end();
    return written;
  }

  #end(): string {
    return `</li></${this.#open.pop()}>`;
  }
}

/** No list of an article is deeper, and no heading. */
const DEEPEST = 9;

/** Blocks as HTML. The highest of the headings is one level below the title. */
export function htmlOfBlocks(blocks: readonly Block[]): string {
  const lists = new OpenLists();
  const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level] : []));
  const highest = levels.reduce((least, level) => Math.min(least, level), DEEPEST);
  const written: string[] = [];
  let isQuoted = false;
  for (const block of withCaptions(blocks)) {
    const { kind, level, html } = block;
    if (kind !== 'item') written.push(lists.end());
    if (isQuoted !== (kind === 'quotation')) {
      isQuoted = !isQuoted;
      written.push(isQuoted ? '<blockquote>' : '</blockquote>');
    }
    if (kind === 'item')
      written.push(lists.item({ ...block, level: Math.min(Math.max(level, 1), DEEPEST) }));
    else if (kind === 'table') written.push(html);
    else if (kind === 'title') written.push(tag('h2', html));
    else if (kind === 'heading') written.push(tag(`h${Math.min(2 + level - highest, 6)}`, html));
    else written.push(tag('p', html));
  }
  written.push(lists.end(), isQuoted ? '</blockquote>' : '');
  return written.join('');
}
