import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

/**
 * All dictionaries of a document: those that are objects of their own, those of streams, and those that stand in others or
 * in lists, at whatever depth.
 */
export function* dictionariesOf(context: PDFContext): Generator<PDFDict> {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const open: PDFObject[] = [object];
    for (let one = open.pop(); one; one = open.pop()) {
      if (one instanceof PDFArray) for (const part of one.asArray()) open.push(part);
      const dict = one instanceof PDFRawStream ? one.dict : one;
      if (!(dict instanceof PDFDict)) continue;
      yield dict;
      for (const [, value] of dict.entries()) open.push(value);
    }
  }
}
