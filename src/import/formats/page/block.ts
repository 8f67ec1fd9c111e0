import { foldSpace } from '../../../domain/article/paragraph.ts';

/** A line or paragraph of a page: the smallest piece of its markup that holds text and no other such piece. */
export interface Block {
  /** Its place among the blocks of the page. */
  index: number;
  element: Element;
  text: string;
  /** How much text it is: its characters without spaces, those of scripts that write without spaces threefold. */
  size: number;
  /** The share of its characters that are in links, from 0 to 1. */
  links: number;
}

/** The attribute by which blocks are found again in a copy of the page. */
export const MARK = 'data-block-of-text';

const INLINE = new Set(
  'math a abbr acronym audio b bdi bdo big button cite code data del dfn em font i img ins kbd label mark meter nobr output picture q rp rt ruby s samp small source span strike strong sub sup time track tt u var video wbr'.split(
    ' ',
  ),
);
/** What holds no text of a page, or text that nobody sees; of sound and film there is only what says which files they are. */
const UNSEEN = new Set(
  'applet canvas embed frame frameset head iframe input link meta noscript object script select source style svg template textarea title track'.split(
    ' ',
  ),
);

/** What is a block by itself. */
const TEXTUAL = new Set('blockquote dd dt h1 h2 h3 h4 h5 h6 li p pre table'.split(' '));

const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

export const sizeOf = (text: string): number =>
  text.replace(/\s+/gu, '').length + 2 * (text.match(DENSE)?.length ?? 0);

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node) => node.nodeType === 3;
const isSeen = (node: Node) => isText(node) || isElement(node);

/** Whether a table has rows and columns of words; others only place things on the page. */
function isOfData(table: Element): boolean {
  if (table.querySelector('table, form, article, h1, h2, ul ul')) return false;
  const rows = table.querySelectorAll('tr');
  if (rows.length < 2) return false;
  const cells = table.querySelectorAll('td, th').length;
  return cells >= 2 * rows.length - 2 && table.querySelectorAll('p').length <= cells;
}

/**
 * Marks every block of a page, and gives them in their order. Text that stands beside blocks, and the parts of one that
 * line breaks divide, become paragraphs.
 */
export function markBlocks(document: Document): Block[] {
  const blocks: Block[] = [];
  const wholes = new Set<Element>();
  // Whether an element is a block or has one in it, found from the innermost outward.
  const holding = new Set<Element>();
  const hold = (element: Element): boolean => {
    if (element.localName === 'math') return false;
    let holds = !INLINE.has(element.localName) && !element.localName.includes('-');
    if (element.localName === 'table' && isOfData(element)) wholes.add(element);
    else if (element.localName !== 'pre')
      for (let child = element.firstElementChild; child; child = child.nextElementSibling)
        if (child.localName !== 'br' && hold(child)) holds = true;
    if (holds) holding.add(element);
    return holds;
  };
  /** A paragraph with all that an element holds: what only places text is exchanged by Readability, and its mark lost. */
  const within = (element: Element) => {
    const paragraph = document.createElement('p');
    paragraph.append(...element.childNodes);
    element.append(paragraph);
    return paragraph;
  };
  const add = (element: Element) => {
    // A line that is broken parts words.
    for (const br of element.querySelectorAll('br')) br.before(' ');
    const text = foldSpace(element.textContent ?? '');
    // Editors leave lines of nothing but signs that nobody sees.
    if (!/[^\s\p{Cf}]/u.test(text)) return;
    element.setAttribute(MARK, `${blocks.length}`);
    const size = sizeOf(text);
    let inLinks = 0;
    if (element.firstElementChild)
      for (const link of element.querySelectorAll('a[href]'))
        inLinks += sizeOf(link.textContent ?? '');
    const outer = element.closest('a[href]');
    blocks.push({ index: blocks.length, element, text, size, links: outer ? 1 : inLinks / size });
  };
  const isBreak = (node: Node) => isElement(node) && node.localName === 'br';
  const isBlock = (node: Node) => isElement(node) && !isBreak(node) && holding.has(node);
  const walk = (element: Element) => {
    const nodes: Node[] = [];
    for (let node = element.firstChild; node; node = node.nextSibling)
      if (isSeen(node)) nodes.push(node);
    const isWhole =
      wholes.has(element) ||
      element.localName === 'pre' ||
      (!nodes.some(isBlock) && !hasDoubleBreak(nodes));
    if (isWhole) {
      add(TEXTUAL.has(element.localName) ? element : within(element));
      return;
    }
    let run: Node[] = [];
    const close = () => {
      if (run.some((node) => (node.textContent ?? '').trim() !== '')) {
        const paragraph = document.createElement('p');
        run[0]?.parentNode?.insertBefore(paragraph, run[0]);
        paragraph.append(...run);
        add(paragraph);
      }
      run = [];
    };
    for (const [at, node] of nodes.entries()) {
      if (isBlock(node)) {
        close();
        walk(node as Element);
      } else if (isBreak(node) && breaks(nodes, at)) close();
      else run.push(node);
    }
    close();
  };
  const breaks = (nodes: readonly Node[], at: number) => {
    const besides = (step: number) => {
      let next = at + step;
      while (nodes[next] && isText(nodes[next] as Node) && nodes[next]?.textContent?.trim() === '')
        next += step;
      const node = nodes[next];
      return node !== undefined && isBreak(node);
    };
    return besides(1) || besides(-1);
  };
  const hasDoubleBreak = (nodes: readonly Node[]) =>
    nodes.some((node, at) => isBreak(node) && breaks(nodes, at));
  for (const recording of document.body.querySelectorAll('audio, video'))
    recording.replaceChildren(...recording.querySelectorAll('source, track'));
  for (const element of document.body.querySelectorAll([...UNSEEN].join()))
    if (!element.parentElement?.matches('audio, video')) element.remove();
  hold(document.body);
  walk(document.body);
  return blocks;
}
