import {
  openPdf,
  type PdfDocument,
} from '../../../content/media/inspection/document/pdf-document.ts';
import { own } from '../../../domain/own.ts';
import { ImportFault } from '../../source-document.ts';
import { orderOf } from './column.ts';
import { withLargeLetters } from './large-letter.ts';
import { isRecognised } from './layer.ts';
import { asLetters, refuseDisordered } from './letter-form.ts';
import type { Line } from './line.ts';
import { withoutMargins } from './margin.ts';
import { type Page, readPage } from './page.ts';
import { type Paragraph, paragraphsOf } from './paragraph.ts';
import { taggedParagraphs } from './tagged.ts';

/** The text of a PDF, and what was found of it. */
export interface PdfText {
  paragraphs: Paragraph[];
  /** What stands in the margins of its pages, and turned upon them. */
  margins: Line[];
  /** All lines at the upper and lower edges of its pages. */
  edges: string[];
  turned: string[];
  /** What the tags of its structure do not have, and lists of contents. */
  outside: string[];
  pages: Page[];
  /** Pages whose order may be another. */
  unsure: number[];
  isTagged: boolean;
  /** Whether a program recognised it on pictures. */
  isRecognised: boolean;
  title: string;
  author: string;
  made: string;
  lang: string;
  files: number;
}

const MOST_PAGES = 2000;
/** The most characters of an article. */
const LONGEST = 2_000_000;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Bytes opened as a PDF. Throws an `ImportFault` where they are locked, damaged, or no PDF of pages. */
async function opened(data: Uint8Array, asked: Set<string>): Promise<PdfDocument> {
  try {
    return await openPdf(data, asked);
  } catch (error) {
    const { name } = error as Error;
    throw new ImportFault(
      name === 'PasswordException'
        ? 'It is a PDF that is locked with a password; save it without one.'
        : 'It is a PDF that is damaged; export it again.',
    );
  }
}

async function refuseOthers(document: PdfDocument): Promise<unknown> {
  const { info } = await document.getMetadata();
  if (own(info, 'IsXFAPresent') === true)
    throw new ImportFault(
      'It is a PDF that is a form to be filled in (XFA); print it to a PDF, and import that.',
    );
  if (own(info, 'IsCollectionPresent') === true)
    throw new ImportFault(
      'It is a PDF that holds other files (a portfolio); save these, and import them.',
    );
  if (document.numPages > MOST_PAGES)
    throw new ImportFault(
      `It is a PDF of ${document.numPages} pages; an article has at most ${MOST_PAGES}. Split it.`,
    );
  return info;
}

/** Letters of which no font says what they are, and signs that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is counted
const UNNAMED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ue000-\uf8ff]/gu;
const MOST_UNNAMED = 0.05;
/** Signs of which no text has more than it has letters; points lead from a title to its page. */
const OTHERS = /[^\p{L}\p{M}\p{N}\s.…·_-]/gu;
const FEW = 10;

/** @throws ImportFault where pages have no text, or letters that are none */
function refuseUnreadable(pages: readonly Page[], asked: ReadonlySet<string>): void {
  if (asked.size > 0)
    throw new ImportFault(
      `It is a PDF whose fonts need tables of Chinese, Japanese or Korean letters that it does not bring (${[...asked].join(', ')}), so that words would be lost; save its text as a .txt file.`,
    );
  const all = pages.flatMap(({ pieces, turned }) => [
    ...pieces.map((piece) => piece.text),
    ...turned,
  ]);
  const length = all.reduce((sum, one) => sum + one.length, 0);
  if (length === 0)
    throw new ImportFault(
      'It is a PDF whose pages are pictures; have its text recognised (OCR), and import that.',
    );
  const countOf = (signs: RegExp) =>
    all.reduce((sum, one) => sum + (one.match(signs)?.length ?? 0), 0);
  const others = countOf(OTHERS);
  const unnamed = countOf(UNNAMED);
  if (unnamed > length * MOST_UNNAMED || (others > FEW && others > countOf(/[\p{L}\p{N}]/gu)))
    throw new ImportFault(
      'It is a PDF whose fonts do not say which letters they are; save its text as a .txt file.',
    );
}

/** Reads the text of a PDF. @throws ImportFault where it has none, or cannot be read */
export async function readPdfText(data: Uint8Array): Promise<PdfText> {
  const asked = new Set<string>();
  const document = await opened(data, asked);
  try {
    const info = await refuseOthers(document);
    const pages: Page[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(document, number);
      pages.push(page);
      length += page.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
      if (length > LONGEST)
        throw new ImportFault(
          `It is a PDF whose text is longer than an article’s, which has at most ${LONGEST.toLocaleString('en')} characters (page ${number} of ${document.numPages}); split it.`,
        );
    }
    refuseUnreadable(pages, asked);
    refuseDisordered(pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)));
    for (const page of pages) for (const piece of page.pieces) piece.text = asLetters(piece.text);
    const recognised = await isRecognised(document);
    const { pages: bare, left, edges } = withoutMargins(pages);
    const kept = bare.map((page) => ({ ...page, pieces: withLargeLetters(page.pieces) }));
    const tagged = await taggedParagraphs(document, kept);
    const found = tagged ? [] : kept.map((page) => orderOf(page.pieces, page.number));
    return {
      paragraphs: tagged?.paragraphs ?? paragraphsOf(found.flatMap(({ lines }) => lines)),
      margins: left,
      edges,
      outside: tagged?.outside ?? [],
      turned: pages.flatMap(({ turned }) => turned),
      pages,
      unsure: found.flatMap(({ isUnsure }, index) => (isUnsure ? [index + 1] : [])),
      isTagged: tagged !== undefined,
      isRecognised: recognised,
      title: text(own(info, 'Title')),
      author: text(own(info, 'Author')),
      made: text(own(info, 'CreationDate')),
      lang: text(own(info, 'Language')),
      files: Object.keys((await document.getAttachments()) ?? {}).length,
    };
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw new ImportFault('It is a PDF that is damaged; export it again.');
  } finally {
    await document.loadingTask.destroy();
  }
}
