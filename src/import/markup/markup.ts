import type { Element, Root as Hast, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { toString as toText } from 'hast-util-to-string';
import type { Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { dropBlock } from '../media/block-media.ts';
import type { SourceMedium } from '../media/source-medium.ts';
import { cleanTree } from './clean.ts';
import { plainFormulas } from './formula.ts';
import { markedBy, takePictures } from './marked-picture.ts';
import { refuseNesting } from './nesting.ts';
import { plainRaised } from './raised.ts';
import { dropReadings } from './ruby.ts';
import { inLine, plainTables } from './table.ts';

/** What of a web page is no text of an article, or would act on a reader’s machine. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'embed',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'svg',
  'canvas',
  'audio',
  'video',
  'source',
  'track',
  'link',
  'meta',
  'head',
  'title',
  'nav',
  'dialog',
  'frame',
  'frameset',
  'applet',
]);
/**
 * Makes a body of HTML: paragraphs, headings, lists, quotations, tables, links and emphasis; the rest is left out. Its
 * pictures, with their captions and credits, are the media of its blocks.
 *
 * @param known media that were taken out of the HTML before, where `markOf` of their numbers stand in it
 */
export function bodyOfHtml(
  html: string,
  address: string | undefined,
  known: readonly SourceMedium[] = [],
): { body: Root; notes: string[] } {
  // Two line breaks: many editors end a paragraph so.
  const parted = html.replace(/(?:<br\s*\/?>\s*){2,}/giu, '</p><p>');
  refuseNesting(parted, true);
  return bodyOfTree(fromHtml(parted, { fragment: true }), address, [...known]);
}

/** The words of a piece of HTML in a line, without its markup. */
export function textOfHtml(html: string): string {
  refuseNesting(html, true);
  // In an element of its own, since the parser takes the parts of a fragment out one by one.
  const tree = fromHtml(`<div>${html}`, { fragment: true });
  const [whole, ...rest] = tree.children;
  if (whole?.type === 'element') tree.children = [...whole.children, ...rest];
  dropReadings(tree);
  plainRaised(tree);
  tree.children = inLine(tree.children);
  return toText(tree);
}

/** A text in which signs may be written as HTML writes them: `&amp;` and `&#8211;`. A `<` in it is a sign. */
export const unescaped = (text: string): string =>
  /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/iu.test(text) ? textOfHtml(text.replaceAll('<', '&lt;')) : text;

/** Many bodies repeat the headline as their first block; it is the entry's title already. */
export function dropHeading(body: Root, title: string | undefined, isOnlyHeading = false): void {
  const [first] = body.children;
  if (!title || !first || body.children.length < 2) return;
  if (first.type !== 'heading' && (isOnlyHeading || first.type !== 'paragraph')) return;
  const [text] = first.children;
  if (first.children.length === 1 && text?.type === 'text' && text.value.trim() === title)
    dropBlock(body, 0);
}

/** Takes out comments: what folds white space looks through all of them for each that stands before another. */
function dropComments(tree: Hast) {
  visit(tree, (node) => {
    if ('children' in node)
      node.children = node.children.filter(
        ({ type }) => type !== 'comment',
      ) as typeof node.children;
  });
}

/** Makes a body of a parsed page. */
function bodyOfTree(
  tree: Hast,
  address: string | undefined,
  media: SourceMedium[],
): { body: Root; notes: string[] } {
  dropComments(tree);
  const formulas = plainFormulas(tree);
  const readings = dropReadings(tree);
  plainRaised(tree);
  const small = takePictures(tree, media);
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    // A button in the middle of a sentence is a word of it.
    const isWord = node.tagName === 'button' && parent.type === 'element' && parent.tagName === 'p';
    if (isWord || !LEFT_OUT.has(node.tagName)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  plainTables(tree);
  const controls = controlsInCode(tree);
  visit(tree, 'element', (node: Element) => plainElement(node));
  const body = toMdast(tree as Nodes) as Root;
  const root: Root =
    body.type === 'root'
      ? body
      : { type: 'root', children: [body as Exclude<typeof body, Root> as RootContent] };
  cleanTree(root, address, (url) => media[markedBy(url) ?? -1]);
  const notes = [
    ...(small > 0 ? [smallLeftOut(small)] : []),
    ...(formulas > 0
      ? [
          `${formulas === 1 ? 'one formula is' : `${formulas} formulas are`} written as signs in a line`,
        ]
      : []),
    ...(readings > 0
      ? [`${readings === 1 ? 'one reading' : `${readings} readings`} over words (ruby) left out`]
      : []),
    ...(controls > 0
      ? [
          `${controls === 1 ? 'one direction control' : `${controls} direction controls`} of code left out`,
        ]
      : []),
  ];
  return { body: root, notes };
}

/** What is told of pictures that are none of an article. */
export const smallLeftOut = (count: number): string =>
  `${count === 1 ? 'one small picture' : `${count} small pictures`} (icons, faces, counters of readers) left out`;

/** How many direction controls stand in code within a line, where what makes Markdown of it drops them. */
function controlsInCode(tree: Hast): number {
  let count = 0;
  visit(tree, 'element', (node, _, parent) => {
    const isBlock = parent?.type === 'element' && parent.tagName === 'pre';
    if (node.tagName === 'code' && !isBlock)
      count += toText(node).match(/[\u202a-\u202e\u2066-\u2069]/gu)?.length ?? 0;
  });
  return count;
}

// The page's own heading is one level above those of the article. Elements that show emphasis only by their look become
// plain text.
function plainElement(node: Element) {
  // Headings are a line each in Markdown, whatever stands in them.
  if (/^h[1-6]$/u.test(node.tagName)) node.children = inLine(node.children);
  if (node.tagName === 'h1') node.tagName = 'h2';
  if (node.tagName === 'u' || node.tagName === 'font' || node.tagName === 'center')
    node.tagName = 'span';
  if (node.tagName === 'q') {
    node.tagName = 'span';
    node.children = [{ type: 'text', value: '“' }, ...node.children, { type: 'text', value: '”' }];
  }
  node.properties = keptProperties(node);
}

function keptProperties({ tagName, properties }: Element): Element['properties'] {
  if (tagName === 'a') return { href: properties['href'] };
  if (tagName === 'img') return { src: properties['src'] };
  return tagName === 'ol' ? { start: properties['start'] } : {};
}
