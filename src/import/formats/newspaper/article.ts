import type { Root } from 'mdast';
import { shownWords } from '../../../domain/problem.ts';
import { bodyOfHtml } from '../../markup/markup.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine, noNames, type Reading } from '../../source-document.ts';
import { type Block, htmlOfBlocks } from '../manuscript/block.ts';
import { Hyphens } from '../pdf/hyphen.ts';
import { sha256Of } from '../source.ts';
import { escaped } from '../xml/html.ts';
import type { TextBlock } from './alto.ts';
import { placesOf, type Scan } from './scan.ts';

/** A piece of an article: what it is, and the blocks of pages in which it stands. */
export interface Piece {
  kind: 'headline' | 'heading' | 'text';
  blocks: TextBlock[];
}

type Shown = Pick<Piece, 'blocks'>;

/** What a library says of an article, or of its issue. */
export interface Said {
  title?: string | undefined;
  author?: string | undefined;
  publisher?: string | undefined;
  date?: string | undefined;
  /** What is stated where no day is: the month (`YYYY-MM`) or the year. */
  period?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  edition?: string | undefined;
  /** The pages on which it stands, as its issue numbers them. */
  page?: string | undefined;
  lang?: string | undefined;
  subjects?: string[];
  notes: string[];
}

/** The mean confidence of words below which it is told. */
const LOW = 0.8;

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a paragraph goes on in the next block: the end of a column parts it. */
const goesOn = (text: string, next: string): boolean =>
  /[\p{L},;-]$/u.test(text) && /^\p{Ll}/u.test(next);

/** Pieces with those joined that the end of a column parts. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const before = found.at(-1);
    const text = before?.blocks.at(-1)?.lines.at(-1) ?? '';
    const next = piece.blocks[0]?.lines[0] ?? '';
    if (before?.kind === 'text' && piece.kind === 'text' && goesOn(text, next))
      for (const block of piece.blocks) before.blocks.push(block);
    else found.push({ ...piece, blocks: [...piece.blocks] });
  }
  return found;
}

/** The scans of an article, each with the places of its paragraphs. */
function mediaOf(scans: readonly Scan[], shown: readonly Shown[], body: Root): SourceMedium[] {
  // Each block of HTML became one of the body, or nobody can say which is which.
  const isSame = shown.length === body.children.length;
  return scans.map((scan) => ({
    ...scan.medium,
    places: body.children.flatMap((block, index) => {
      const { blocks = [] } = isSame && block.type === 'paragraph' ? (shown[index] ?? {}) : {};
      return placesOf(blocks, scan).map((place) => ({ ...place, block }));
    }),
  }));
}

/**
 * An article, or a page, of words that were recognised on a scan.
 *
 * @param scans of the pages on which it stands
 */
export function articleOf(
  pieces: readonly Piece[],
  said: Said,
  scans: readonly Scan[] = [],
): Reading {
  const all = pieces.flatMap(({ blocks }) => blocks);
  const hyphens = new Hyphens(all.flatMap(({ lines }) => lines));
  const texts = joined(pieces).map(({ kind, blocks }) => ({
    kind,
    blocks,
    text: hyphens.text(blocks.flatMap(({ lines }) => lines)),
  }));
  const printed = texts
    .filter(({ kind }) => kind === 'headline')
    .map(({ text }) => text)
    .join(' ');
  const shown = texts.filter(({ kind, text }) => kind !== 'headline' && text !== '');
  const blocks = shown.map(
    ({ kind, text }): Block => ({
      kind: kind === 'heading' ? 'heading' : 'text',
      level: 1,
      html: escaped(text),
    }),
  );
  const { body } = bodyOfHtml(htmlOfBlocks(blocks), undefined);
  if (!blocks.some(({ html }) => /[\p{L}\p{N}]/u.test(html)))
    return { skipped: 'it has no words', as: 'blank' };
  const rated = all.reduce((sum, block) => sum + block.rated, 0);
  const mean = all.reduce((sum, block) => sum + block.confidence, 0) / rated;
  // Of a headline that was not recognised nothing is left but signs.
  const title = said.title ?? (/\p{L}{2}/u.test(printed) ? asLine(printed, 300) : undefined);
  return {
    document: {
      // Of the words themselves: an issue is one file, and a page holds several articles.
      sha256: sha256Of(Buffer.from(JSON.stringify(texts.map(({ text }) => text)))),
      title,
      date: said.date,
      published: said.date,
      author: said.author,
      publisher: said.publisher,
      volume: said.volume,
      issue: said.issue,
      edition: said.edition,
      page: said.page,
      lang: said.lang,
      ...(said.subjects && said.subjects.length > 0 && { subjects: said.subjects }),
      named: noNames(),
      body,
      ...(scans.length > 0 && { media: mediaOf(scans, shown, body) }),
      notes: [
        ...said.notes,
        ...(said.title && printed !== '' && letters(printed) !== letters(said.title)
          ? [`its headline as it was recognised: “${shownWords(printed)}”`]
          : []),
        ...(mean < LOW
          ? [
              `its text was recognised with a mean confidence of ${mean.toFixed(2)} a word (1 is sure): read it against the page`,
            ]
          : []),
        ...(hyphens.kept > 0
          ? [
              `${hyphens.kept === 1 ? 'one hyphen at the end of a line' : `${hyphens.kept} hyphens at the ends of lines`} kept, which may be of the line alone`,
            ]
          : []),
      ],
    },
  };
}
