import {
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFWriter,
} from '@cantoo/pdf-lib';

/** A smaller picture is a rule or a sign. */
const LEAST = 48;
/** One of more points is no picture that a site can show: unpacking it could take all memory. */
const MOST_POINTS = 400_000_000;
/** What hides a part of a picture, or all of it, or says when it is shown. */
const HIDING = ['SMask', 'Mask', 'SMaskInData', 'OC', 'Alternates'].map((key) => PDFName.of(key));

function sizeOf(object: PDFObject): { width: number; height: number } | undefined {
  if (!(object instanceof PDFRawStream)) return undefined;
  const of = (key: string) => {
    const value = object.dict.lookup(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  const [width, height] = [of('Width'), of('Height')];
  const isLooked = Math.max(width, height) >= LEAST && Math.min(width, height) >= 1;
  return isLooked && width * height <= MOST_POINTS ? { width, height } : undefined;
}

/**
 * A PDF that has each picture of another on a page of its own, whole and without its mask, whether a page shows it or not.
 *
 * @returns undefined where it has none
 * @throws where it cannot be read
 */
export async function pictureSheets(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { context } = await PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
  });
  const sheets = context.nextRef();
  const pages = context.enumerateIndirectObjects().flatMap(([reference, object]) => {
    const size = sizeOf(object);
    if (!size || !(object instanceof PDFRawStream)) return [];
    for (const key of HIDING) object.dict.delete(key);
    object.dict.set(PDFName.of('Subtype'), PDFName.of('Image'));
    const scale = 1000 / Math.max(size.width, size.height);
    const [width, height] = [Math.max(1, size.width * scale), Math.max(1, size.height * scale)];
    const drawing = context.stream(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`);
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: sheets,
        MediaBox: [0, 0, width, height],
        Resources: { XObject: { I: reference } },
        Contents: context.register(drawing),
      }),
    );
  });
  if (pages.length === 0) return undefined;
  context.assign(sheets, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }));
  context.trailerInfo = {
    Root: context.register(context.obj({ Type: 'Catalog', Pages: sheets })),
  };
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}
