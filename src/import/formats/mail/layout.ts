import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { refuseNesting } from '../../markup/nesting.ts';

/** What newsletters hide: the words that a list of messages shows below the subject. */
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;

const OF_TABLES = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);
const BLOCKS = new Set('table p div h1 h2 h3 h4 h5 h6 ul ol blockquote img hr'.split(' '));

/** Whether a table has figures or words in rows and columns; most tables of newsletters only set where blocks stand. */
function isData(table: Element): boolean {
  if (/presentation|none/iu.test(`${table.properties['role'] ?? ''}`)) return false;
  let hasBlocks = false;
  let rows = 0;
  let cells = 0;
  visit(table, 'element', (node) => {
    if (node !== table && BLOCKS.has(node.tagName)) hasBlocks = true;
    if (node.tagName === 'tr') rows++;
    if (node.tagName === 'td' || node.tagName === 'th') cells++;
  });
  return !hasBlocks && rows > 1 && cells >= rows * 2;
}

/** The HTML of a newsletter without what it hides, and without the tables that only lay it out. */
export function withoutLayout(html: string): string {
  refuseNesting(html, false);
  const tree: Root = fromHtml(html);
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.properties['hidden'] || HIDDEN.test(`${node.properties['style'] ?? ''}`)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName === 'table' && isData(node)) return SKIP;
    if (OF_TABLES.has(node.tagName)) node.tagName = 'div';
    return undefined;
  });
  return unified().use(rehypeStringify).stringify(tree);
}
