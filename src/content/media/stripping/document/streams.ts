import { type PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { type Drawings, withoutComments } from './content/drawings.ts';
import { filtersOf } from './packing/filters.ts';
import { packedAlone } from './packing/packed-end.ts';
import { strippedColours } from './pdf-colours.ts';
import { refuseManyPoints, strippedPicture } from './pdf-picture.ts';
import { pictureAlone } from './picture-end.ts';
import { tablesOf } from './resources.ts';

/**
 * Takes out of the streams of a document what they tell besides.
 *
 * @param drawings those that draw pages, forms, patterns and letters
 * @throws UnsoundFile
 */
export async function stripStreams(context: PDFContext, drawings: Drawings): Promise<void> {
  refuseManyPoints(
    context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : [])),
  );
  const tables = tablesOf(context);
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (object.dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) {
      context.delete(reference);
      continue;
    }
    const alone = PDFRawStream.of(
      object.dict,
      await packedAlone(object.contents, filtersOf(object)[0]),
    );
    const stripped = drawings.has(object)
      ? drawings.stripped(object)
      : tables.has(object)
        ? withoutComments(object)
        : (strippedPicture(alone) ?? strippedColours(alone) ?? (await pictureAlone(alone)));
    context.assign(reference, stripped ?? alone);
  }
}
