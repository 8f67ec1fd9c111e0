import { wordsUnder } from '../../markup/caption.ts';
import { textOfHtml, unescaped } from '../../markup/markup.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import type { Meaning } from './synonym.ts';

const IS_PICTURE =
  /^[^\s<>"]{1,1000}\.(?:jpe?g|png|gif|webp|avif|tiff?|svg)(?:\?[^\s<>"]{0,500})?$/iu;
const bare = (text: string) => (text.includes('<') ? textOfHtml(text) : unescaped(text));

/** What the first field of a meaning gives that gives anything. */
type Take = (
  meaning: Meaning,
  read: (text: string | undefined) => string | undefined,
) => string | undefined;

/** The leading picture of an item, with what stands under it; its words alone are left for notes. */
export function pictureIn(take: Take): SourceMedium[] {
  const reference = take('picture', (text = '') =>
    IS_PICTURE.test(text.trim()) ? text.trim() : undefined,
  );
  if (reference === undefined) return [];
  const line = (meaning: Meaning, longest: number) =>
    take(meaning, (text) => asLine(text && bare(text), longest));
  return [
    {
      kind: 'photograph',
      references: [reference],
      place: 'head',
      altText: line('pictureAlt', 2000),
      ...wordsUnder(line('pictureCaption', 5000), line('pictureCredit', 500)),
    },
  ];
}
