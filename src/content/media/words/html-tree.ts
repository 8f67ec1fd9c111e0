import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from 'parse5';
import { BoundedTokenizer } from './bounded-tokenizer.ts';
import { WordsFault } from './words-text.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Parsing takes time that grows with the square of these three. */
const DEEPEST = 200;
const MOST_ELEMENTS = 1_000_000;
const MOST_ATTRIBUTES = 100;

/** Refuses what no program of recognition writes, as soon as the parser itself has come to it. */
class Bounds {
  #depth = 0;
  #nodes = 0;

  count = (): void => {
    if (++this.#nodes > MOST_ELEMENTS)
      throw new WordsFault(
        `hOCR has at most ${MOST_ELEMENTS.toLocaleString('en')} elements.`,
        'Part it, or export it without the places of letters.',
      );
  };
  down = (): void => {
    if (++this.#depth > DEEPEST)
      throw new WordsFault(`hOCR nests at most ${DEEPEST} deep.`, 'Export it anew.');
  };
  up = (): void => {
    this.#depth -= 1;
  };
}

const tooMany = () => {
  throw new WordsFault(
    `An element of hOCR has at most ${MOST_ATTRIBUTES} attributes.`,
    'Export it anew.',
  );
};

/** The elements of an HTML file, in time that grows as it does. @throws WordsFault where they are too many, or too deep */
export function htmlTree(text: string): Element[] {
  const bounds = new Bounds();
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: bounds.down,
      onItemPop: bounds.up,
      createElement: (...all) => {
        bounds.count();
        return defaultTreeAdapter.createElement(...all);
      },
      createCommentNode: (words) => {
        bounds.count();
        return defaultTreeAdapter.createCommentNode(words);
      },
    },
  });
  parser.tokenizer = new BoundedTokenizer(parser.options, parser, MOST_ATTRIBUTES, tooMany);
  parser.tokenizer.write(text, true);
  return elementsIn(parser.document);
}

/** The elements that stand in another. */
export const elementsIn = ({ childNodes }: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  childNodes.filter((node) => 'tagName' in node);

/** What an attribute says; nothing where there is none. */
export const attributeOf = ({ attrs }: Element, name: string): string =>
  attrs.find((one) => one.name === name)?.value ?? '';

/** The words in an element. */
export const textIn = ({ childNodes }: Element): string =>
  childNodes
    .map((node) => ('tagName' in node ? textIn(node) : 'value' in node ? node.value : ''))
    .join('');
