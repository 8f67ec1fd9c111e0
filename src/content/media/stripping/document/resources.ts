import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { dictionariesOf } from './dictionaries.ts';
import { keep, valueAt } from './kept-keys.ts';

const words = (list: string) => new Set(list.trim().split(/\s+/));
const PACKING = 'Filter DecodeParms DP Length';

/** What draws of fonts, and of what pages are drawn with (ISO 32000-2, 8.4.5, 8.7 and 9). */
const FONT = words(`
  Type Subtype Name BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CIDSystemInfo
  DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix CharProcs Resources
`);
const DESCRIPTOR = words(`
  Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight
  StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet Style Lang FD CIDSet
`);
const ENCODING = words('Type BaseEncoding Differences');
const LETTERS = words(`Type CMapName CIDSystemInfo WMode UseCMap ${PACKING}`);
const PROGRAM = words(`Subtype Length1 Length2 Length3 ${PACKING}`);
const STATE = words(`
  Type LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM SMask CA ca AIS TK UseBlackPtComp HTO
`);
const PATTERN = words(`
  Type PatternType PaintType TilingType BBox XStep YStep Resources Matrix Shading ExtGState StructParents ${PACKING}
`);
const SHADING = words(`
  ShadingType ColorSpace Background BBox AntiAlias Coords Domain Function Extend Matrix BitsPerCoordinate
  BitsPerComponent BitsPerFlag Decode VerticesPerRow ${PACKING}
`);
const MASK = words('Type S G BC TR');

const [TYPE_FONT, TYPE_DESCRIPTOR] = [PDFName.of('Font'), PDFName.of('FontDescriptor')];

const dictOf = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFRawStream ? value.dict : value instanceof PDFDict ? value : undefined;

function stripFont(font: PDFDict): void {
  keep(font, FONT);
  const encoding = valueAt(font, 'Encoding');
  keep(dictOf(encoding), encoding instanceof PDFRawStream ? LETTERS : ENCODING);
  keep(dictOf(valueAt(font, 'ToUnicode')), LETTERS);
}

function stripDescriptor(descriptor: PDFDict): void {
  keep(descriptor, DESCRIPTOR);
  for (const key of ['FontFile', 'FontFile2', 'FontFile3'])
    keep(dictOf(valueAt(descriptor, key)), PROGRAM);
}

function stripState(state: PDFDict): void {
  keep(state, STATE);
  keep(valueAt(state, 'SMask'), MASK);
}

function stripPattern(pattern: PDFDict): void {
  keep(pattern, PATTERN);
  keep(dictOf(valueAt(pattern, 'Shading')), SHADING);
  const state = valueAt(pattern, 'ExtGState');
  if (state instanceof PDFDict) stripState(state);
}

/** How what stands in each list of what is drawn with is stripped. */
const STRIPPERS = new Map<string, (dict: PDFDict) => void>([
  ['ExtGState', stripState],
  ['Pattern', stripPattern],
  ['Shading', (dict) => keep(dict, SHADING)],
]);

/** Leaves of fonts, states, patterns and shades of a document what draws. */
export function stripResources(context: PDFContext): void {
  for (const dict of dictionariesOf(context)) {
    const type = valueAt(dict, 'Type');
    if (type === TYPE_FONT && dict.has(PDFName.of('Subtype'))) stripFont(dict);
    if (type === TYPE_DESCRIPTOR) stripDescriptor(dict);
    for (const [name, strip] of STRIPPERS) {
      const list = valueAt(valueAt(dict, 'Resources'), name);
      if (!(list instanceof PDFDict)) continue;
      for (const key of list.keys()) {
        const one = dictOf(list.lookup(key));
        if (one) strip(one);
      }
    }
  }
}

/** The tables of letters of fonts, whose comments nobody reads. */
export function tablesOf(context: PDFContext): ReadonlySet<PDFRawStream> {
  const tables = new Set<PDFRawStream>();
  for (const dict of dictionariesOf(context)) {
    if (valueAt(dict, 'Type') !== TYPE_FONT) continue;
    for (const table of [valueAt(dict, 'ToUnicode'), valueAt(dict, 'Encoding')])
      if (table instanceof PDFRawStream) tables.add(table);
  }
  return tables;
}
