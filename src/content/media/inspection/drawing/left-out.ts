import type { SaxesTagNS } from 'saxes';

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Whether an element is of the program that drew a drawing, or about its file, and of no reader: it is taken out of what is
 * published, with all that stands in it.
 */
export function isLeftOut({ local, uri, attributes }: SaxesTagNS): boolean {
  if (uri === SVG)
    return (
      local === 'metadata' ||
      // What only a program shows that knows an extension; browsers know none.
      (local === 'foreignObject' && (attributes['requiredExtensions']?.value ?? '').trim() !== '')
    );
  return uri !== XHTML && uri !== '';
}
