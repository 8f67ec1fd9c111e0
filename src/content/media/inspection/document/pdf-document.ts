import { getDocument } from 'unpdf/pdfjs';

export type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Takes down which tables of letters fonts ask for. There are none here: what such a font writes would be lost. */
const tablesAskedFor = (asked: Set<string>) =>
  class {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
      if (kind === 'cMapUrl') asked.add(filename.replace(/\.bcmap$/u, ''));
      return Promise.reject(new Error(`There is no ${filename}.`));
    }
  };

/**
 * Opens bytes as a PDF, to read its text. Whoever opens it ends it: `document.loadingTask.destroy()`.
 *
 * @param data which is taken away
 * @param asked takes the names of tables of letters that its fonts need and do not bring
 * @throws what pdf.js throws: a `PasswordException` where it is locked
 */
export const openPdf = (data: Uint8Array, asked: Set<string> = new Set()): Promise<PdfDocument> =>
  getDocument({
    data,
    // Of a text nothing is drawn, so that no picture is unpacked and no font is looked for.
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: tablesAskedFor(asked),
    // Without an address nothing is asked for.
    cMapUrl: 'none/',
    enableXfa: false,
    verbosity: 0,
  }).promise;
