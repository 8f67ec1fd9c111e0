import { PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';

const words = (list: string) => new Set(list.trim().split(/\s+/));

/** What readers need of each part of a document (ISO 32000-2); all else goes. */
export const KEPT = {
  catalogue: words(`
    Type Version Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines OpenAction Lang MarkInfo
    StructTreeRoot AcroForm OCProperties OutputIntents
  `),
  names: words('Dests'),
  numbers: words('Kids Nums Limits'),
  placeNames: words('Kids Names Limits'),
  place: words('D'),
  label: words('Type S P St'),
  marking: words('Marked UserProperties Suspects'),
  outlines: words('Type First Last Count'),
  preferences: words(`
    HideToolbar HideMenubar HideWindowUI FitWindow CenterWindow DisplayDocTitle NonFullScreenPageMode Direction
    ViewArea ViewClip PrintArea PrintClip PrintScaling Duplex PickTrayByPDFSize PrintPageRange NumCopies
  `),
  pages: words('Type Parent Kids Count Resources MediaBox CropBox Rotate'),
  page: words(`
    Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents Rotate Group Annots StructParents Tabs UserUnit
  `),
  outline: words('Title Parent Prev Next First Last Count Dest A C F Type'),
  action: words('Type S D URI IsMap N State PreserveRB'),
  structureRoot: words('Type K IDTree ParentTree ParentTreeNextKey RoleMap ClassMap Namespaces'),
  namespace: words('Type NS RoleMapNS'),
  structure: words('Type S P ID Pg K A C Lang Alt E ActualText NS Ref'),
  intent: words('Type S DestOutputProfile'),
  layer: words('Type Name Intent'),
  membership: words('Type OCGs P'),
  layers: words('OCGs D'),
  configuration: words('BaseState ON Order ListMode RBGroups Intent Locked'),
  form: words('Fields DR DA Q NeedAppearances'),
  formResources: words('Font Encoding'),
  appearance: words('N'),
  caption: words('R BC BG CA I IF TP'),
  field: words(`
    Type Subtype Rect P F AP AS Border C BS H MK DA Q FT T TU V Ff Opt MaxLen Parent Kids I TI OC StructParent Lang
  `),
  picture: words(`
    Type Subtype Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte
    Filter DecodeParms DP Length StructParent OC
  `),
  marked: words('MCID ActualText Alt Lang E Type Subtype BBox Attached'),
  drawing: words(`
    Type Subtype FormType BBox Matrix Resources Group StructParent StructParents OC Filter DecodeParms DP Length
  `),
} as const;

/** Takes out of a dictionary what is not on a list. */
export function keep(dict: PDFObject | undefined, kept: ReadonlySet<string>): void {
  if (!(dict instanceof PDFDict)) return;
  for (const key of dict.keys()) if (!kept.has(key.decodeText())) dict.delete(key);
}

/** The value of a key, where its reference leads. */
export const valueAt = (dict: PDFObject | undefined, key: string): PDFObject | undefined =>
  dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined;
