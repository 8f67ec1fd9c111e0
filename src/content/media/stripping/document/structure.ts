import {
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from './kept-keys.ts';

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Who may say what of a part: what the standard says itself (ISO 32000-2, 14.8.5), and no program of its own. */
const OWNERS = new Map([
  [
    'Layout',
    words(`
      O Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Padding Color SpaceBefore
      SpaceAfter StartIndent EndIndent TextIndent TextAlign BBox Width Height BlockAlign InlineAlign TBorderStyle
      TPadding BaselineShift LineHeight TextDecorationColor TextDecorationThickness TextDecorationType RubyAlign
      RubyPosition GlyphOrientationVertical ColumnCount ColumnGap ColumnWidths TextPosition
    `),
  ],
  ['List', words('O ListNumbering ContinuedList ContinuedFrom')],
  ['PrintField', words('O Role checked Checked Desc')],
  ['Table', words('O RowSpan ColSpan Headers Scope Summary Short')],
  ['Artifact', words('O Type Subtype BBox Attached')],
]);

/** Whether something is said by a program; of what is not, keys of programs go. */
function isOfOthers(value: PDFObject | undefined): boolean {
  const dict = value instanceof PDFRawStream ? value.dict : value;
  if (!(dict instanceof PDFDict)) return false;
  const owner = valueAt(dict, 'O');
  const kept = owner instanceof PDFName ? OWNERS.get(owner.decodeText()) : undefined;
  if (!kept || value instanceof PDFStream) return true;
  keep(dict, kept);
  return false;
}

/** Takes out what programs say of a part. @param key of the dictionary that says it */
function dropOthers(dict: PDFDict, key: PDFName): void {
  const said = dict.lookup(key);
  if (said instanceof PDFArray) {
    for (let at = said.size() - 1; at >= 0; at--) if (isOfOthers(said.lookup(at))) said.remove(at);
  } else if (isOfOthers(said)) dict.delete(key);
}

/**
 * Leaves of the structure of a document what readers need: kinds of parts, their words, languages and descriptions.
 *
 * @param shown the annotations that stay; it names no other
 */
export function stripStructure(
  catalogue: PDFObject | undefined,
  shown: ReadonlySet<PDFObject>,
): void {
  const root = valueAt(catalogue, 'StructTreeRoot');
  if (!(root instanceof PDFDict)) return;
  keep(root, KEPT.structureRoot);
  const classes = valueAt(root, 'ClassMap');
  if (classes instanceof PDFDict) for (const key of classes.keys()) dropOthers(classes, key);
  const namespaces = valueAt(root, 'Namespaces');
  if (namespaces instanceof PDFArray)
    for (let at = 0; at < namespaces.size(); at++) keep(namespaces.lookup(at), KEPT.namespace);
  const seen = new Set<PDFObject>();
  const open = [valueAt(root, 'K'), valueAt(root, 'ParentTree'), valueAt(root, 'IDTree')];
  for (let one = open.pop(); one || open.length > 0; one = open.pop()) {
    if (!one || seen.has(one)) continue;
    seen.add(one);
    if (one instanceof PDFArray) {
      for (let at = 0; at < one.size(); at++) open.push(one.lookup(at));
      continue;
    }
    if (!(one instanceof PDFDict)) continue;
    for (const key of ['K', 'Kids', 'Nums', 'Names', 'Ref']) open.push(valueAt(one, key));
    const object = valueAt(one, 'Obj');
    if (object && !(object instanceof PDFStream) && !shown.has(object))
      one.delete(PDFName.of('Obj'));
    if (!one.has(PDFName.of('S')) || !one.has(PDFName.of('P'))) continue;
    keep(one, KEPT.structure);
    keep(valueAt(one, 'NS'), KEPT.namespace);
    dropOthers(one, PDFName.of('A'));
  }
}
