/** PDFs that tests make by hand: pages of words set in one font. */

/** Words at a place of a page, in points from its lower left, in a size, as further operators say. */
export type Placed = readonly [x: number, y: number, size: number, words: string, before?: string];

const escaped = (words: string) => words.replace(/[\\()]/gu, '\\$&');

/** What a page draws: words where they stand. */
export const drawn = (sets: readonly Placed[]): string =>
  sets
    .map(
      ([x, y, size, words, before = '']) =>
        `BT ${before} /F1 ${size} Tf ${before.includes('Tm') ? '' : `1 0 0 1 ${x} ${y} Tm`} (${escaped(words)}) Tj ET`,
    )
    .join('\n');

/** Lines below each other from a place. */
export const column = (x: number, y: number, lines: readonly string[], size = 10): Placed[] =>
  lines.map((words, index) => [x, y - index * size * 1.2, size, words]);

export interface Made {
  /** The dictionary of the font that words are set in. */
  font?: string;
  /** What stands in a page’s dictionary besides: annotations, a mark for its structure. */
  page?: string;
  /** What stands in the catalogue and in the trailer besides. */
  catalogue?: string;
  trailer?: string;
  /** Further objects, from number 100. */
  objects?: readonly string[];
}

/** A PDF of pages, each given as what it draws. */
export function pdf(
  pages: readonly string[],
  {
    font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    page = '',
    catalogue = '',
    trailer = '',
    objects = [],
  }: Made = {},
): Buffer {
  const numbered: [number, string][] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [
      2,
      `<< /Type /Pages /Kids [${pages.map((_, index) => `${10 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ],
    [3, font],
    ...pages.flatMap((content, index): [number, string][] => [
      [
        10 + index * 2,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> /Properties << /L1 100 0 R >> >> /Contents ${11 + index * 2} 0 R ${page} >>`,
      ],
      [
        11 + index * 2,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ],
    ]),
    ...objects.map((object, index): [number, string] => [100 + index, object]),
  ];
  let text = '%PDF-1.7\n';
  const places = new Map<number, number>();
  for (const [number, object] of numbered) {
    places.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const table = [...places].map(
    ([number, at]) => `${number} 1\n${`${at}`.padStart(10, '0')} 00000 n \n`,
  );
  const start = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size 1000 /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
