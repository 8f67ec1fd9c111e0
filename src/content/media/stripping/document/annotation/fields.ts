import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from '../kept-keys.ts';

/** The flag of a field whose words are shown to nobody, and how deep fields stand in each other at most. */
const PASSWORD = 8192;
const DEEPEST = 50;
const NO_FIELDS = new Set<PDFObject | undefined>(
  ['Page', 'Pages', 'Catalog'].map((type) => PDFName.of(type)),
);
const VALUE = PDFName.of('V');

/** A wrong reference may lead to a page, or to what pages stand in. */
const isField = (one: PDFObject | undefined): one is PDFDict =>
  one instanceof PDFDict && !NO_FIELDS.has(valueAt(one, 'Type'));

/** A field and those that it stands in, which may say something for it. */
function lineOf(field: PDFDict): PDFDict[] {
  const line: PDFDict[] = [];
  let one: PDFObject | undefined = field;
  while (isField(one) && line.length < DEEPEST && !line.includes(one)) {
    line.push(one);
    one = valueAt(one, 'Parent');
  }
  return line;
}

/** Leaves of a field what is shown of it. */
function clearField(field: PDFDict): void {
  const line = lineOf(field);
  const flags = line.map((one) => valueAt(one, 'Ff')).find((value) => value !== undefined);
  if (flags instanceof PDFNumber && (flags.asNumber() & PASSWORD) !== 0)
    for (const one of line) one.delete(VALUE);
  keep(field, KEPT.field);
}

/** Leaves of fields, and of the fields in them, those that are still on a page. @returns whether any is left */
function pruneFields(
  fields: PDFArray,
  shown: ReadonlySet<PDFObject>,
  seen: Map<PDFArray, boolean>,
): boolean {
  const known = seen.get(fields);
  if (known !== undefined) return known;
  // What stands in itself is left by none that it holds.
  seen.set(fields, false);
  for (let at = fields.size() - 1; at >= 0; at--) {
    const field = fields.lookup(at);
    if (field instanceof PDFDict) clearField(field);
    const kids = valueAt(field, 'Kids');
    const isLeft =
      kids instanceof PDFArray
        ? pruneFields(kids, shown, seen)
        : field !== undefined && shown.has(field);
    if (!isLeft) fields.remove(at);
  }
  seen.set(fields, fields.size() > 0);
  return fields.size() > 0;
}

/** What fields are drawn with. It may be the list of a page too, which needs more of it. */
function stripResources(form: PDFObject | undefined): void {
  const all = valueAt(form, 'DR');
  if (!(form instanceof PDFDict) || !(all instanceof PDFDict)) return;
  const own = all.clone();
  keep(own, KEPT.formResources);
  form.set(PDFName.of('DR'), own);
}

/**
 * Leaves of the form of a document the fields that are shown on a page, whether the form lists them or not, and of these
 * what is shown.
 *
 * @param widgets the places of fields that are shown
 */
export function stripFields(catalogue: PDFObject | undefined, widgets: ReadonlySet<PDFDict>): void {
  const form = valueAt(catalogue, 'AcroForm');
  keep(form, KEPT.form);
  stripResources(form);
  const seen = new Map<PDFArray, boolean>();
  const listed = valueAt(form, 'Fields');
  if (listed instanceof PDFArray) pruneFields(listed, widgets, seen);
  for (const widget of widgets)
    for (const field of lineOf(widget)) {
      clearField(field);
      const kids = valueAt(field, 'Kids');
      if (kids instanceof PDFArray) pruneFields(kids, widgets, seen);
    }
}
