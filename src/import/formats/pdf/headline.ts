import type { Paragraph } from './paragraph.ts';

/** How much larger than the text a headline is, and a heading. */
const HEADLINE = 1.25;
const HEADING = 1.12;
const LONGEST = 300;

const lettersOf = ({ lines }: Paragraph) => lines.join(' ').match(/\p{L}/gu)?.length ?? 0;
const isHeading = (one: Paragraph, usual: number) =>
  one.role === 'heading' ||
  (one.role === 'text' &&
    one.size > usual * HEADING &&
    lettersOf(one) > 1 &&
    lettersOf(one) < LONGEST);

/** The headline of a text: the largest type of its first page. */
export function headlineIn(paragraphs: readonly Paragraph[], usual: number): Paragraph | undefined {
  const [first] = paragraphs;
  const candidates = paragraphs.filter(
    (one) =>
      one.page === first?.page &&
      lettersOf(one) > 2 &&
      lettersOf(one) < LONGEST &&
      (one.size > usual * HEADLINE || one.role === 'heading'),
  );
  return candidates.reduce<Paragraph | undefined>(
    (largest, one) => (!largest || one.size > largest.size * 1.02 ? one : largest),
    undefined,
  );
}

/** The first page on which several headlines of like size stand, as on a page of a newspaper. */
export function pageOfSeveral(
  paragraphs: readonly Paragraph[],
  headline: Paragraph | undefined,
  usual: number,
): number | undefined {
  if (!headline) return undefined;
  const counts = new Map<number, number>();
  for (const one of paragraphs)
    if (one.size > usual * HEADLINE && one.size > headline.size * 0.7 && lettersOf(one) > 5)
      counts.set(one.page, (counts.get(one.page) ?? 0) + 1);
  return [...counts].find(([, count]) => count > 2)?.[0];
}

/** Paragraphs in larger type are headings. */
export const withHeadings = (paragraphs: readonly Paragraph[], usual: number): Paragraph[] =>
  paragraphs.map((one) => (isHeading(one, usual) ? { ...one, role: 'heading' } : one));
