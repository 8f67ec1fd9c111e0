import { isDeepStrictEqual } from 'node:util';
import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { unlinkAddresses } from '../../content/markdown/address.ts';
import { excessIn } from '../../content/markdown/body/extent.ts';
import { renderBody, renderTree } from '../../content/markdown/prose.ts';
import { foldSpace } from '../../domain/article/paragraph.ts';
import { faultSentence } from '../../domain/problem.ts';
import { isBlank } from '../markup/clean.ts';
import { ImportFault } from '../source-document.ts';
import { mend } from './shape.ts';
import { textsOf } from './texts.ts';

/**
 * Writes a body as MDX, and proves it: what was written is read again and must give the same HTML. Text from outside
 * can so become neither code nor markup, whatever characters it holds.
 */

// mdast-util-mdx escapes braces and tags, but not what begins a module; direction controls may stand only as references.
const MODULE_WORDS: Options['unsafe'] = [
  { character: 'i', atBreak: true, after: 'mport\\b' },
  { character: 'e', atBreak: true, after: 'xport\\b' },
];
const DIRECTION: Options['unsafe'] = [
  ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
].map((character) => ({
  character,
  inConstruct: 'phrasing' as const,
}));

// What GFM’s own rule escapes is every other one of “a@-@.b” only.
const MAIL: Options['unsafe'] = [{ character: '@', inConstruct: 'phrasing' }];

const MDX: Options = {
  bullet: '-',
  emphasis: '*',
  fence: '`',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  unsafe: [...MODULE_WORDS, ...DIRECTION, ...MAIL],
  extensions: [gfmToMarkdown(), mdxToMarkdown()],
};

/**
 * GFM makes links of addresses in a text, and no escape prevents it, so they are written as links. What only looks like
 * an address is text to the reader of the body too, and stays.
 */
function linkAddresses(root: Root) {
  for (const transform of gfmAutolinkLiteralFromMarkdown().transforms ?? []) transform(root);
  unlinkAddresses(root);
}

const CONTROL = /(?![\n\t])\p{Cc}/gu;
// In text, references make controls visible. Code has no references, so controls are left out there.
const CONTROL_IN_CODE = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** The signs that no text of the archive may hold are left out; nothing of what a reader sees is lost with them. */
function withoutControls(root: Root): number {
  let count = 0;
  visit(root, (node) => {
    if (!('value' in node) || typeof node.value !== 'string') return;
    const isCode = node.type === 'code' || node.type === 'inlineCode';
    node.value = node.value
      .toWellFormed()
      .replace(/\u0085/gu, ' ')
      .replace(isCode ? CONTROL_IN_CODE : CONTROL, () => {
        count++;
        return '';
      });
  });
  return count;
}

/** @throws ImportFault where a text exceeds what an archive reads; checked before any work on it */
function refuseExcess(text: string): void {
  const excess = excessIn(text);
  if (excess) throw new ImportFault(faultSentence(excess.fault));
}

/** A body as MDX, with what had to be left out. Throws an `ImportFault` where nothing that can be written reads the same. */
export async function writeBody(
  root: Root,
): Promise<{ mdx: string; paragraphs: string[]; notes: string[] }> {
  const controls = withoutControls(root);
  const notes =
    controls > 0
      ? [`${controls === 1 ? 'one control character' : `${controls} control characters`} left out`]
      : [];
  root.children = root.children.filter((node) => !isBlank(node));
  // The letter: words at the start of a paragraph are none of Markdown's signs.
  refuseExcess(
    textsOf(root)
      .map((text) => `x${foldSpace(text)}`)
      .join('\n\n'),
  );
  linkAddresses(root);
  const whole = await proven(root);
  if (whole) return { ...whole, notes };
  const mended = structuredClone(root);
  const count = await mend(mended, async (body) => (await proven(body)) !== undefined);
  linkAddresses(mended);
  const shaped = await proven(mended);
  if (shaped)
    return {
      ...shaped,
      notes: [
        ...notes,
        `of ${count === 1 ? 'one part' : `${count} parts`} of its text the words are kept, the layout could not be`,
      ],
    };
  // Parts that can be written each for itself, and not together: the text is kept, paragraph by paragraph.
  const texts = textsOf(root).map(foldSpace).filter(Boolean);
  const flat = toMarkdown(inParagraphs(texts), MDX);
  refuseExcess(flat);
  const flatRead = await renderBody(flat).catch(() => undefined);
  if (flatRead && isDeepStrictEqual(flatRead.texts, texts))
    return {
      mdx: flat,
      paragraphs: texts,
      notes: [...notes, 'its text is kept, its layout could not be'],
    };
  throw new ImportFault(
    'Its text cannot be written so that it reads the same; please report it as a fault of the importer.',
  );
}

/** A tree as MDX, if what is written is read as it was meant. */
async function proven(root: Root): Promise<{ mdx: string; paragraphs: string[] } | undefined> {
  const mdx = toMarkdown(root, MDX);
  if (excessIn(mdx)) return undefined;
  const meant = await renderTree(structuredClone(root));
  const read = await renderBody(mdx).catch(() => undefined);
  return read?.html === meant.html ? { mdx, paragraphs: meant.texts } : undefined;
}

function inParagraphs(texts: readonly string[]): Root {
  const root: Root = {
    type: 'root',
    children: texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
  linkAddresses(root);
  return root;
}
