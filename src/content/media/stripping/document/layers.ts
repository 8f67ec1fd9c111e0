import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { dictionariesOf } from './dictionaries.ts';
import { KEPT, keep, valueAt } from './kept-keys.ts';

const HIDDEN =
  'The PDF has layers that are not shown: their words would be found, and anybody may switch them on.';
const [TYPE, GROUP, MEMBERSHIP] = ['Type', 'OCG', 'OCMD'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
];
const isOff = (value: PDFObject | undefined) =>
  value === PDFName.of('OFF') || value === PDFName.of('Unchanged');
const isFull = (value: PDFObject | undefined) => value instanceof PDFArray && value.size() > 0;

const itemsOf = (value: PDFObject | undefined) =>
  value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [];

/** By what a layer may be shown that nobody can foresee: how near a reader looks, who reads, in which language. */
const CIRCUMSTANCES = ['Zoom', 'User', 'Language'].map((name) => PDFName.of(name));

/** Those of them that a document goes by. */
const circumstancesOf = (shown: PDFObject | undefined) => {
  const named = new Set(
    itemsOf(valueAt(shown, 'AS')).flatMap((one) => itemsOf(valueAt(one, 'Category'))),
  );
  return CIRCUMSTANCES.filter((one) => named.has(one));
};

/** True where a layer is not shown on screens, or on paper, or not in what is made of the document. */
const isHidden = (layer: PDFDict) => {
  const usage = valueAt(layer, 'Usage');
  return ['View', 'Print', 'Export'].some((use) =>
    isOff(valueAt(valueAt(usage, use), `${use}State`)),
  );
};

/** True where something is shown as long as a layer is not. */
const isContrary = (membership: PDFDict) => {
  const policy = valueAt(membership, 'P');
  return (
    valueAt(membership, 'VE') !== undefined ||
    policy === PDFName.of('AllOff') ||
    policy === PDFName.of('AnyOff')
  );
};

/** Whether a dictionary is a layer, or says in which layers something is; some programs do not say which it is. */
function isLayer(dict: PDFDict): boolean {
  const type = valueAt(dict, 'Type');
  if (type !== undefined) return type === GROUP || type === MEMBERSHIP;
  return ['OCGs', 'VE', 'Usage'].some((key) => dict.has(PDFName.of(key)));
}

/** Layers, and what says of parts of pages, pictures, drawings and notes in which layers they are, wherever it stands. */
function layersIn(context: PDFContext): ReadonlySet<PDFDict> {
  const found = new Set<PDFDict>();
  for (const dict of dictionariesOf(context)) {
    const named = valueAt(dict, 'Properties');
    const told = named instanceof PDFDict ? named.keys().map((key) => named.lookup(key)) : [];
    for (const one of [valueAt(dict, 'OC'), ...told])
      if (one instanceof PDFDict && isLayer(one)) found.add(one);
    if (dict.has(TYPE) && isLayer(dict)) found.add(dict);
  }
  return found;
}

/** Leaves of the layers of a document what they are called. @throws UnsoundFile where one is not shown */
export function stripLayers(catalogue: PDFObject | undefined, context: PDFContext): void {
  const layers = valueAt(catalogue, 'OCProperties');
  const shown = valueAt(layers, 'D');
  mustHold(!isOff(valueAt(shown, 'BaseState')) && !isFull(valueAt(shown, 'OFF')), HIDDEN);
  const circumstances = circumstancesOf(shown);
  keep(layers, KEPT.layers);
  keep(shown, KEPT.configuration);
  for (const layer of layersIn(context)) {
    const usage = valueAt(layer, 'Usage');
    const isForSome = usage instanceof PDFDict && circumstances.some((one) => usage.has(one));
    mustHold(!isHidden(layer) && !isForSome && !isContrary(layer), HIDDEN);
    keep(layer, valueAt(layer, 'Type') === MEMBERSHIP ? KEPT.membership : KEPT.layer);
  }
}
