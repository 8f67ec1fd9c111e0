import type { PdfDocument } from '../../../content/media/inspection/document/pdf-document.ts';
import { linesInOrder, medianOf } from './line.ts';
import type { Page } from './page.ts';
import { goesOn, type Paragraph } from './paragraph.ts';
import type { Piece } from './piece.ts';

/** What the tags of a PDF say of its structure: the order of its text, and what is a heading or an item. */

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

const BLOCKS =
  /^(?:P|H[1-6]?|Title|LI|LBody|Caption|TD|TH|TR|BlockQuote|Note|FENote|Figure|Code|Lbl)$/u;
/** What stands for a list of contents. */
const ASIDE = /^(?:TOC|TOCI|Index|Artifact)$/u;
/** The least part of a page’s letters that its tags must have. */
const WHOLE = 0.9;
const DEEPEST = 100;

function roleOf(roles: readonly string[]): Pick<Paragraph, 'role' | 'level'> {
  const heading = roles.find((role) => /^(?:H[1-6]?|Title)$/u.test(role));
  if (heading) return { role: 'heading', level: Number(heading.slice(1)) || 1 };
  if (roles.some((role) => role === 'LI' || role === 'LBody')) return { role: 'item', level: 1 };
  if (roles.includes('BlockQuote')) return { role: 'quotation', level: 1 };
  return { role: 'text', level: 1 };
}

/** The paragraphs of a page by its tags, and how many of its letters they have. */
function paragraphsIn(
  tree: Node,
  page: Page,
): { paragraphs: Paragraph[]; taken: number; passed: number; outside: Piece[] } {
  const byMark = new Map<string, Piece[]>();
  for (const piece of page.pieces) {
    const pieces = byMark.get(piece.mark ?? '') ?? [];
    pieces.push(piece);
    byMark.set(piece.mark ?? '', pieces);
  }
  const paragraphs: Paragraph[] = [];
  const outside: Piece[] = [];
  let [taken, passed] = [0, 0];
  let open: { pieces: Piece[]; roles: string[] } | undefined;
  const close = () => {
    if (open && open.pieces.length > 0) {
      // Never by their height: a paragraph may go on at the top of the next column.
      const lines = linesInOrder(open.pieces, page.number);
      paragraphs.push({
        ...roleOf(open.roles),
        lines: lines.map(({ text }) => text),
        size: medianOf(
          lines.map(({ size }) => size),
          0,
        ),
        page: page.number,
      });
    }
    open = undefined;
  };
  const read = (node: Node, roles: readonly string[]) => {
    if (node.type === 'content') {
      const pieces = byMark.get(node.id ?? '') ?? [];
      byMark.delete(node.id ?? '');
      const count = pieces.reduce((sum, { text }) => sum + text.length, 0);
      if (roles.some((role) => ASIDE.test(role))) {
        passed += count;
        outside.push(...pieces);
      } else {
        taken += count;
        open ??= { pieces: [], roles: [...roles] };
        open.pieces.push(...pieces);
      }
      return;
    }
    if (roles.length > DEEPEST) return;
    const inner = node.role ? [...roles, node.role] : roles;
    // The sign of an item stands in its line.
    const isBlock = BLOCKS.test(node.role ?? '') && node.role !== 'Lbl' && node.role !== 'LBody';
    if (isBlock) close();
    for (const child of node.children ?? []) read(child, inner);
    if (isBlock) close();
  };
  read(tree, []);
  close();
  return { paragraphs, taken, passed, outside: [...outside, ...[...byMark.values()].flat()] };
}

/** The paragraphs of a PDF by its tags, and what these leave out; nothing where it has none, or they leave too much out. */
export async function taggedParagraphs(
  document: PdfDocument,
  pages: readonly Page[],
): Promise<{ paragraphs: Paragraph[]; outside: string[] } | undefined> {
  const said = (await document.getMarkInfo()) as { Marked?: boolean; Suspects?: boolean } | null;
  if (!said?.Marked || said.Suspects) return undefined;
  const found: Paragraph[] = [];
  const aside: string[] = [];
  let [all, taken] = [0, 0];
  for (const page of pages) {
    const tree = (await (await document.getPage(page.number)).getStructTree()) as Node | null;
    const tagged = page.pieces.filter(({ mark }) => mark !== undefined);
    all += (tree ? tagged : page.pieces).reduce((sum, { text }) => sum + text.length, 0);
    if (!tree) {
      aside.push(...page.pieces.map(({ text }) => text));
      continue;
    }
    const read = paragraphsIn(tree, page);
    aside.push(...read.outside.map(({ text }) => text));
    taken += read.taken + read.passed;
    for (const [index, one] of read.paragraphs.entries()) {
      const last = found.at(-1);
      if (index === 0 && last && last.role === one.role && goesOn(last, one))
        last.lines.push(...one.lines);
      else found.push(one);
    }
  }
  const untagged = pages.flatMap(({ pieces }) => pieces).filter(({ mark }) => mark === undefined);
  const outside = untagged.reduce((sum, { text }) => sum + text.length, 0);
  // Artifacts have no mark, and are few: margins of pages.
  return all > 0 && taken >= all * WHOLE && outside < all * 0.25
    ? { paragraphs: found, outside: aside }
    : undefined;
}
