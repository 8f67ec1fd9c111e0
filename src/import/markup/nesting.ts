import { defaultTreeAdapter, parse, parseFragment } from 'parse5';
import { ImportFault } from '../source-document.ts';

/** The most that elements of a page are nested. Pages of newspapers have some fifty levels; what reads them takes as long as the square of this. */
const DEEPEST = 256;

/** Refuses a page, or a piece of one, that is nested as no article is; it stops at the element that is too deep. */
export function refuseNesting(html: string, isFragment: boolean): void {
  let depth = 0;
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
  if (isFragment) parseFragment(html, { treeAdapter });
  else parse(html, { treeAdapter });
}
