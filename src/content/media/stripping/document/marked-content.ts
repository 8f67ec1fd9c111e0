import { type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictionariesOf } from './dictionaries.ts';
import { KEPT, keep, valueAt } from './kept-keys.ts';

const LAYERS = new Set(['OCG', 'OCMD'].map((name) => PDFName.of(name)));

/**
 * Leaves of what drawings say of their parts by a name what readers need: words, descriptions and languages.
 *
 * @param shown annotations, which are none
 */
export function stripMarks(context: PDFContext, shown: ReadonlySet<PDFObject>): void {
  for (const dict of dictionariesOf(context)) {
    // The lists that drawings name what they say of their parts in.
    const lists = valueAt(dict, 'Properties');
    if (!(lists instanceof PDFDict)) continue;
    for (const key of lists.keys()) {
      const list = lists.lookup(key);
      const type = valueAt(list, 'Type');
      const isLayer = type instanceof PDFName && LAYERS.has(type);
      if (list && !isLayer && !shown.has(list)) keep(list, KEPT.marked);
    }
  }
}
