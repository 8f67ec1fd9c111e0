import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Makes tables of a page such that Markdown can hold them: rows of equal cells, a line of text in each. */

const PHRASING = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q rb ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The contents of a cell, a heading or a headline in a line: what were blocks are words with a space between. */
export function inLine(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'doctype' ? [] : [node as ElementContent];
    if (PHRASING.has(node.tagName)) return [{ ...node, children: inLine(node.children) }];
    const space: ElementContent = { type: 'text', value: ' ' };
    return [space, ...inLine(node.children), space];
  });
}

const spanOf = (cell: Element, name: 'rowSpan' | 'colSpan') => {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isSafeInteger(span) && span > 1 ? Math.min(span, 100) : 1;
};
const emptyCell = (): Element => ({ type: 'element', tagName: 'td', properties: {}, children: [] });

/** Puts an empty cell wherever one of another row or column reaches to. */
function fill(rows: readonly Element[]) {
  const reaching: number[] = [];
  for (const row of rows) {
    const cells = row.children.filter(
      (cell): cell is Element =>
        cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th'),
    );
    const filled: Element[] = [];
    for (const cell of cells) {
      while ((reaching[filled.length] ?? 0) > 0) {
        reaching[filled.length] = (reaching[filled.length] ?? 0) - 1;
        filled.push(emptyCell());
      }
      const rowSpan = spanOf(cell, 'rowSpan');
      for (let column = 0; column < spanOf(cell, 'colSpan'); column++) {
        if (rowSpan > 1) reaching[filled.length] = rowSpan - 1;
        filled.push(column === 0 ? cell : emptyCell());
      }
    }
    row.children = filled;
  }
}

/** Evens out the tables of a tree; a caption becomes a paragraph before its table. */
export function plainTables(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || !parent || index === undefined) return undefined;
    const rows: Element[] = [];
    const captions: Element[] = [];
    visit(table, 'element', (node) => {
      if (node.tagName === 'caption') captions.push(node);
      if (node.tagName === 'td' || node.tagName === 'th') {
        node.children = inLine(node.children);
        return SKIP;
      }
      if (node.tagName === 'tr') rows.push(node);
      return undefined;
    });
    fill(rows);
    table.children = table.children.filter((node) => !captions.includes(node as Element));
    const before = captions.map((caption): Element => ({ ...caption, tagName: 'p' }));
    parent.children.splice(index, 0, ...before);
    return [SKIP, index + before.length + 1];
  });
}
