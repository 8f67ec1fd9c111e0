import type { Root as Hast } from 'hast';
import type { Nodes as Mdast, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';
import { unlinkAddresses } from './address.ts';
import { cleanMarkup } from './body/markup.ts';
import { type BodyPart, partsOf } from './body/parts.ts';
import { characterFaults } from './character.ts';
import { BodyRefused } from './mdx-fault.ts';
import { plainHtml } from './plain-html.ts';
import { mixedTree, plainTree } from './plain-prose.ts';
import { type Facts, type FileContext, rehypeRecord } from './rehype-record.ts';

/** What reading an article's body gives. */
export interface Prose extends Facts {
  /** The finished HTML; `undefined` if the body has components or media. */
  html: string | undefined;
  /** What is shown in place of `html` if the body has components or media; otherwise `undefined`. */
  parts: BodyPart[] | undefined;
}

const REMARK_REHYPE: Options = {
  clobberPrefix: '',
  // The label is English whatever the article's language is.
  footnoteLabelProperties: { className: ['visually-hidden'], lang: 'en' },
};

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);
const renderer = unified()
  .use(remarkRehype, REMARK_REHYPE)
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } });

const htmlOf = (tree: Hast): string => plainHtml(tree) ?? renderer.stringify(tree);

/** True if a tree holds nothing of MDX. It can then be rendered once, without running anything. */
function isPlain(tree: Mdast): boolean {
  let plain = true;
  visit(tree, (node) => {
    if (!node.type.startsWith('mdx')) return CONTINUE;
    plain = false;
    return EXIT;
  });
  return plain;
}

/** The context of a body if nothing is known of its article. */
export const NOTHING_KNOWN: FileContext = { needles: [], figures: [], base: '/' };

/** The HTML of a body's tree, with permalinks, and the texts of its paragraphs. Nothing is known of its article. */
export async function renderTree(tree: Root): Promise<{ html: string; texts: string[] }> {
  unlinkAddresses(tree);
  const hast = (await renderer.run(tree)) as Hast;
  const { paragraphs } = rehypeRecord(hast, NOTHING_KNOWN);
  const html = renderer.stringify(hast).replace(/\s+/gu, ' ').trim();
  return { html, texts: paragraphs.map(({ text }) => text) };
}

/**
 * Renders a plain body as `renderTree` does.
 *
 * @throws if the body is not plain or cannot be read
 */
export async function renderBody(body: string): ReturnType<typeof renderTree> {
  const tree: Root = parser.parse(body);
  if (!isPlain(tree)) throw new Error('The body uses JSX or an expression.');
  refuse(tree);
  return renderTree(tree);
}

/**
 * Makes a tree fit to be rendered.
 *
 * @throws BodyRefused with everything in it that a body may not hold
 */
function refuse(tree: Root): void {
  const faults = cleanMarkup(tree);
  faults.push(...characterFaults(tree));
  if (faults.length > 0) throw new BodyRefused(faults);
}

/**
 * Reads a body and runs no code in it.
 *
 * @param lineOffset number of blank lines that stand in for the frontmatter, so that places are those of the file
 * @throws BodyRefused, or the MDX parser's message with `line`, `column` and `reason`
 */
export async function readProse(
  body: string,
  lineOffset: number,
  context: FileContext,
): Promise<Prose> {
  const plain = plainTree(body);
  if (plain) return shownTree(plain, context);
  const parse = (part: string, line: number): Root =>
    parser.parse('\n'.repeat(lineOffset + line) + part);
  const tree = mixedTree(body, parse) ?? parse(body, 0);
  refuse(tree);
  unlinkAddresses(tree);
  const hast = (await renderer.run(tree)) as Hast;
  return shownTree(hast, context);
}

/** Gives a tree its permalinks and places, and renders it. */
function shownTree(tree: Hast, context: FileContext): Prose {
  const facts = rehypeRecord(tree, context);
  const parts = partsOf(tree, htmlOf);
  return { ...facts, html: parts ? undefined : htmlOf(tree), parts };
}
