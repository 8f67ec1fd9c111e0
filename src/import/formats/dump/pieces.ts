import { ImportFault } from '../../source-document.ts';
import { decodedPieces, NotOfEncoding, xmlEncodings } from '../encoding.ts';
import { ElementParser, type XmlElement } from '../feed/element.ts';
import type { Source } from '../source.ts';

/** An export in XML, read piece by piece: its items, and what stands around them. */

/** A piece of an export, whole; it is let go of before the next. */
export interface Piece {
  element: XmlElement;
  isItem: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNFIT_FOR_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/**
 * The pieces of an export in an encoding, and how it ends.
 *
 * @param what what it is, with its article: “a WordPress export”
 * @returns why its end is not that of XML, where it is cut off; its items are whole all the same
 * @throws ImportFault where it is not well-formed before: nobody can tell then which status is of which item
 */
export async function* piecesOf(
  source: Source,
  encoding: string,
  what: string,
): AsyncGenerator<Piece, string | undefined> {
  const pieces: Piece[] = [];
  const parser = new ElementParser({
    closed: (element, where, parent) => {
      if (where === 'item') pieces.push({ element, isItem: true });
      // What is in the outermost element, or in that of RSS, is a piece.
      if (where !== 'around' || (parent && !/^(?:rss|channel|feed)$/u.test(parent.name))) return;
      pieces.push({ element, isItem: false });
      if (parent) parent.children = [];
    },
  });
  const refuse = () => {
    if (parser.fault !== undefined)
      throw new ImportFault(
        `It is ${what} and no well-formed XML (${parser.fault.replace(/\.$/u, '')}). Export it again, or mend the line.`,
      );
  };
  for await (const text of decodedPieces(source.stream(), encoding)) {
    // Exports of old sites hold characters that XML does not allow, and no text of an archive holds.
    parser.write(text.replace(UNFIT_FOR_XML, ''));
    refuse();
    yield* pieces.splice(0);
  }
  parser.close();
  return parser.fault;
}

/** What a first reading of an export found. */
export interface Survey {
  encoding: string;
  /** How many items are whole. */
  items: number;
  /** Why its end is not that of XML, where it is cut off. */
  cut: string | undefined;
}

/**
 * Reads an export through, before its first item: whether it is well-formed, and what later items need.
 *
 * @param begin called before each reading; the bytes may turn out not to be of the encoding that was tried first
 * @throws ImportFault where it is not well-formed, or of no encoding that is known
 */
export async function surveyOf(
  source: Source,
  what: string,
  begin: () => (piece: Piece) => void,
): Promise<Survey> {
  const encodings = source.encoding ? [source.encoding] : xmlEncodings(source.head.bytes);
  for (const [at, encoding] of encodings.entries()) {
    try {
      const take = begin();
      const pieces = piecesOf(source, encoding, what);
      let items = 0;
      for (;;) {
        const { value, done } = await pieces.next();
        if (done) return { encoding, items, cut: value };
        if (value.isItem) items++;
        take(value);
      }
    } catch (error) {
      if (!(error instanceof NotOfEncoding) || at === encodings.length - 1) throw error;
    }
  }
  throw new ImportFault('Its encoding is not known.');
}
