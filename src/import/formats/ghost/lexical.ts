import { at, listAt, textAt } from '../dump/value.ts';
import { cardHtml, escaped, type Left } from './card.ts';

/** Text of Ghost’s newer editor (Lexical) as HTML. */

/** What the bits of a text’s format mean. */
const FORMATS: readonly [bit: number, tag: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

const BLOCKS = new Map([
  ['root', 'div'],
  ['paragraph', 'p'],
  ['quote', 'blockquote'],
  ['extended-quote', 'blockquote'],
  ['aside', 'blockquote'],
  ['listitem', 'li'],
  ['tk', 'span'],
]);

const HEADING = /^(?:extended-)?heading$/u;
const TEXT = /^(?:extended-)?text$/u;

function textHtml(node: unknown): string {
  const format = Number(at(node, 'format') ?? 0);
  let html = escaped(textAt(node, 'text') ?? '');
  for (const [bit, tag] of FORMATS) if ((format & bit) !== 0) html = `<${tag}>${html}</${tag}>`;
  return html;
}

/** A node of the tree, and all below it, as HTML; what is left out is told. */
export function lexicalHtml(node: unknown, left: Left): string {
  const type = textAt(node, 'type') ?? '';
  const inside = () =>
    listAt(node, 'children')
      .map((child) => lexicalHtml(child, left))
      .join('');
  if (TEXT.test(type)) return textHtml(node);
  if (type === 'linebreak') return '<br>';
  if (type === 'link' || type === 'autolink' || type === 'at-link')
    return `<a href="${escaped(textAt(node, 'url') ?? '')}">${inside()}</a>`;
  const tag = textAt(node, 'tag') ?? '';
  if (HEADING.test(type)) return wrap(/^h[1-6]$/u.test(tag) ? tag : 'h2', inside());
  if (type === 'list') return wrap(tag === 'ol' ? 'ol' : 'ul', inside());
  const block = BLOCKS.get(type);
  if (block) return wrap(block, inside());
  return at(node, 'children') === undefined ? cardHtml(type, node, left) : inside();
}

const wrap = (tag: string, html: string) => `<${tag}>${html}</${tag}>`;
