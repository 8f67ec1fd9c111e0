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

/** The words of HTML among those of Markdown: a block of it becomes a paragraph. */
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
 * What a body says that is no MDX or holds what it may not: it is read as Markdown, which every text is, so that a fault
 * of it hides none of what the article says of its text. The ids of its paragraphs may be others once it is mended.
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
