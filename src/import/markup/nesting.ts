import { defaultTreeAdapter, parse, parseFragment } from 'parse5';
import { ImportFault } from '../source-document.ts';

/**
 * The deepest nesting of elements in a page. Newspapers have some fifty levels; parsing time grows with the square of
 * the depth.
 */
const DEEPEST = 256;

/** Refuses a page, or a piece of one, that is nested as no article is; it stops at the element that is too deep. */
export function refuseNesting(html: string, isFragment: boolean): void {
  // A fragment is parsed in an element of its own: the parser takes its parts out one by one, in time that grows with
  // the square of their number.
  let depth = isFragment ? -1 : 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth++;
      if (depth > DEEPEST)
        throw new ImportFault(
          `It nests elements more than ${DEEPEST} deep, which no article does. Save the article’s own page, or paste its text into a .txt file.`,
        );
    },
    onItemPop: () => {
      depth--;
    },
  };
  if (isFragment) parseFragment(`<div>${html}`, { treeAdapter });
  else parse(html, { treeAdapter });
}
