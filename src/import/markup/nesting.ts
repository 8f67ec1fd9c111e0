import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import { BoundedTokenizer } from '../../content/media/words/bounded-tokenizer.ts';
import { ImportFault } from '../source-document.ts';
import { MOST_ATTRIBUTES } from './attributes.ts';

/**
 * The deepest nesting of elements in a page. Newspapers have some fifty levels; parsing time grows with the square of
 * the depth.
 */
const DEEPEST = 256;

const tooMany = () => {
  throw new ImportFault(
    `An element of it has more than ${MOST_ATTRIBUTES} attributes, as no article has. Save the article’s own page, or paste its text into a .txt file.`,
  );
};

/**
 * Refuses a page, or a piece of one, that is nested as no article is, or has elements with attributes as none has; it stops
 * at the first of these. What is not refused may be parsed by any parser in time that grows as it does.
 */
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
  type Tree = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;
  const parser = isFragment
    ? Parser.getFragmentParser<Tree>(null, { treeAdapter })
    : new Parser<Tree>({ treeAdapter });
  parser.tokenizer = new BoundedTokenizer(parser.options, parser, MOST_ATTRIBUTES, tooMany);
  parser.tokenizer.write(isFragment ? `<div>${html}` : html, true);
}
