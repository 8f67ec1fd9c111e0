import { hash } from 'node:crypto';
import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import type { PageSize } from '../../../../../domain/media/media-type.ts';
import { type DrawnPoints, drawnPoints, isLost, openedDocument } from '../../../drawn-document.ts';
import { mustHold } from '../../unsound.ts';
import { GROUND, isIcon, isPatch } from './icon.ts';
import { type Box, both, isEmpty, shownBox } from './place.ts';
import { ProofPages } from './proof-pages.ts';
import { around, hasDrawing, reachOf } from './reach.ts';
import { type Annotation, annotationsOf, isPublished, type MarkedPage } from './shown.ts';
import { uncovers } from './uncovered.ts';

/** What proving takes at most, in seconds of processor time: some hundred pages with marks, and half of what reading may. */
const MOST_SECONDS = 60;
/** Points of a drawing to each of a page, the least side of a page in them, and how many a drawing has at most. */
const [USUAL, LEAST, MOST] = [2, 600, 16_000_000];
/** How much of a page is drawn around its marks, in points of it. */
const MARGIN = 30;
/** The sides of an icon that is looked at. */
const ICON: PageSize = { width: 64, height: 64 };

const WAY_OUT =
  'Take the marks off where they hide nothing; else have a program take out what they hide, as those do that black out (“redact”), or save the page as a picture.';

/** Digests of documents in which nothing would be uncovered: some are stripped several times in a build. */
const proven = new Set<string>();

/** @throws UnsoundFile where it takes too long */
function refuseLate(begun: NodeJS.CpuUsage): void {
  const { user, system } = process.threadCpuUsage(begun);
  mustHold(
    user + system < MOST_SECONDS * 1_000_000,
    `It takes more than ${MOST_SECONDS} seconds to see what marks of the PDF hide that would go with the comments. ${WAY_OUT}`,
  );
}

function sizeOf({ width, height }: PageSize, wanted: number): PageSize {
  const scale = Math.min(wanted, Math.sqrt(MOST / (width * height)));
  const side = (points: number) => Math.max(1, Math.round(points * scale));
  return { width: side(width), height: side(height) };
}

/** Which part of a page marks lie on, and in how many points to each of its own it is drawn. */
function partOf(page: PDFDict, marks: readonly Annotation[]): { part?: Box; scale: number } {
  const shown = shownBox(page);
  const reaches = marks.flatMap(({ dict }) => reachOf(dict) ?? []);
  const [first, ...others] = reaches;
  if (!shown || !first) return { scale: USUAL };
  const { left, low, right, high } = others.reduce(around, first);
  const part = both(shown, {
    left: left - MARGIN,
    low: low - MARGIN,
    right: right + MARGIN,
    high: high + MARGIN,
  });
  const longest = Math.max(shown.right - shown.left, shown.high - shown.low);
  const scale = Math.max(USUAL, LEAST / longest);
  return isEmpty(part) || reaches.length < marks.length ? { scale } : { part, scale };
}

/** Draws pages of a document that was made to be looked at, until it is done with. */
async function lookedAt(
  pages: ProofPages,
  look: (
    draw: (page: number, sizeOf: (size: PageSize) => PageSize) => Promise<DrawnPoints>,
  ) => Promise<void>,
): Promise<void> {
  if (pages.count === 0) return;
  let document: PDFiumDocument | undefined = await openedDocument(await pages.written());
  try {
    const from = document;
    await look((page, size) => drawnPoints(from, page, size));
  } catch (error) {
    if (isLost(error)) document = undefined;
    throw error;
  } finally {
    document?.destroy();
  }
}

/** Those of some icons that are none by how they look, but patches of a colour. */
async function patchesOf(
  icons: readonly Annotation[],
  context: PDFContext,
  begun: NodeJS.CpuUsage,
): Promise<ReadonlySet<PDFDict>> {
  const drawn = icons.filter(({ dict }) => hasDrawing(dict));
  const patches = new Set<PDFDict>();
  const pages = new ProofPages(context);
  for (const icon of drawn) pages.addAlone(icon, GROUND.operand);
  await lookedAt(pages, async (draw) => {
    for (const [page, { dict }] of drawn.entries()) {
      // Of what cannot be drawn alone its page may tell more.
      if (await draw(page, () => ICON).then(isPatch, () => true)) patches.add(dict);
      refuseLate(begun);
    }
  });
  return patches;
}

/**
 * Refuses a document where a mark hides something that would be seen without it. What is hidden is told by drawing each
 * page with the marks and without them; of icons of notes nothing is thought to be hidden.
 *
 * @param bytes of the document
 * @param marked its pages that have marks, which go
 * @param context what these stand in; it is not changed
 * @throws UnsoundFile also where a page cannot be drawn, or it takes too long
 */
export async function refuseUncovering(
  bytes: Uint8Array,
  marked: readonly MarkedPage[],
  context: PDFContext,
): Promise<void> {
  const key = hash('sha256', bytes);
  if (proven.has(key)) return;
  const begun = process.threadCpuUsage();
  const icons = marked.flatMap(({ going }) => going).filter(isIcon);
  const patches = await patchesOf(icons, context, begun);
  const pages = new ProofPages(context);
  const pairs: { number: number; before: number; after: number; scale: number }[] = [];
  for (const { page, number, going } of marked) {
    const sheets = going.filter((one) => !isIcon(one) || patches.has(one.dict));
    if (sheets.length === 0) continue;
    const all = annotationsOf(page);
    const staying = all.filter((one) => isPublished(one, page));
    const seen = new Set([...sheets, ...staying].map(({ dict }) => dict));
    const { part, scale } = partOf(page, sheets);
    const marks = all.filter(({ dict }) => seen.has(dict));
    const before = pages.addPage(page, marks, part);
    pairs.push({ number, before, after: pages.addPage(page, staying, part), scale });
  }
  await lookedAt(pages, async (draw) => {
    for (const { number, before, after, scale } of pairs) {
      const drawings = [before, after].map((page) => draw(page, (size) => sizeOf(size, scale)));
      const isUncovered = await Promise.all(drawings).then(
        ([was, is]) => was && is && uncovers(was, is),
        () => undefined,
      );
      mustHold(
        isUncovered !== undefined,
        `Page ${number} of the PDF cannot be drawn, so that nobody could say what marks on it hide that would go with the comments. ${WAY_OUT}`,
      );
      mustHold(
        !isUncovered,
        `A mark on page ${number} of the PDF would go with the comments: what it covers would be seen. ${WAY_OUT}`,
      );
      refuseLate(begun);
    }
  });
  proven.add(key);
}
