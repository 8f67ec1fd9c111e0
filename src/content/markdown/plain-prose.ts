import type { ElementContent, Root as Hast } from 'hast';
import type { Root as Mdast } from 'mdast';

// Letters, digits and the signs of prose. None of them means anything to Markdown, to GFM or to MDX where it stands in
// a line; nor does any sign with a backslash before it. What may at the start of a line is told apart.
const LETTERS = String.raw`[\p{L}\p{M}\p{N},.;?!'"()%$/“”‘’„«»…–—¿¡£€،؛؟]`;
const ESCAPE = String.raw`\\[!-\/:-@\x5b-\x60\{-~]`;
const SIGN = `(?:${LETTERS}|${ESCAPE})`;
const LINE = `(?!import|export|\\d+[.)])${SIGN}(?:(?:${SIGN}|[ :+>=#^-])*(?:${SIGN}|[:+>=#^-]))?`;
const PARAGRAPHS = new RegExp(`^\\n*${LINE}(?:\\n+${LINE})*\\n*$`, 'u');
// GFM makes links of these, however they are written.
const ADDRESS = /www\.|:\/\/|@/i;

/** The paragraphs of a text that is prose and nothing else, without a sign that Markdown, GFM or MDX reads. */
function proseOf(text: string): string[] | undefined {
  if (!PARAGRAPHS.test(text)) return undefined;
  const prose = text.trim().replace(/\\(.)/gu, '$1');
  return ADDRESS.test(prose) ? undefined : prose.split(/\n{2,}/);
}

/**
 * The tree of a body that is prose and nothing else. It is the tree that the whole parser gives, many times as fast, and
 * most articles of a newspaper are such; nothing for any other.
 */
export function plainTree(body: string): Hast | undefined {
  const children = proseOf(body)?.flatMap((value, index): ElementContent[] => {
    const paragraph: ElementContent = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value }],
    };
    return index === 0 ? [paragraph] : [{ type: 'text', value: '\n' }, paragraph];
  });
  return children && { type: 'root', children };
}

// What may reach over a blank line, or refer to what stands elsewhere: fences, JSX, expressions, modules, notes.
const FAR = /```|~~~|[<{]|\]:|\[\^|^(?:import|export)/m;

/**
 * The tree of a body of which most is prose: the whole parser reads only what stands between, such as a paragraph with a
 * link. Nothing for a body in which a part may depend on another.
 *
 * @param parse the whole parser; is given a part, and how many lines stand before it
 */
export function mixedTree(
  body: string,
  parse: (part: string, line: number) => Mdast,
): Mdast | undefined {
  if (FAR.test(body)) return undefined;
  const children: Mdast['children'] = [];
  let part = '';
  let line = 0;
  const readPart = () => {
    if (part !== '') children.push(...parse(part, line).children);
    line += part.split('\n').length - 1;
    part = '';
  };
  for (const text of body.split(/(?<=\n)(?=\n)/)) {
    const prose = proseOf(text);
    if (!prose) {
      part += text;
      continue;
    }
    readPart();
    for (const value of prose)
      children.push({ type: 'paragraph', children: [{ type: 'text', value }] });
    line += text.split('\n').length - 1;
  }
  readPart();
  return { type: 'root', children };
}
