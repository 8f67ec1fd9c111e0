import type { ElementContent, Root as Hast } from 'hast';
import type { Root as Mdast } from 'mdast';

// Letters, digits and the signs of prose. Inside a line none of them has a meaning in Markdown, GFM or MDX. The same is
// true of any sign with a backslash before it. `LINE` checks separately what has a meaning at the start of a line.
const LETTERS = String.raw`[\p{L}\p{M}\p{N},.;?!'"()%$/“”‘’„«»…–—¿¡£€،؛؟]`;
const ESCAPE = String.raw`\\[!-\/:-@\x5b-\x60\{-~]`;
const SIGN = `(?:${LETTERS}|${ESCAPE})`;
const LINE = `(?!import|export|\\d+[.)])${SIGN}(?:(?:${SIGN}|[ :+>=#^-])*(?:${SIGN}|[:+>=#^-]))?`;
const PARAGRAPHS = new RegExp(`^\\n*${LINE}(?:\\n+${LINE})*\\n*$`, 'u');
// GFM turns these into links, even if they are written with backslashes.
const ADDRESS = /www\.|:\/\/|@/i;

/** The paragraphs of a text that is only prose, without any Markdown, GFM or MDX. `undefined` for any other text. */
function proseOf(text: string): string[] | undefined {
  if (!PARAGRAPHS.test(text)) return undefined;
  const prose = text.trim().replace(/\\(.)/gu, '$1');
  return ADDRESS.test(prose) ? undefined : prose.split(/\n{2,}/);
}

/**
 * The tree of a body that is only prose, as most articles of a newspaper are. It is the same tree that the whole parser
 * gives, but many times as fast. `undefined` for any other body.
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

// What may reach over a blank line, or refer to another place: fences, JSX, expressions, modules, link targets, notes.
const FAR = /```|~~~|[<{]|\]:|\[\^|^(?:import|export)/m;

/**
 * The tree of a body that is mostly prose. The whole parser reads only the parts that are not, such as a paragraph with
 * a link. `undefined` for a body in which one part may depend on another.
 *
 * @param parse the whole parser; it is given a part and the number of lines before it
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
