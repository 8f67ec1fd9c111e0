import type { ElementContent, Root } from 'hast';

// Letters, digits and the signs of prose. None of them means anything to Markdown, to GFM or to MDX where it stands in
// a line; nor does any sign with a backslash before it. What may at the start of a line is told apart.
const LETTERS = String.raw`[\p{L}\p{M}\p{N},.;?!'"()%$/“”‘’„«»…–—¿¡£€،؛؟]`;
const ESCAPE = String.raw`\\[!-\/:-@\x5b-\x60\{-~]`;
const SIGN = `(?:${LETTERS}|${ESCAPE})`;
const LINE = `(?!import|export|\\d+[.)])${SIGN}(?:(?:${SIGN}|[ :+>=#^-])*(?:${SIGN}|[:+>=#^-]))?`;
const PARAGRAPHS = new RegExp(`^\\n*${LINE}(?:\\n+${LINE})*\\n*$`, 'u');
// GFM makes links of these, however they are written.
const ADDRESS = /www\.|:\/\/|@/i;

/**
 * The tree of a body that is prose and nothing else: paragraphs without a sign that Markdown, GFM or MDX reads. It is the
 * tree that the whole parser gives, many times as fast, and most articles of a newspaper are such; nothing for any other.
 */
export function plainTree(body: string): Root | undefined {
  if (!PARAGRAPHS.test(body)) return undefined;
  const text = body.trim().replace(/\\(.)/gu, '$1');
  if (ADDRESS.test(text)) return undefined;
  const paragraphs = text.split(/\n{2,}/);
  const children = paragraphs.flatMap((value, index): ElementContent[] => {
    const paragraph: ElementContent = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value }],
    };
    return index === 0 ? [paragraph] : [{ type: 'text', value: '\n' }, paragraph];
  });
  return { type: 'root', children };
}
