import type { Element, ElementContent, Nodes } from 'hast';
import { foldSpace } from '../../domain/article/paragraph.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import type { SourceMedium } from '../media/source-medium.ts';
import {
  addWords,
  isCaptionName,
  isCreditName,
  LONGEST_CAPTION,
  LONGEST_CREDIT,
  wordsUnder,
} from './caption.ts';
import { mediumOfPicture } from './picture.ts';
import { isRecording, mediumOfRecording } from './recording.ts';

/** A picture with its caption and its credit: `figure`, and what editors and content systems make in its place. */

const isElement = (node: Nodes | ElementContent): node is Element => node.type === 'element';

/** The classes of an element, as a text; names of two words may be written as one. */
const namesOf = ({ properties }: Element): string =>
  [properties['className'], properties['itemProp']]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .replace(/([a-z])(?=[A-Z])/gu, '$1-');

const isCredit = (element: Element): boolean =>
  isCreditName(namesOf(element)) || /^(?:cite)$/u.test(element.tagName);
const isCaption = (element: Element): boolean =>
  element.tagName === 'figcaption' || isCaptionName(namesOf(element));

const BLOCKS = /^(?:p|div|br|li|ul|ol|td|tr|h[1-6]|figcaption|section|dd|dt)$/u;
const UNREAD = /^(?:script|style|template|svg|button|noscript|audio|video)$/u;

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
  let played: MediumKind | undefined;
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
    } else if (isRecording(node)) {
      played = node.tagName === 'video' ? 'video' : 'audio';
      const medium = mediumOfRecording(node);
      if (medium) media.push(medium);
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
    media.push({ kind: played ?? 'photograph', references: [], ...wordsUnder(caption, credit) });
  return { media, small, long };
}
