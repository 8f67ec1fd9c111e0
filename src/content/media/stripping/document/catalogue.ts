import { PDFArray, PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from './kept-keys.ts';

/** The parts of a tree of names or numbers, which may stand in each other. */
function* partsOf(tree: PDFObject | undefined): Generator<PDFDict> {
  const seen = new Set<PDFObject>();
  const open = [tree];
  for (let one = open.pop(); one; one = open.pop()) {
    if (!(one instanceof PDFDict) || seen.has(one)) continue;
    seen.add(one);
    yield one;
    const kids = valueAt(one, 'Kids');
    if (kids instanceof PDFArray)
      for (let at = 0; at < kids.size(); at++) open.push(kids.lookup(at));
  }
}

/** Leaves of how pages are counted what is shown of it. */
function stripLabels(tree: PDFObject | undefined): void {
  for (const part of partsOf(tree)) {
    keep(part, KEPT.numbers);
    const labels = valueAt(part, 'Nums');
    if (labels instanceof PDFArray)
      for (let at = 1; at < labels.size(); at += 2) keep(labels.lookup(at), KEPT.label);
  }
}

/** Leaves of places in the document that have names where they are. @param isTree whether they stand in a tree */
function stripPlaces(named: PDFObject | undefined, isTree: boolean): void {
  if (!isTree) {
    if (named instanceof PDFDict)
      for (const key of named.keys()) keep(named.lookup(key), KEPT.place);
    return;
  }
  for (const part of partsOf(named)) {
    keep(part, KEPT.placeNames);
    const places = valueAt(part, 'Names');
    if (places instanceof PDFArray)
      for (let at = 1; at < places.size(); at += 2) keep(places.lookup(at), KEPT.place);
  }
}

/** Leaves of the catalogue, and of what stands in it alone, what readers need. */
export function stripCatalogue(catalogue: PDFObject | undefined): void {
  keep(catalogue, KEPT.catalogue);
  keep(valueAt(catalogue, 'Names'), KEPT.names);
  keep(valueAt(catalogue, 'ViewerPreferences'), KEPT.preferences);
  keep(valueAt(catalogue, 'MarkInfo'), KEPT.marking);
  keep(valueAt(catalogue, 'Outlines'), KEPT.outlines);
  stripLabels(valueAt(catalogue, 'PageLabels'));
  stripPlaces(valueAt(catalogue, 'Dests'), false);
  stripPlaces(valueAt(valueAt(catalogue, 'Names'), 'Dests'), true);
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
