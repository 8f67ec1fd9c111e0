import type { SaxesTagNS } from 'saxes';

export const SVG = 'http://www.w3.org/2000/svg';
export const XHTML = 'http://www.w3.org/1999/xhtml';
/** The extensions that browsers know: they show what asks for these alone. */
const KNOWN = new Set([XHTML, 'http://www.w3.org/1998/Math/MathML']);

/** Whether something is shown by a program alone that knows an extension, by its `requiredExtensions`. */
export const asksForOthers = (extensions = '') =>
  extensions.split(/\s/).some((one) => one !== '' && !KNOWN.has(one));

/**
 * Whether an element is of the program that drew a drawing, or about its file, and of no reader: it is taken out of what is
 * published, with all that stands in it.
 */
export function isLeftOut({ local, uri, attributes }: SaxesTagNS): boolean {
  if (uri === SVG)
    return (
      local === 'metadata' ||
      (local === 'foreignObject' && asksForOthers(attributes['requiredExtensions']?.value))
    );
  return uri !== XHTML && uri !== '';
}
