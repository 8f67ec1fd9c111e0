import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from './kept-keys.ts';

const LAYERS = new Set(['OCG', 'OCMD'].map((name) => PDFName.of(name)));

/** The lists that drawings name what they say of their parts in; they may stand in what lists all that is drawn with. */
function* listsIn(object: PDFObject): Generator<PDFDict> {
  const open: PDFObject[] = [object];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one instanceof PDFArray) for (const part of one.asArray()) open.push(part);
    const dict = one instanceof PDFRawStream ? one.dict : one;
    if (!(dict instanceof PDFDict)) continue;
    const lists = valueAt(dict, 'Properties');
    if (lists instanceof PDFDict) yield lists;
    for (const [, value] of dict.entries()) open.push(value);
  }
}

/**
 * Leaves of what drawings say of their parts by a name what readers need: words, descriptions and languages.
 *
 * @param shown annotations, which are none
 */
export function stripMarks(context: PDFContext, shown: ReadonlySet<PDFObject>): void {
  for (const [, object] of context.enumerateIndirectObjects())
    for (const lists of listsIn(object))
      for (const key of lists.keys()) {
        const list = lists.lookup(key);
        const type = valueAt(list, 'Type');
        const isLayer = type instanceof PDFName && LAYERS.has(type);
        if (list && !isLayer && !shown.has(list)) keep(list, KEPT.marked);
      }
}
