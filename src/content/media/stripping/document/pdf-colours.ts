import { deflateSync } from 'node:zlib';
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { strippedProfile } from '../picture/colour-profile.ts';
import { filtersOf, unpacked } from './packing/filters.ts';

const [TYPE, COUNT, FILTER, PARAMETERS, SHORT_PARAMETERS] = [
  'Type',
  'N',
  'Filter',
  'DecodeParms',
  'DP',
].map((name) => PDFName.of(name)) as [PDFName, PDFName, PDFName, PDFName, PDFName];

/**
 * A colour profile of a PDF (ICC) without what it tells of device, program and owner.
 *
 * @returns undefined where a stream is none
 * @throws UnsoundFile
 */
export function strippedColours(stream: PDFRawStream): PDFRawStream | undefined {
  const { dict } = stream;
  // Streams of objects have a number of that name too.
  if (!dict.has(COUNT) || dict.has(TYPE)) return undefined;
  const profile = strippedProfile(unpacked(stream, filtersOf(stream).length));
  for (const key of [PARAMETERS, SHORT_PARAMETERS]) dict.delete(key);
  dict.set(FILTER, PDFName.of('FlateDecode'));
  return PDFRawStream.of(dict, deflateSync(profile));
}
