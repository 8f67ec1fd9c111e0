import { PDFArray, type PDFObject } from '@cantoo/pdf-lib';
import { dropTexts, KEPT, keep, valueAt } from './kept-keys.ts';

/** Leaves of the catalogue, and of what stands in it alone, what readers need. */
export function stripCatalogue(catalogue: PDFObject | undefined): void {
  keep(catalogue, KEPT.catalogue);
  keep(valueAt(catalogue, 'Names'), KEPT.names);
  dropTexts(valueAt(catalogue, 'ViewerPreferences'));
  const intents = valueAt(catalogue, 'OutputIntents');
  if (intents instanceof PDFArray)
    for (let at = 0; at < intents.size(); at++) keep(intents.lookup(at), KEPT.intent);
  const seen = new Set<PDFObject>();
  const open = [valueAt(valueAt(catalogue, 'Outlines'), 'First')];
  for (let one = open.pop(); one; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    keep(one, KEPT.outline);
    for (const key of ['Next', 'First']) {
      const other = valueAt(one, key);
      if (other) open.push(other);
    }
  }
}
