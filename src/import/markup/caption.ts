import { foldSpace } from '../../domain/article/paragraph.ts';
import type { SourceMedium } from '../media/source-medium.ts';
import { asLine } from '../source-document.ts';

/** What stands under a picture: a caption, and to whom it is credited. */

export const LONGEST_CAPTION = 5000;
export const LONGEST_CREDIT = 500;

const CAPTION =
  /(?:^|[\s_-])(?:captions?|figcaption|cutline|legende?|bildunterschrift|bildtext|leyenda|didascalia|onderschrift)(?:$|[\s_-])/iu;
const CREDIT =
  /(?:^|[\s_-])(?:credits?|photo-?credits?|copyright|photographers?|media-credit|mediacredit|bildquelle|fotocredit|attribution)(?:$|[\s_-])/iu;

/** Whether an element of these classes holds a caption, or a credit. */
export const isCaptionName = (names: string): boolean => CAPTION.test(names);
export const isCreditName = (names: string): boolean => CREDIT.test(names);

// “Photo: Ann Lind” at the end of a caption, or in brackets there. What is looked at is short.
const STATED_CREDIT =
  /^(?:photo(?:graph)?s?|fotos?|pictures?|images?|bild(?:er|quelle)?|credits?|photo credits?|crédits?(?: photo)?|illustrations?|graphic|grafik|©|\(c\))\s{0,2}(?::|by\b|\/|–|-|©)?\s{0,2}(\S.*)$/iu;
const LONGEST_TAIL = 120;

/** What parts a credit from the words before it; some of it opens the credit itself. */
const PARTS = new Set('.!?([|–/');
const OPENS = new Set('([|–/');

/** A caption in two, where its end states the credit in words that say that it is one. */
function partedCaption(caption: string): { caption: string; credit?: string } {
  const first = Math.max(0, caption.length - LONGEST_TAIL);
  const starts = first === 0 ? [0] : [];
  for (let at = first; at < caption.length; at++)
    if (PARTS.has(caption[at] ?? '')) starts.push(OPENS.has(caption[at] ?? '') ? at : at + 1);
  for (const start of starts.toReversed()) {
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
