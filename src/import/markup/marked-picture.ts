import type { Element, Root as Hast } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { SourceMedium } from '../media/source-medium.ts';
import { hasOtherWords, isPictureBox, mediaOfFigure } from './figure.ts';
import { mediumOfPicture } from './picture.ts';
import { isRecording, mediumOfRecording } from './recording.ts';

/** Pictures of a piece of HTML, taken out as media; a mark stands where each was, until a body is made. */

const PICTURES = new Set(['img', 'picture', 'image', 'audio', 'video']);
/** What makes a figure more than a picture. */
const TEXT_OF_FIGURE = new Set(['table', 'blockquote', 'pre', 'p', 'ul', 'ol']);

const MARK = 'medium:';

/** A picture that stands in HTML for the medium of a number, until a body is made of that. */
export const markOf = (number: number): string => `<img src="${MARK}${number}">`;

/** The number of the medium that an address stands for. */
export const markedBy = (address: unknown): number | undefined => {
  const [, number] = /^medium:(\d{1,6})$/u.exec(`${address}`) ?? [];
  return number === undefined ? undefined : Number(number);
};

/** The media of a tree, each taken out for a mark of it; how many pictures in it are none of an article. */
export function takePictures(tree: Hast, media: SourceMedium[]): number {
  const known = media.length;
  let small = 0;
  const marks = (found: readonly SourceMedium[]): Element[] =>
    found.map((medium) => {
      media.push(medium);
      const src = `${MARK}${media.length - 1}`;
      return { type: 'element', tagName: 'img', properties: { src }, children: [] };
    });
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (isPictured(node) || isPictureBox(node)) {
      const found = mediaOfFigure(node);
      small += found.small;
      const long = found.long.map((one): Element => ({ ...one, tagName: 'div' }));
      const kept = [...marks(found.media), ...long];
      parent.children.splice(index, 1, ...kept);
      return [SKIP, index + kept.length];
    }
    if (!PICTURES.has(node.tagName)) return undefined;
    if (known > (markedBy(node.properties['src']) ?? known)) return SKIP;
    if (isRecording(node)) {
      const recording = mediumOfRecording(node);
      const kept = recording ? marks([recording]) : [];
      parent.children.splice(index, 1, ...kept);
      return [SKIP, index + kept.length];
    }
    const within = node.tagName === 'picture' ? picturesIn(node) : { img: node, sources: [] };
    const href = parent.type === 'element' ? parent.properties['href'] : undefined;
    const medium =
      within.img && mediumOfPicture(within.img, within.sources, href ? `${href}` : undefined);
    if (medium === 'small') small++;
    const kept = medium && medium !== 'small' ? marks([medium]) : [];
    parent.children.splice(index, 1, ...kept);
    return [SKIP, index + kept.length];
  });
  return small;
}

/** The picture of an element that offers several forms of it, and those forms. */
function picturesIn(picture: Element): { img: Element | undefined; sources: Element[] } {
  const inside = picture.children.filter((one) => one.type === 'element');
  return {
    img: inside.find(({ tagName }) => tagName === 'img'),
    sources: inside.filter(({ tagName }) => tagName === 'source'),
  };
}

/** Whether a figure is a picture with its caption; others hold tables, quotations or code. */
function isPictured(node: Element): boolean {
  if (node.tagName !== 'figure') return false;
  let holdsText = false;
  visit(node, 'element', (child) => {
    if (child.tagName === 'figcaption' || isRecording(child)) return SKIP;
    if (TEXT_OF_FIGURE.has(child.tagName)) holdsText = true;
    return undefined;
  });
  return !holdsText && !hasOtherWords(node);
}
