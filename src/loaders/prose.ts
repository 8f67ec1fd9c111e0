import { compile } from '@mdx-js/mdx';
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
import { refuseCharacters } from './character.ts';
import { foldConstants } from './constant.ts';
import { refuseModules } from './esm.ts';
import { mixedTree, plainTree } from './plain-prose.ts';
import { type Facts, type FileContext, rehypeRecord } from './rehype-record.ts';

/** An article's body, read. */
export interface Prose extends Facts {
  /** The finished HTML; `undefined` where the body uses JSX and Astro renders it later, the deferred way. */
  html: string | undefined;
}

/** How Markdown becomes HTML here, on both ways. */
export const REMARK_REHYPE: Options = {
  clobberPrefix: '',
  // The label is English whatever the article's language is.
  footnoteLabelProperties: { className: ['visually-hidden'], lang: 'en' },
};

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);
const renderer = unified()
  .use(remarkRehype, REMARK_REHYPE)
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } });

/** True where nothing of MDX is left in a tree: it can be rendered once, without running anything. */
function isPlain(tree: Mdast): boolean {
  let plain = true;
  visit(tree, (node) => {
    if (!node.type.startsWith('mdx')) return CONTINUE;
    plain = false;
    return EXIT;
  });
  return plain;
}

/** For a body of whose article nothing is known. */
export const NOTHING_KNOWN: FileContext = { needles: [], figures: [], base: '/' };

/** The HTML of a body's tree with its permalinks, and the texts of its paragraphs; of its article nothing is known. */
export async function renderTree(tree: Root): Promise<{ html: string; texts: string[] }> {
  unlinkAddresses(tree);
  const hast = (await renderer.run(tree)) as Hast;
  const { paragraphs } = rehypeRecord(hast, NOTHING_KNOWN);
  const html = renderer.stringify(hast).replace(/\s+/gu, ' ').trim();
  return { html, texts: paragraphs.map(({ text }) => text) };
}

/** What a plain body gives, as `renderTree` does. Throws where the body is not plain, or cannot be read. */
export async function renderBody(body: string): ReturnType<typeof renderTree> {
  const tree: Root = parser.parse(body);
  if (!isPlain(tree)) throw new Error('The body uses JSX or an expression.');
  refuseCharacters(tree);
  return renderTree(tree);
}

/**
 * Reads a body. `lineOffset` blank lines stand in for the frontmatter, so that places are those of the file. Throws what
 * the MDX parser throws, a message with `line`, `column` and `reason`.
 */
export async function readProse(
  path: string,
  body: string,
  lineOffset: number,
  context: FileContext,
): Promise<Prose> {
  const plain = plainTree(body);
  if (plain) return { ...rehypeRecord(plain, context), html: renderer.stringify(plain) };
  const parse = (part: string, line: number): Root =>
    parser.parse('\n'.repeat(lineOffset + line) + part);
  const tree = mixedTree(body, parse) ?? parse(body, 0);
  refuseModules(tree, path);
  foldConstants(tree);
  unlinkAddresses(tree);
  refuseCharacters(tree);
  if (isPlain(tree)) {
    const hast = (await renderer.run(tree)) as Hast;
    const facts = rehypeRecord(hast, context);
    return { ...facts, html: renderer.stringify(hast) };
  }
  let facts: Facts | undefined;
  // The very compiler that renders it later: its tree is the tree that the page will have.
  await compile('\n'.repeat(lineOffset) + body, {
    remarkPlugins: [remarkGfm, () => foldConstants, () => unlinkAddresses],
    rehypePlugins: [
      () => (hast: Hast) => {
        facts = rehypeRecord(hast, context);
      },
    ],
    remarkRehypeOptions: REMARK_REHYPE,
  });
  if (!facts) throw new Error('The MDX compiler ran no plugin.');
  return { ...facts, html: undefined };
}
