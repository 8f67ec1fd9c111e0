import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type Facts, type FileContext, rehypeRecord } from './rehype-record.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const renderer = unified().use(remarkRehype);

const withoutTags = (html: string) => html.replace(/<[^<>]*>/g, ' ').trim();

/** Replaces HTML in a Markdown tree by its words, without tags. A block of HTML becomes a paragraph. */
function settleHtml(tree: Root): void {
  visit(tree, 'html', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const text = { type: 'text', value: withoutTags(node.value) } as const;
    const isFlow = parent.type !== 'paragraph' && parent.type !== 'heading';
    parent.children[index] = (isFlow ? { type: 'paragraph', children: [text] } : text) as Nodes &
      (typeof parent.children)[number];
  });
}

/**
 * Reads a body that is not valid MDX or holds what it may not. It is read as Markdown, because every text is valid
 * Markdown. So a fault in the body does not hide what the article says of its text. The ids of its paragraphs may
 * change when the fault is mended.
 */
export async function looseFacts(
  body: string,
  lineOffset: number,
  context: FileContext,
): Promise<Facts> {
  const tree = parser.parse('\n'.repeat(lineOffset) + body);
  settleHtml(tree);
  return rehypeRecord(await renderer.run(tree), context);
}
