import { Readability } from '@mozilla/readability';
import { type Block, MARK } from './block.ts';
import { describedText } from './described.ts';
import { leadOf } from './lead.ts';
import { isHeading, isProse, MOST_IN_LINKS, SENTENCE } from './prose.ts';
import { standfirstOf } from './standfirst.ts';
import { cards } from './surroundings/card.ts';
import type { Furniture } from './surroundings/furniture.ts';
import { dropRepeats, dropTrailing } from './surroundings/repeats.ts';
import { surroundings } from './surroundings/surroundings.ts';
import type { Told } from './told-text.ts';
import { shareAmong, wordRuns } from './word-runs.ts';

/** What of a page is the text of its article, and what was left out. */
export interface ArticleText {
  blocks: Block[];
  /** Blocks that are parts around the text, by what they are. */
  furniture: [Block, Furniture][];
  /** Blocks of text of which it is not known whether they belong. */
  unsure: Block[];
  /** The paragraphs of the only article that the page marks as one, without the parts around the text. */
  own: Block[];
  /** The element that holds it. */
  around: Element | null;
  /** What the page itself marks as its standfirst; it is none of the blocks. */
  standfirst: string | undefined;
  byline: string | undefined;
  title: string | undefined;
  siteName: string | undefined;
}

const HOLDERS = 'article, main, [role="main"], [itemprop~="articleBody"]';

const sizeIn = (blocks: Iterable<Block>) => {
  let size = 0;
  for (const block of blocks) size += block.size;
  return size;
};

/** The element that holds the article: the innermost of those with most of the text; nothing where none has. */
function holderOf(document: Document, text: readonly Block[]): Element | undefined {
  const least = 0.6 * sizeIn(text);
  let found: Element | undefined;
  const sizes = new Map<Element, number>();
  for (const { element, size } of text)
    for (let one: Element | null = element; one; one = one.parentElement)
      sizes.set(one, (sizes.get(one) ?? 0) + size);
  for (const holder of document.querySelectorAll(HOLDERS))
    if ((sizes.get(holder) ?? 0) > least) found = holder;
  return found;
}

/** The only element that the page marks as the text of an article. */
function soleText(document: Document): Element | undefined {
  const [only, another] = document.querySelectorAll('[itemprop~="articleBody"]');
  return another ? undefined : only;
}

/** The innermost element that holds all blocks. */
function aroundAll(blocks: readonly Block[]): Element | null {
  let around = blocks[0]?.element.parentElement ?? null;
  const last = blocks.at(-1)?.element;
  while (around && last && !around.contains(last)) around = around.parentElement;
  return around;
}

/** The blocks that Readability takes for the text of a page. */
function readable(document: Document) {
  const found = new Readability<Element>(document, {
    charThreshold: 0,
    keepClasses: true,
    serializer: (node) => node as Element,
  }).parse();
  const marked = found?.content?.querySelectorAll(`[${MARK}]`) ?? [];
  return {
    found,
    indices: new Set([...marked].map((element) => Number(element.getAttribute(MARK)))),
  };
}

/**
 * Tells the text of an article from what stands around it. Readability proposes; what it misses of the element that
 * holds the article, and of the text that the page’s data gives, is taken in its place.
 *
 * @param told what the page’s data say of the text
 * @param headline the element that shows the headline
 * @param address the page’s own
 */
export function articleText(
  document: Document,
  blocks: readonly Block[],
  { body: told, descriptions }: Told,
  title: string | undefined,
  headline: Element | undefined,
  address: string | undefined,
): ArticleText {
  const { found, indices } = readable(document.cloneNode(true) as Document);
  const runs = told === undefined ? undefined : new Set(wordRuns(told));
  const isTold = (block: Block) =>
    runs !== undefined && block.size >= SENTENCE && shareAmong(block.text, runs) > 0.8;
  const proposed = new Set(
    blocks.filter((block) => indices.has(block.index)).map(({ index }) => index),
  );
  if (runs) for (const block of blocks) if (isTold(block)) proposed.add(block.index);
  const articles = document.querySelectorAll('article');
  const [only, another] = articles;
  const isOnly = only !== undefined && another === undefined;
  const partOf = surroundings(blocks, proposed, isOnly ? only : soleText(document));
  const kinds = new Map<Block, Furniture>();
  const isOfCard = cards(
    document,
    blocks.filter(({ index }) => proposed.has(index)),
    headline,
    address,
  );
  for (const block of blocks) {
    const kind = isOfCard(block) ? 'links to other pages' : partOf(block);
    if (kind && !isTold(block)) kinds.set(block, kind);
  }
  let text = blocks.filter((block) => proposed.has(block.index) && !kinds.has(block));
  // What stands outside of the only article, as comments do, is none of it, unless the article is a mere card.
  const own: Block[] = [];
  if (isOnly) {
    const all = blocks.filter((block) => only.contains(block.element));
    const inside = all.filter((block) => !kinds.has(block));
    own.push(...inside.filter(isProse));
    if (sizeIn(inside.filter(isProse)) > sizeIn(text) / 2)
      text = text.filter(({ element }) => only.contains(element));
    if (text.length === 0) text = inside.filter(isProse);
  }
  text = describedText(blocks, text, descriptions) ?? text;
  const holder = holderOf(document, text);
  const around = holder ?? aroundAll(text);
  const taken = new Set(text);
  const [first, last] = [text[0]?.index ?? 0, text.at(-1)?.index ?? -1];
  const isWithin = ({ element, index }: Block) =>
    around?.contains(element) === true && (holder !== undefined || (index > first && index < last));
  for (const block of blocks)
    if (!taken.has(block) && !kinds.has(block) && isWithin(block) && isProse(block))
      taken.add(block);
  // A heading belongs to what follows it; short lines belong to those beside them.
  for (const block of blocks.toReversed()) {
    if (taken.has(block) || kinds.has(block) || !isWithin(block) || block.links >= MOST_IN_LINKS)
      continue;
    const next = blocks[block.index + 1];
    const before = blocks[block.index - 1];
    const isBeside = (other: Block | undefined) =>
      other !== undefined &&
      taken.has(other) &&
      other.element.parentElement === block.element.parentElement;
    if (
      block.index > first &&
      (isHeading(block) ? next && taken.has(next) : isBeside(next) || isBeside(before))
    )
      taken.add(block);
  }
  for (const block of leadOf(blocks, taken, kinds, headline)) taken.add(block);
  const standfirst = standfirstOf(blocks, [...taken], descriptions, (block) => kinds.has(block));
  if (standfirst) {
    if (standfirst.isNamed) taken.delete(standfirst.block);
    else taken.add(standfirst.block);
    // Where it is all that there is, it is the text.
    if (![...taken].some(isProse)) taken.add(standfirst.block);
  }
  const isApart = standfirst?.isNamed === true && !taken.has(standfirst.block);
  dropRepeats(taken);
  dropTrailing(blocks, taken, kinds);
  const titled = title === undefined ? undefined : new Set(wordRuns(title));
  for (const block of taken)
    if (
      titled &&
      block.index <= first + 2 &&
      (block.text === title || (isHeading(block) && shareAmong(block.text, titled) > 0.5))
    )
      taken.delete(block);
  return {
    blocks: blocks.filter((block) => taken.has(block)),
    furniture: [...kinds].filter(
      ([block]) =>
        indices.has(block.index) || around?.contains(block.element) || block.size >= SENTENCE,
    ),
    unsure: blocks.filter(
      (block) =>
        !taken.has(block) &&
        !kinds.has(block) &&
        isProse(block) &&
        !(isApart && block === standfirst.block) &&
        !isHeading(block),
    ),
    own,
    around,
    standfirst: isApart ? standfirst.block.text : undefined,
    byline: found?.byline ?? undefined,
    title: found?.title ?? undefined,
    siteName: found?.siteName ?? undefined,
  };
}
