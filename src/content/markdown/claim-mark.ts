import type { Element } from 'hast';
import { foldSpace } from '../../domain/article/paragraph.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { placeOfWords } from '../../domain/figures/stated-words.ts';
import { figureFragment } from '../../domain/url.ts';
import { annotate, append } from './annotate.ts';
import type { Block } from './block.ts';

type Claimed = Pick<Figure, 'id' | 'asStated'>;

/** Where the words stand in a text, however accents are stored in the words or in the text. */
function placeIn(text: string, { asStated }: Claimed) {
  const words = foldSpace(asStated);
  return [words, words.normalize('NFC'), words.normalize('NFD')]
    .map((form) => placeOfWords(text, form))
    .find((place) => place !== undefined);
}

/**
 * Marks the words of a figure in its block and puts a link to the figure's row after them. If the words can hold no
 * link, the link is put at the end of the block.
 *
 * @param text of the block, with white space folded
 * @param number of the figure in its article, counted from 1
 * @param labelLang language of the site's label, if it differs from that of the text
 */
export function markClaim(
  block: Block,
  text: string,
  figure: Claimed,
  number: number,
  labelLang: string | undefined,
): void {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: {
      href: `#${figureFragment(figure.id)}`,
      className: ['to-figure'],
      ariaLabel: `Figure ${number}`,
      lang: labelLang,
      dataN: `${number}`,
    },
    children: [],
  };
  const marks: Element[] = [];
  const around = (children: Element['children']) => {
    const mark: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['claim'] },
      children,
    };
    marks.push(mark);
    return mark;
  };
  const place = placeIn(text, figure);
  if (place) annotate(block, [{ ...place, around }]);
  const last = marks.at(-1);
  if (last) last.children.push(link);
  else append(block, link);
}
