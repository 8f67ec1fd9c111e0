import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5';
import { foldSpace } from '../../../domain/article/paragraph.ts';
import { bodyOfHtml } from '../../markup/markup.ts';
import { refuseNesting } from '../../markup/nesting.ts';

/** The HTML of a post as editors write it: pictures keep their captions, and what is shown from elsewhere becomes a link. */

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;

/** What is shown from elsewhere, with the attributes that hold its address. */
const FROM_ELSEWHERE = new Map([
  ['iframe', ['src', 'data-src', 'data-lazy-src']],
  ['embed', ['src']],
  ['object', ['data']],
  ['video', ['src']],
  ['audio', ['src']],
]);
/** What is left out of every body, and may hold words. */
const WITH_WORDS = new Set(
  'form nav dialog math svg canvas select textarea object video audio'.split(' '),
);
/** Words of players: the time played, the speed. */
const OF_PLAYER = /\bkg-(?:audio-player|video-overlay|video-player)\b/u;

const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value.trim() || undefined;

/** All elements below one, those further down first. */
function elementsIn(parent: Parent): Element[] {
  const found: Element[] = [];
  const waiting: Parent[] = [parent];
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const child of next.childNodes)
      if (isElement(child)) {
        found.push(child);
        waiting.push(child);
      }
  return found.toReversed();
}

const wordsOf = (parent: Parent): string => {
  const words: string[] = [];
  const waiting: (Parent | Node)[] = [parent];
  for (let next = waiting.pop(); next; next = waiting.pop())
    if ('value' in next) words.push(next.value);
    else if ('childNodes' in next)
      for (const node of next.childNodes.toReversed()) waiting.push(node);
  return foldSpace(words.join(' '));
};

/** Makes another element of one, in its place; taking nodes out of long lists one by one would take for ever. */
function become(element: Element, name: string, holds: Node[], href?: string) {
  element.tagName = name;
  element.nodeName = name;
  element.attrs = href === undefined ? [] : [{ name: 'href', value: href }];
  element.childNodes = holds;
  for (const node of holds) node.parentNode = element;
}

const text = (value: string): Node => defaultTreeAdapter.createTextNode(value);

/** The address of what an element shows, in itself or in a `source` in it. */
function addressOf(element: Element): string | undefined {
  const names = FROM_ELSEWHERE.get(element.tagName) ?? [];
  const own = names.map((name) => attribute(element, name)).find(Boolean);
  const within = elementsIn(element).filter(({ tagName }) => /^(?:source|embed)$/u.test(tagName));
  const found = own ?? within.map((one) => attribute(one, 'src')).findLast(Boolean);
  return found?.startsWith('//') ? `https:${found}` : found;
}

const LONGEST = 300;
const cut = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

function dropComments(tree: Parent) {
  for (const parent of [tree, ...elementsIn(tree)])
    parent.childNodes = parent.childNodes.filter(({ nodeName }) => nodeName !== '#comment');
}

/** Makes the HTML of a post such that its body has every caption and address; what is left out is told. */
export function postHtml(source: string): { html: string; notes: string[] } {
  refuseNesting(source, true);
  const tree = parseFragment(source);
  dropComments(tree);
  const notes: string[] = [];
  let unnamed = 0;
  for (const element of elementsIn(tree)) {
    const { tagName } = element;
    if (OF_PLAYER.test(attribute(element, 'class') ?? '')) {
      become(
        element,
        'span',
        elementsIn(element).filter(({ tagName }) => tagName === 'a'),
      );
      continue;
    }
    const address = FROM_ELSEWHERE.has(tagName) ? addressOf(element) : undefined;
    if (address !== undefined && /^https?:/iu.test(address))
      become(element, 'a', [text(attribute(element, 'title') ?? address)], address);
    else if (FROM_ELSEWHERE.has(tagName) && wordsOf(element) === '') unnamed++;
    else if (WITH_WORDS.has(tagName) && wordsOf(element) !== '')
      notes.push(`left out: a ${tagName} with the words “${cut(wordsOf(element))}”`);
    else if (tagName === 'table' && attribute(element, 'class') === 'tr-caption-container')
      become(element, 'figure', cellsOf(element));
    else if (BOOKMARK.test(attribute(element, 'class') ?? '')) dropPictures(element);
    // Pictures with what stands under them are made media of their article.
    else if (/^fig(?:ure|caption)$/u.test(tagName) && showsPicture(element)) continue;
    else if (tagName === 'figcaption')
      become(element, hasBlocks(element) ? 'div' : 'p', element.childNodes);
    else if (tagName === 'figure') become(element, 'div', element.childNodes);
    else if (tagName === 'sup' && attribute(element, 'data-fn') !== undefined)
      become(element, 'span', [text(` [${wordsOf(element)}]`)]);
  }
  if (unnamed > 0)
    notes.push(
      `${unnamed === 1 ? 'one embedded part without an address' : `${unnamed} embedded parts without an address`} left out`,
    );
  return { html: serialize(tree), notes };
}

/** The picture and the caption that Blogger lays out as a table. */
function cellsOf(table: Element): Element[] {
  const cells = elementsIn(table).filter(({ tagName }) => tagName === 'td');
  for (const cell of cells) become(cell, hasPicture(cell) ? 'div' : 'figcaption', cell.childNodes);
  return cells.toReversed();
}

const hasPicture = (element: Element) =>
  elementsIn(element).some(({ tagName }) => tagName === 'img');

/** Whether a figure, or that of a caption, holds a picture. */
function showsPicture(element: Element): boolean {
  let one: Parent | null = element;
  while (one && 'parentNode' in one && one.nodeName !== 'figure') one = one.parentNode;
  return one !== null && one.nodeName === 'figure' && hasPicture(one as Element);
}

/** The card of a link, whose pictures are those of another page. */
const BOOKMARK = /\bkg-bookmark-(?:container|thumbnail|icon)\b/u;

function dropPictures(parent: Parent): void {
  for (const one of [parent, ...elementsIn(parent)])
    one.childNodes = one.childNodes.filter(({ nodeName }) => nodeName !== 'img');
}

const hasBlocks = (element: Element) =>
  elementsIn(element).some(({ tagName }) => /^(?:p|div|ul|ol|blockquote|h[1-6])$/u.test(tagName));

/** The body of a post, from its HTML. */
export function bodyOfPost(
  source: string,
  address: string | undefined,
): ReturnType<typeof bodyOfHtml> {
  const { html, notes } = postHtml(source);
  const read = bodyOfHtml(html, address);
  return { body: read.body, notes: [...notes, ...read.notes] };
}
