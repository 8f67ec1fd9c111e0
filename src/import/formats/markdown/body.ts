import type { Nodes, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { excessIn } from '../../../content/markdown/body/extent.ts';
import { faultSentence } from '../../../domain/problem.ts';
import { bodyOfHtml } from '../../markup/markup.ts';
import { mediaOf } from '../../media/block-media.ts';
import { ImportFault } from '../../source-document.ts';
import { withoutTemplates } from './template/template.ts';

// CommonMark with GFM. Never MDX: what stands in a text of others is no code.
const parser = unified().use(remarkParse).use(remarkGfm);
const renderer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** For each bracket that closes, a parser looks for the one that opens; where none does, through all that is before. */
const MOST_UNOPENED = 1000;
const countOf = (text: string, sign: string) => text.split(sign).length - 1;

/** The parser goes through all headings before for each that is made so. */
const MOST_UNDERLINED = 500;

/** How many lines are made headings by a line of hyphens or equals signs below. */
function underlinedIn(text: string): number {
  let count = 0;
  let isText = false;
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (isText && (/^-+$/.test(words) || /^=+$/.test(words))) count++;
    isText = words !== '';
  }
  return count;
}

/** @throws ImportFault where a text has more of Markdown than an article has; checked before it is parsed */
function parsed(text: string): Root {
  const excess = excessIn(text);
  if (excess) throw new ImportFault(faultSentence(excess.fault));
  if (countOf(text, ']') - countOf(text, '[') > MOST_UNOPENED)
    throw new ImportFault(
      `Its text closes more than ${MOST_UNOPENED.toLocaleString('en')} brackets that it does not open. Take them out.`,
    );
  if (underlinedIn(text) > MOST_UNDERLINED)
    throw new ImportFault(
      `Its text has more than ${MOST_UNDERLINED} headings with a line of signs below them. Write ## before them instead.`,
    );
  return parser.parse(text);
}

/** The places of code: nothing of a program is looked for there. */
function codeIn(tree: Root): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  visit(tree, ['code', 'inlineCode'], ({ position }) => {
    if (position) ranges.push([position.start.offset ?? 0, position.end.offset ?? 0]);
  });
  return ranges;
}

/** Notes become words: their sign in the text, and the same before their own text at the end. */
function spellNotes(tree: Root): void {
  const notes: RootContent[] = [];
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'footnoteReference')
      parent.children.splice(index, 1, {
        type: 'text',
        value: ` [${node.label ?? node.identifier}]`,
      });
    if (node.type !== 'footnoteDefinition') return undefined;
    const sign = { type: 'text' as const, value: `[${node.label ?? node.identifier}] ` };
    const [first] = node.children;
    if (first?.type === 'paragraph') first.children.unshift(sign);
    else node.children.unshift({ type: 'paragraph', children: [sign] });
    parent.children.splice(index, 1);
    notes.push(...node.children);
    return [SKIP, index];
  });
  tree.children.push(...notes);
  // Notes may have marks of notes as well.
  visit(tree, 'footnoteReference', (node, index, parent) => {
    parent?.children.splice(index ?? 0, 1, {
      type: 'text',
      value: ` [${node.label ?? node.identifier}]`,
    });
  });
}

/** A link whose address a program makes leads nowhere here. */
function unlinkEmpty(tree: Root): void {
  visit(tree, 'link', (node, index, parent) => {
    if (node.url !== '' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

/** The letters and figures of a tree that are no markup and no readings over words, each as often as it stands there. */
function countedLetters(tree: Nodes): Map<string, number> {
  const counts = new Map<string, number>();
  let isReading = false;
  visit(tree, (node) => {
    if (node.type === 'html') {
      const [, end, name = ''] = /^<(\/?)(rt|rp|rtc|ruby)\b/iu.exec(node.value) ?? [];
      if (name !== '') isReading = end === '' && name.toLowerCase() !== 'ruby';
    }
    if (isReading || node.type === 'html' || !('value' in node)) return;
    // What was raised is written with signs of its own, which are the same letters otherwise.
    for (const letter of node.value.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [])
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
  });
  return counts;
}

/** A body with what stands under its pictures. */
const withCaptions = (body: Root): Root => ({
  type: 'root',
  children: [
    ...body.children,
    ...mediaOf(body).map(
      ({ caption = '', creditLine = '' }): RootContent => ({
        type: 'paragraph',
        children: [{ type: 'text', value: `${caption} ${creditLine}` }],
      }),
    ),
  ],
});

/** Whether a body has every letter that the Markdown has, whatever HTML stood around it. */
function isWhole(body: Root, tree: Root): boolean {
  const kept = countedLetters(withCaptions(body));
  return [...countedLetters(tree)].every(([letter, count]) => (kept.get(letter) ?? 0) >= count);
}

/** Whether values of Liquid stand in a text, and not in code. */
function hasValues(tree: Root): boolean {
  let found = false;
  visit(tree, 'text', ({ value }) => {
    found ||= /\{\{(?![<%])/u.test(value);
  });
  return found;
}

const MOST_NAMED = 10;

function namedNote(named: readonly string[]): string[] {
  if (named.length === 0) return [];
  const shown = named.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const more = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : '';
  return [`of its site’s programs left out: ${shown.join(', ')}${more}`];
}

/**
 * The body of a text in Markdown, HTML in it included. Throws an `ImportFault` where it has more than an article has.
 *
 * @param address its own address, by which links within its site are made whole
 */
export function bodyOfMarkdown(
  text: string,
  address: string | undefined,
  isMdx: boolean,
): { body: Root; notes: string[] } {
  const first = parsed(text);
  const { text: words, named } = withoutTemplates(text, codeIn(first), isMdx);
  const tree = words === text ? first : parsed(words);
  spellNotes(tree);
  unlinkEmpty(tree);
  const htmlOf = (root: Root) => renderer.stringify(renderer.runSync(root));
  const notes = namedNote(named);
  if (hasValues(tree)) notes.push('its text holds values of a program ({{ … }}) as they are');
  const read = bodyOfHtml(htmlOf(structuredClone(tree)), address);
  if (isWhole(read.body, tree)) return { body: read.body, notes: [...notes, ...read.notes] };
  // A tag that is not closed, or one that no article has, took words with it.
  const lost =
    toText(tree, { includeHtml: true }).length - toText(tree, { includeHtml: false }).length;
  visit(tree, 'html', (_, index, parent) => {
    parent?.children.splice(index ?? 0, 1);
    return [SKIP, index ?? 0];
  });
  const plain = bodyOfHtml(htmlOf(tree), address);
  return {
    body: plain.body,
    notes: [
      ...notes,
      ...plain.notes,
      `its HTML (${lost} characters) could not be read with the text around it, and was left out`,
    ],
  };
}
