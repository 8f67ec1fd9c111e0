import type { Element, ElementContent, Nodes } from 'hast';
import { foldSpace } from '../../domain/article/paragraph.ts';
import type { SourceMedium } from '../media/source-medium.ts';
import { asLine } from '../source-document.ts';
import { mediumOfPicture } from './picture.ts';

/** A picture with its caption and its credit: `figure`, and what editors and content systems make in its place. */

const LONGEST_CAPTION = 5000;
const LONGEST_CREDIT = 500;

const CAPTION =
  /(?:^|[\s_-])(?:captions?|figcaption|cutline|legende?|bildunterschrift|bildtext|leyenda|didascalia|onderschrift)(?:$|[\s_-])/iu;
const CREDIT =
  /(?:^|[\s_-])(?:credits?|photo-?credits?|copyright|photographers?|media-credit|mediacredit|bildquelle|fotocredit|attribution)(?:$|[\s_-])/iu;

/** Whether an element of these classes holds a caption, or a credit. */
export const isCaptionName = (names: string): boolean => CAPTION.test(names);
export const isCreditName = (names: string): boolean => CREDIT.test(names);

const isElement = (node: Nodes | ElementContent): node is Element => node.type === 'element';

/** The classes of an element, as a text; names of two words may be written as one. */
const namesOf = ({ properties }: Element): string =>
  [properties['className'], properties['itemProp']]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .replace(/([a-z])(?=[A-Z])/gu, '$1-');

const isCredit = (element: Element): boolean =>
  CREDIT.test(namesOf(element)) || /^(?:cite)$/u.test(element.tagName);
const isCaption = (element: Element): boolean =>
  element.tagName === 'figcaption' || CAPTION.test(namesOf(element));

const BLOCKS = /^(?:p|div|br|li|ul|ol|td|tr|h[1-6]|figcaption|section|dd|dt)$/u;
const UNREAD = /^(?:script|style|template|svg|button|noscript)$/u;

/** The words in nodes, without those of some elements. */
function wordsOf(nodes: readonly Nodes[], isLeftOut: (element: Element) => boolean): string {
  const parts: string[] = [];
  const read = (node: Nodes) => {
    if (node.type === 'text') parts.push(node.value);
    if (!('children' in node)) return;
    if (isElement(node) && (isLeftOut(node) || UNREAD.test(node.tagName))) return;
    const isBlock = isElement(node) && BLOCKS.test(node.tagName);
    if (isBlock) parts.push(' ');
    for (const child of node.children) read(child);
    if (isBlock) parts.push(' ');
  };
  for (const node of nodes) read(node);
  return foldSpace(parts.join(''));
}

/** Every outermost element that is wanted, in order. */
function elementsIn(node: Nodes, isWanted: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    isElement(child) && isWanted(child) ? [child] : elementsIn(child as Nodes, isWanted),
  );
}

// “Photo: Ann Lind” at the end of a caption, or in brackets there. What is looked at is short.
const STATED_CREDIT =
  /^(?:photo(?:graph)?s?|fotos?|pictures?|images?|bild(?:er|quelle)?|credits?|photo credits?|crédits?(?: photo)?|illustrations?|graphic|grafik|©|\(c\))\s{0,2}(?::|by\b|\/|–|-|©)?\s{0,2}(\S.*)$/iu;
const LONGEST_TAIL = 120;

/** A caption in two, where its end states the credit in words that say that it is one. */
export function partedCaption(caption: string): { caption: string; credit?: string } {
  const last = /[)\]]\.?$/u.test(caption)
    ? Math.max(caption.lastIndexOf('('), caption.lastIndexOf('['))
    : -1;
  const starts = [
    last,
    ...['. ', '.', '! ', '? ', ' | ', ' – ', ' / '].map((sign) => {
      const at = caption.slice(0, -1).lastIndexOf(sign);
      return at < 0 ? -1 : at + (sign.startsWith(' ') ? 0 : 1);
    }),
    caption.length <= LONGEST_TAIL ? 0 : -1,
  ];
  for (const start of starts) {
    if (start < 0 || caption.length - start > LONGEST_TAIL) continue;
    const tail = caption
      .slice(start)
      .replace(/^[\s([|–/]{1,4}/u, '')
      .replace(/[)\]]?\.?$/u, '');
    const isSign = /^(?:©|\(c\))/iu.test(tail);
    const hasSign = /^[^:©/]{0,20}(?::|©|\/|\bby\b)/iu.test(tail);
    if (STATED_CREDIT.test(tail) && (isSign || hasSign))
      return { caption: caption.slice(0, start).trim(), credit: tail };
  }
  return { caption };
}

/** Words that stand under a picture, as the fields that they are. */
export function wordsUnder(
  caption: string | undefined,
  credit: string | undefined,
): Pick<SourceMedium, 'caption' | 'creditLine'> {
  const stated = asLine(credit, LONGEST_CREDIT);
  const parted =
    stated === undefined && caption
      ? partedCaption(foldSpace(caption))
      : { caption: caption ?? '' };
  const words = asLine(parted.caption, LONGEST_CAPTION);
  const line = stated ?? asLine(parted.credit, LONGEST_CREDIT);
  return { ...(words && { caption: words }), ...(line && { creditLine: line }) };
}

/** Adds to the words of a medium, of which none is lost. */
export function addWords(medium: SourceMedium, caption: string, credit: string): void {
  const isNew = (words: string, there = '') => words !== '' && !there.includes(words);
  const all = [medium.caption, isNew(caption, medium.caption) ? caption : undefined];
  const credits = [medium.creditLine, isNew(credit, medium.creditLine) ? credit : undefined];
  Object.assign(
    medium,
    wordsUnder(
      all.filter(Boolean).join(' ') || undefined,
      credits.filter(Boolean).join('; ') || undefined,
    ),
  );
}

/** Whether an element is a picture with its words, as content systems make it without `figure`. */
export const isPictureBox = ({ properties }: Element): boolean =>
  [properties['className']]
    .flat()
    .some((name) => name === 'wp-caption' || name === 'tr-caption-container');

/** Whether words stand in a figure that are neither a caption nor a credit. */
export const hasOtherWords = (figure: Element): boolean =>
  wordsOf(figure.children, (one) => isCaption(one) || isCredit(one)) !== '';

/** What holds a picture and nothing else of a text. */
const isBox = (element: Element) => element.tagName === 'figure' || isPictureBox(element);

const lastPart = (reference: string): string =>
  reference.split(/[?#]/u, 1).join('').split('/').at(-1) ?? '';

/** Pictures of one figure and of one name are sizes of one; the last is that for those who run no scripts, and whole. */
function joinSizes(media: SourceMedium[]): void {
  const byName = new Map<string, SourceMedium>();
  for (const medium of media.splice(0)) {
    const names = medium.references.map(lastPart).filter((name) => name.length > 3);
    const same = names.map((name) => byName.get(name)).find(Boolean);
    if (same) {
      same.references = [...new Set([...medium.references, ...same.references])];
      Object.assign(same, { ...medium, ...same });
    } else media.push(medium);
    for (const name of names) byName.set(name, same ?? medium);
  }
}

/** What a figure holds. */
interface Pictured {
  media: SourceMedium[];
  /** How many pictures in it are none of an article. */
  small: number;
  /** Captions that are longer than the field for them, and so are text. */
  long: Element[];
}

/** The media of a figure, with what stands under them. */
export function mediaOfFigure(figure: Element): Pictured {
  const media: SourceMedium[] = [];
  const long: Element[] = [];
  let small = 0;
  const gather = (node: Nodes, href: string | undefined, sources: readonly Element[]) => {
    if (!isElement(node)) return;
    if (node !== figure && isBox(node)) {
      const inner = mediaOfFigure(node);
      media.push(...inner.media);
      small += inner.small;
      long.push(...inner.long);
    } else if (node.tagName === 'img' || node.tagName === 'image') {
      const medium = mediumOfPicture(node, sources, href);
      if (medium === 'small') small++;
      else if (medium) media.push(medium);
    } else {
      const link = node.tagName === 'a' ? `${node.properties['href'] ?? ''}` : href;
      const offered =
        node.tagName === 'picture'
          ? node.children.filter((one) => isElement(one) && one.tagName === 'source')
          : sources;
      for (const child of node.children) gather(child, link, offered as Element[]);
    }
  };
  gather(figure, undefined, []);
  const isInner = (one: Element) => one !== figure && isBox(one);
  const captions = elementsIn(figure, (one) => isCaption(one) || isInner(one)).filter(
    (one) => !isInner(one),
  );
  const credits = [figure, ...captions].flatMap((one) =>
    elementsIn(
      one,
      (child) => isCredit(child) || isInner(child) || (one === figure && isCaption(child)),
    ).filter((child) => isCredit(child)),
  );
  const caption = captions
    .map((one) =>
      isCredit(one) ? '' : wordsOf([one], (child) => isCredit(child) || isInner(child)),
    )
    .filter(Boolean)
    .join(' ');
  const credit = [...new Set(credits)]
    .map((one) => wordsOf([one], isInner))
    .filter(Boolean)
    .join('; ');
  if (caption.length > LONGEST_CAPTION || credit.length > LONGEST_CREDIT)
    return { media, small, long: [...long, ...captions] };
  joinSizes(media);
  const [first] = media;
  if (first) addWords(first, caption, credit);
  else if (caption || credit)
    media.push({ kind: 'photograph', references: [], ...wordsUnder(caption, credit) });
  return { media, small, long };
}
