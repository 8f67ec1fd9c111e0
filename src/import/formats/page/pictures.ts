import { fromHtml } from 'hast-util-from-html';
import { isCaptionName, isCreditName } from '../../markup/caption.ts';
import { mediaOfFigure } from '../../markup/figure.ts';
import { markOf } from '../../markup/marked-picture.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import type { ArticleText } from './article-text.ts';
import { type Block, MARK } from './block.ts';
import { namedFurniture } from './surroundings/furniture.ts';

/** The pictures of an article, told from those of the page around it, each with what stands under it. */

/** Pictures, sounds and films. */
const SHOWN = 'img, audio, video';
/** No article has more. */
const MOST = 1000;
/** How far around a picture its caption stands. */
const OUTWARD = 4;

/** What is said of a picture, and leads to no other page. */
const OF_PICTURES = new Set(['gallery', 'rights']);

const namesOf = (element: Element): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;

const isUnder = (element: Element): boolean =>
  element.localName === 'figcaption' ||
  isCaptionName(namesOf(element)) ||
  isCreditName(namesOf(element));

/** Whether an element stands in what is said under a picture. */
function isInCaption(element: Element, box: Element): boolean {
  for (let one: Element | null = element; one && one !== box; one = one.parentElement)
    if (isUnder(one)) return true;
  return false;
}

/** Pictures with the elements that hold them and their words. */
export interface PagePictures {
  media: SourceMedium[];
  /** What stands before the HTML of the text, for those at its head. */
  head: string;
  /** How many were none of the article by their size or name. */
  small: number;
}

/** How many of some elements stand in each other one, at any depth. */
function countedIn(elements: Iterable<Element>): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements)
    for (let one: Element | null = element; one; one = one.parentElement)
      counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function markAt(document: Document, number: number): Element {
  const template = document.createElement('template');
  template.innerHTML = markOf(number);
  return template.content.firstElementChild ?? template;
}

/** The pictures in and above an article, each with the block of its text that it stands in or behind. */
function placesOf(
  document: Document,
  around: Element | null,
  headline: Element | undefined,
  blockAt: (element: Element) => Block | undefined,
): Map<Element, Block | undefined> {
  const places = new Map<Element, Block | undefined>();
  let isBelowHeadline = false;
  let current: Block | undefined;
  for (const element of document.body.querySelectorAll('*')) {
    const block = blockAt(element);
    if (block) current = block;
    if (element === headline) isBelowHeadline = true;
    if (!element.matches(SHOWN)) continue;
    if (around?.contains(element) || (isBelowHeadline && !current)) places.set(element, current);
  }
  return places;
}

/**
 * Takes the pictures of an article out of its page, with their captions and credits. Where each was, a mark of it stands
 * behind the block before it; the blocks that were captions are no text any more.
 *
 * @param found the text of the article; it loses the captions
 * @param headline the element that shows the headline: pictures between it and the text are of the article
 */
export function takePictures(
  document: Document,
  blocks: readonly Block[],
  found: Pick<ArticleText, 'blocks' | 'furniture' | 'unsure' | 'around'>,
  headline: Element | undefined,
): PagePictures {
  const taken = new Set(found.blocks);
  const apart = new Set(
    found.furniture.filter(([, kind]) => !OF_PICTURES.has(kind)).map(([block]) => block),
  );
  const blockOf = (element: Element) => blocks[Number(element.getAttribute(MARK) ?? -1)];
  const places = placesOf(document, found.around, headline, (one) => {
    const block = blockOf(one);
    return block && taken.has(block) ? block : undefined;
  });

  const pictures = countedIn(places.keys());
  const apartIn = countedIn([...apart].map(({ element }) => element));
  const allIn = countedIn(blocks.map(({ element }) => element));
  const named = new Map<Element, boolean>();
  const isNamed = (element: Element): boolean => {
    const known = named.get(element);
    if (known !== undefined) return known;
    const is = namedFurniture(element) !== undefined && !element.hasAttribute(MARK);
    named.set(element, is);
    return is;
  };
  /** Whether the page calls a part furniture, or all that is said in the smallest part with words is. */
  const isAround = (picture: Element): boolean => {
    let isAlone = true;
    for (let one = picture.parentElement; one && one !== document.body; one = one.parentElement) {
      if (one === found.around) return false;
      const all = allIn.get(one) ?? 0;
      if (isNamed(one) || (isAlone && all > 0 && all === apartIn.get(one))) return true;
      if (all > 0) isAlone = false;
    }
    return false;
  };

  /** The blocks of the text in an element that are not said under a picture. */
  const holdsText = (box: Element): boolean =>
    [...box.querySelectorAll(`[${MARK}]`)].some((element) => {
      const block = blockOf(element);
      return block !== undefined && taken.has(block) && !isInCaption(element, box);
    });

  function boxOf(picture: Element): Element {
    const figure = picture.closest('figure, .wp-caption');
    if (figure && !holdsText(figure)) {
      const outer = figure.parentElement?.closest('figure');
      return outer && !holdsText(outer) ? outer : figure;
    }
    let box = picture.closest('picture') ?? picture;
    const link = box.parentElement;
    if (link?.localName === 'a' && link.textContent?.trim() === '') box = link;
    let one: Element = box;
    for (let step = 0; step < OUTWARD && one.parentElement; step++) {
      one = one.parentElement;
      if (one === found.around || one === document.body || one.hasAttribute(MARK)) break;
      if ((pictures.get(one) ?? 0) > 1 || holdsText(one)) break;
      if ([...one.querySelectorAll('*')].some((inside) => isUnder(inside))) return one;
    }
    return box;
  }

  const media: SourceMedium[] = [];
  const marks: [Block | undefined, number][] = [];
  const captions = new Set<Block>();
  const seen = new Set<Element>();
  let small = 0;
  for (const [picture, place] of places) {
    if (media.length >= MOST) break;
    if (seen.has(picture) || isAround(picture)) continue;
    const box = boxOf(picture);
    for (const inside of [box, ...box.querySelectorAll(SHOWN)]) seen.add(inside);
    const [element] = fromHtml(box.outerHTML, { fragment: true }).children;
    if (element?.type !== 'element') continue;
    const read = mediaOfFigure(element);
    small += read.small;
    if (read.media.length > 0 && read.long.length === 0)
      for (const inside of box.querySelectorAll(`[${MARK}]`)) {
        const block = blockOf(inside);
        if (block && isInCaption(inside, box)) captions.add(block);
      }
    for (const medium of read.media) marks.push([place, media.push(medium) - 1]);
  }
  // Nothing of the page may stand for a mark.
  for (const picture of document.body.querySelectorAll(`${SHOWN}, picture`)) picture.remove();
  let head = '';
  for (const [place, mark] of marks) {
    const block =
      place && captions.has(place)
        ? blocks.slice(0, place.index).findLast((one) => taken.has(one) && !captions.has(one))
        : place;
    // What is kept as it is written, and rows of a table, hold no picture.
    const isWhole = /^(?:pre|table)$/u.test(block?.element.localName ?? '');
    if (!block) head += markOf(mark);
    else if (isWhole) block.element.after(markAt(document, mark));
    else block.element.append(markAt(document, mark));
  }
  found.blocks = found.blocks.filter((block) => !captions.has(block));
  found.unsure = found.unsure.filter((block) => !captions.has(block));
  found.furniture = found.furniture.filter(([block]) => !captions.has(block));
  return { media, head, small };
}
