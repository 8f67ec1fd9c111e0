import { PDFArray, PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { KEPT, keep, valueAt } from './kept-keys.ts';

/** Who may say something of a part: what the standard says itself (ISO 32000-2, 14.8.5), and no program of its own. */
const OWNERS = new Set(['Layout', 'List', 'PrintField', 'Table', 'Artifact']);

const isOfOthers = (value: PDFObject | undefined): boolean => {
  const owner = valueAt(value instanceof PDFStream ? value.dict : value, 'O');
  return (
    (value instanceof PDFDict || value instanceof PDFStream) &&
    !(owner instanceof PDFName && OWNERS.has(owner.decodeText()))
  );
};

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
    for (const key of ['K', 'Kids', 'Nums', 'Names']) open.push(valueAt(one, key));
    const object = valueAt(one, 'Obj');
    if (object && !(object instanceof PDFStream) && !shown.has(object))
      one.delete(PDFName.of('Obj'));
    if (!one.has(PDFName.of('S')) || !one.has(PDFName.of('P'))) continue;
    keep(one, KEPT.structure);
    dropOthers(one, PDFName.of('A'));
  }
}
