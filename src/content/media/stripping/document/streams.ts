import { type PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Drawings } from './content/drawings.ts';
import { filtersOf } from './filters.ts';
import { packedAlone } from './packed-end.ts';
import { strippedColours } from './pdf-colours.ts';
import { refuseManyPoints, strippedPicture } from './pdf-picture.ts';
import { pictureAlone } from './picture-end.ts';

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
      : (strippedPicture(alone) ?? strippedColours(alone) ?? (await pictureAlone(alone)));
    context.assign(reference, stripped ?? alone);
  }
}
