import { basename } from 'node:path';
import { bodyOfHtml } from '../../markup/markup.ts';
import type { LocalFile, SourceMedium } from '../../media/source-medium.ts';
import { asLanguage, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { type Part, sole } from '../format.ts';
import { type Block, htmlOfBlocks } from '../manuscript/block.ts';
import { filedTitle } from '../manuscript/properties.ts';
import { whyNotByName } from '../manuscript/unpublished.ts';
import { heldByLine, heldByMargin } from '../mark.ts';
import { dayInName, whyNotByPlace } from '../markdown/unpublished.ts';
import { ofBytes } from '../skipped.ts';
import type { Source } from '../source.ts';
import { escaped } from '../xml/html.ts';
import { headlineIn, pageOfSeveral, withHeadings } from './headline.ts';
import { Hyphens } from './hyphen.ts';
import { usualSize } from './line.ts';
import { isPoint, type Paragraph } from './paragraph.ts';
import { type PdfText, readPdfText } from './pdf.ts';

const MOST_MARKED = 3;

const counted = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [count === 1 ? `one ${one}` : `${count.toLocaleString('en')} ${more}`];
const MOST_SHOWN = 3;
/** How many pieces of text were left out, with the first words that differ by more than their numbers. */
function withWords(texts: readonly string[], one: string, more: string): string[] {
  const shown = new Map<string, string>();
  for (const text of texts) {
    const words = asLine(text, 60);
    const key = text.replace(/\p{N}+/gu, '#');
    if (words && shown.size < MOST_SHOWN && !shown.has(key)) shown.set(key, `“${words}”`);
  }
  return counted(texts.length, one, more).map(
    (note) => `${note}: ${[...shown.values()].join(', ')}`,
  );
}
const MOST_NAMED = 10;
const namedPages = (pages: readonly number[]): string =>
  `page${pages.length > 1 ? 's' : ''} ${pages.slice(0, MOST_NAMED).join(', ')}${pages.length > MOST_NAMED ? ` and ${pages.length - MOST_NAMED} more` : ''}`;

/** Why a PDF was not published: what is printed on its pages says so. */
function whyNot({ turned, edges, outside, paragraphs }: PdfText) {
  return (
    [...turned, turned.join(''), ...edges, ...outside].map(heldByMargin).find(Boolean) ??
    paragraphs
      .slice(0, MOST_MARKED)
      .map(({ lines }) => heldByLine(lines.join(' ')))
      .find(Boolean)
  );
}

function notesOf(found: PdfText, hyphens: Hyphens, several: number | undefined): string[] {
  const { pages, margins, outside, turned, unsure, made, author } = found;
  const sum = (of: (page: PdfText['pages'][number]) => number) =>
    pages.reduce((all, page) => all + of(page), 0);
  const blank = pages.filter((page) => page.pieces.length === 0).map(({ number }) => number);
  // What PDF writes before a day is of no use to a reader.
  const day = asTime(/^D:(\d{8})/u.exec(made)?.[1])?.date;
  const by = asLine(author, 100);
  return [
    ...(found.isRecognised
      ? ['its text is what a program recognised on pictures of its pages: read it against them']
      : []),
    ...(several === undefined
      ? []
      : [`page ${several} has several headlines: it may hold several articles`]),
    ...(unsure.length > 0
      ? [
          `the order of its text is not sure on ${namedPages(unsure)}: columns or tables without clear gaps are read line by line`,
        ]
      : []),
    ...(blank.length > 0
      ? [`no text on ${namedPages(blank)}: what stands there is a picture, or nothing`]
      : []),
    ...withWords(
      margins.map(({ text }) => text),
      'line in the margin of a page left out',
      'lines in the margins of pages left out',
    ),
    ...withWords(
      outside,
      'piece of text left out, which is of no paragraph by its tags',
      'pieces of text left out, which are of no paragraph by its tags',
    ),
    ...counted(turned.length, 'piece of turned text left out', 'pieces of turned text left out'),
    ...counted(
      sum(({ redacted }) => redacted),
      'piece of text below a redaction left out',
      'pieces of text below redactions left out',
    ),
    ...counted(
      sum(({ unnamed }) => unnamed),
      'sign above a letter left out, which its font does not name',
      'signs above letters left out, which their fonts do not name',
    ),
    ...counted(
      hyphens.kept,
      'hyphen at the end of a line kept, which may be that of the line alone',
      'hyphens at the ends of lines kept, which may be those of the lines alone',
    ),
    ...counted(
      sum(({ annotations }) => annotations.comments),
      'comment left out',
      'comments left out',
    ),
    ...counted(
      sum(({ annotations }) => annotations.fields),
      'field of a form left out',
      'fields of a form left out',
    ),
    ...counted(
      sum(({ annotations }) => annotations.links),
      'link left out',
      'links left out',
    ),
    ...counted(found.files, 'attached file left out', 'attached files left out'),
    ...(by ? [`its file names “${by}” as its author, who may not be that of the article`] : []),
    ...(day ? [`its file was made on ${day}, which may not be the day of publication`] : []),
  ];
}

function blockOf({ role, level, lines }: Paragraph, hyphens: Hyphens): Block {
  const text = hyphens.text(lines);
  if (role !== 'item') return { kind: role, level, html: escaped(text) };
  const [sign = ''] = isPoint(text) ? (/^\S+ /u.exec(text) ?? []) : [];
  const number = Number(/^\(?(\d{1,3})[.)]/u.exec(sign)?.[1]);
  // A letter before an item is no number: it stays in its words.
  const words = /\p{L}/u.test(sign) && sign.trim() !== 'o' ? text : text.slice(sign.length);
  return { kind: 'item', level: 1, number: number || undefined, html: escaped(words) };
}

/** What a PDF holds besides what its readers see, for which it cannot be published as it is. */
function hiddenIn({ pages, files }: PdfText): string | undefined {
  const has = (of: (page: PdfText['pages'][number]) => number) =>
    pages.some((page) => of(page) > 0);
  const held = [
    ...(has(({ redacted }) => redacted)
      ? ['words below a redaction that was not carried out']
      : []),
    ...(has(({ annotations }) => annotations.comments) ? ['comments'] : []),
    ...(has(({ annotations }) => annotations.fields) ? ['fields of a form'] : []),
    ...(files > 0 ? ['attached files'] : []),
  ];
  return held.length > 0 ? `it holds ${held.join(', ')}, which stay out of the text` : undefined;
}

function articleOf(
  found: PdfText,
  name: string,
  file: { sha256: string; local: LocalFile },
): Reading {
  const usual = usualSize(
    found.paragraphs.map(({ size, lines }) => ({ size, text: lines.join(' ') })),
  );
  const headline = headlineIn(found.paragraphs, usual);
  const hyphens = new Hyphens(found.paragraphs.flatMap(({ lines }) => lines));
  const title = headline && asLine(hyphens.text(headline.lines), 300);
  const rest = withHeadings(
    found.paragraphs.filter((one) => one !== headline),
    usual,
  );
  const read = bodyOfHtml(htmlOfBlocks(rest.map((one) => blockOf(one, hyphens))), undefined);
  if (read.body.children.length === 0)
    return { skipped: 'it has no text besides its headline', as: 'blank' };
  const filed = filedTitle(found.title);
  const hidden = hiddenIn(found);
  const original: SourceMedium = {
    kind: found.isRecognised ? 'facsimile' : 'document',
    references: [basename(name)],
    local: file.local,
    caption: title ?? filed,
  };
  return {
    document: {
      sha256: file.sha256,
      ...(hidden === undefined ? { original } : { unkept: hidden }),
      title: title ?? filed,
      date: dayInName(name),
      lang: asLanguage(found.lang),
      named: noNames(),
      body: read.body,
      notes: [
        ...(title === undefined && filed ? ['its headline is the title that its file has'] : []),
        ...notesOf(found, hyphens, pageOfSeveral(found.paragraphs, headline, usual)),
      ],
    },
  };
}

/** The one article of a PDF. */
export async function* partsOfPdf(source: Source): AsyncGenerator<Part> {
  const { head, path } = source;
  const withheld = whyNotByPlace(head.name, path) ?? whyNotByName(head.name, path);
  const sha256 = await source.sha256();
  if (withheld) {
    yield sole(() => ofBytes(withheld, sha256));
    return;
  }
  yield sole(async () => {
    // Copied, since what reads it takes the bytes away.
    const bytes = await source.bytes();
    const found = await readPdfText(new Uint8Array(bytes));
    return whyNot(found) ?? articleOf(found, path ?? head.name, { sha256, local: { bytes } });
  });
}
