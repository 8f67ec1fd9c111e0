import { ImportFault, type Reading } from '../../source-document.ts';
import type { XmlElement } from '../feed/element.ts';
import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import { type Piece, piecesOf, surveyOf } from './pieces.ts';

/** How the items of an export are read. */
interface Reader {
  /** Takes what later items need, in a first reading of all. */
  take: (piece: Piece) => void;
  read: (item: XmlElement, sha256: string) => Reading;
}

/**
 * The items of an export in XML, one after another. It is read twice, piece by piece, since an item may need what stands
 * behind it.
 *
 * @param what what it is, with its article: “a WordPress export”
 */
export async function* partsOfDump(
  source: Source,
  what: string,
  open: () => Reader,
): AsyncGenerator<Part> {
  let reader = open();
  const { encoding, items, cut } = await surveyOf(source, what, () => {
    reader = open();
    return reader.take;
  });
  const sha256 = await source.sha256();
  const isSole = items === 1 && cut === undefined;
  let number = 0;
  for await (const { element, isItem } of piecesOf(source, encoding, what)) {
    if (!isItem) continue;
    number++;
    const place = isSole ? '' : `, item ${number}`;
    yield { place, isSole, read: () => reader.read(element, sha256) };
  }
  if (cut !== undefined) yield cutOff(number, cut);
  else if (number === 0) throw new ImportFault(`It is ${what} without items.`);
}

/** The item at which an export is cut off. */
const cutOff = (whole: number, cut: string): Part => ({
  place: `, item ${whole + 1}`,
  isSole: false,
  read: () => {
    throw new ImportFault(
      `Here the export is cut off (${cut.replace(/\.$/u, '')}). ${whole === 0 ? 'No item before is whole' : 'The items before are whole'}. Export it again, in parts if that takes too long.`,
    );
  },
});
