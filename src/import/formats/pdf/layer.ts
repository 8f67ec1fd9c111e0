import { OPS } from 'unpdf/pdfjs';
import type { PdfDocument } from '../../../content/media/inspection/document/pdf-document.ts';
import { ImportFault } from '../../source-document.ts';
import type { PdfPage } from './page.ts';

/** What a page draws that nobody sees. */

/** Text that is drawn without being seen: a scan’s recognised words lie so over their picture. */
const UNSEEN = new Set([3, 7]);

interface Drawn {
  seen: number;
  unseen: number;
  /** Letters on layers that are switched off. */
  off: number;
}

async function drawnOn(page: PdfPage, isShown: (layer: unknown) => boolean): Promise<Drawn> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Drawn = { seen: 0, unseen: 0, off: 0 };
  const layers: boolean[] = [];
  let mode = 0;
  const modes: number[] = [];
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index];
    if (fn === OPS.save) modes.push(mode);
    else if (fn === OPS.restore) mode = modes.pop() ?? 0;
    else if (fn === OPS.setTextRenderingMode) mode = Number(args?.[0]);
    else if (fn === OPS.beginMarkedContent) layers.push(true);
    else if (fn === OPS.beginMarkedContentProps)
      layers.push(args?.[0] !== 'OC' || args[1] === null || isShown(args[1]));
    else if (fn === OPS.endMarkedContent) layers.pop();
    else if (fn === OPS.showText) {
      const count = (args?.[0] as unknown[] | undefined)?.length ?? 0;
      if (layers.includes(false)) found.off += count;
      else if (UNSEEN.has(mode)) found.unseen += count;
      else found.seen += count;
    }
  }
  page.cleanup();
  return found;
}

/** On how many pages is looked, whether their text is that of a scan. */
const LOOKED_AT = 2;

/**
 * Whether the text is what a program recognised on pictures of pages. Throws an `ImportFault` where layers that are
 * switched off have text: it cannot be told from the rest.
 */
export async function isRecognised(document: PdfDocument): Promise<boolean> {
  const layers = await document.getOptionalContentConfig();
  // Words may also be switched off by a layer that is on: where they are for no such layer, or for an expression of several.
  const hasLayers = [...(layers as unknown as Iterable<unknown>)].length > 0;
  const isShown = (layer: unknown) => layers.isVisible(layer as never) !== false;
  let [seen, unseen] = [0, 0];
  for (
    let number = 1;
    number <= (hasLayers ? document.numPages : Math.min(LOOKED_AT, document.numPages));
    number++
  ) {
    const drawn = await drawnOn(await document.getPage(number), isShown);
    if (drawn.off > 0)
      throw new ImportFault(
        `It is a PDF with words on a layer that is switched off (page ${number}), which cannot be told from the others; save it without that layer.`,
      );
    seen += drawn.seen;
    unseen += drawn.unseen;
  }
  return unseen > seen;
}
