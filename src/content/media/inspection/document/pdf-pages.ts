import { parentPort, workerData } from 'node:worker_threads';
import type { Fault } from '../../../../domain/fault.ts';
import type { PageSize } from '../../../../domain/media/media-type.ts';
import { strippedPdf } from '../../stripping/document/pdf.ts';
import { UnsoundFile } from '../../stripping/unsound.ts';
import { MOST_PAGES, refuseMany } from '../limit.ts';
import { active, damaged, large, MediaFault, telling } from '../media-fault.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';
import { refuseActive } from './pdf-objects.ts';

/** Reads a PDF, as it is published, in a thread of its own, which can be ended. */

/** What it is asked for. */
export interface PdfQuestion {
  data: Uint8Array;
  /** True where the file is not published: its pages are read with all that is on them, however unfit it is. */
  isUnpublished: boolean;
}

/** What it answers. */
export type PdfAnswer = { pages: PdfPage[] } | { fault: Fault };

/** A page: its words, and its size as it is shown, in points. */
export interface PdfPage {
  text: string;
  size: PageSize;
}

/** The most characters of a document: a book of a thousand pages has two million. */
const LONGEST = 20_000_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what fonts give that do not name their letters
const UNNAMED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ue000-\uf8ff]/gu;

/** A page: its words in the order in which it draws them. */
async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  let text = '';
  for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  return { text: text.replace(UNNAMED, '').trim(), size: { width, height } };
}

async function pagesOf(document: PdfDocument): Promise<PdfPage[]> {
  refuseMany('PDF', 'pages', document.numPages, MOST_PAGES);
  const pages: PdfPage[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number);
    length += page.text.length;
    if (length > LONGEST)
      throw large(
        `a PDF has at most ${LONGEST.toLocaleString('en')} characters`,
        'Part it into several files.',
      );
    pages.push(page);
  }
  return pages;
}

async function read({ data, isUnpublished }: PdfQuestion): Promise<PdfAnswer> {
  try {
    if (isUnpublished) {
      const whole = await openPdf(data);
      try {
        return { pages: await pagesOf(whole) };
      } finally {
        await whole.loadingTask.destroy();
      }
    }
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    await refuseActive(bytes);
    // What is published is what is looked at and searched, whatever else the file may show.
    const document = await openPdf(await strippedPdf(bytes));
    try {
      if (Object.keys((await document.getAttachments()) ?? {}).length > 0)
        throw active('this PDF has other files in it', 'Print it to a PDF, and take that.');
      if (await document.getJSActions())
        throw active('this PDF has a script', 'Print it to a PDF, and take that.');
      return { pages: await pagesOf(document) };
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    if (error instanceof MediaFault) return { fault: error.fault };
    if (error instanceof UnsoundFile) return { fault: telling(error.message).fault };
    const isLocked = (error as Error).name === 'PasswordException';
    const fault = isLocked
      ? active('this PDF is locked with a password', 'Save it without one.')
      : damaged('this PDF cannot be read', 'Save it anew from its original, or print it to a PDF.');
    return { fault: fault.fault };
  }
}

parentPort?.postMessage(await read(workerData as PdfQuestion));
