import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { mustHold } from '../unsound.ts';
import { KEPT, keep, valueAt } from './kept-keys.ts';

const HIDDEN =
  'The PDF has layers that are not shown: their words would be found, and anybody may switch them on.';
const isOff = (value: PDFObject | undefined) =>
  value === PDFName.of('OFF') || value === PDFName.of('Unchanged');
const isFull = (value: PDFObject | undefined) => value instanceof PDFArray && value.size() > 0;

/** True where a layer is not shown on screens, or on paper. */
const isHidden = (layer: PDFObject) => {
  const usage = valueAt(layer, 'Usage');
  return (
    isOff(valueAt(valueAt(usage, 'View'), 'ViewState')) ||
    isOff(valueAt(valueAt(usage, 'Print'), 'PrintState'))
  );
};

/** True where something is shown as long as a layer is not. */
const isContrary = (membership: PDFObject) => {
  const policy = valueAt(membership, 'P');
  return (
    valueAt(membership, 'VE') !== undefined ||
    policy === PDFName.of('AllOff') ||
    policy === PDFName.of('AnyOff')
  );
};

/** Leaves of the layers of a document what they are called. @throws UnsoundFile where one is not shown */
export function stripLayers(catalogue: PDFObject | undefined, context: PDFContext): void {
  const layers = valueAt(catalogue, 'OCProperties');
  const shown = valueAt(layers, 'D');
  mustHold(!isOff(valueAt(shown, 'BaseState')) && !isFull(valueAt(shown, 'OFF')), HIDDEN);
  keep(layers, KEPT.layers);
  keep(shown, KEPT.configuration);
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const type = valueAt(object, 'Type');
    mustHold(type !== PDFName.of('OCMD') || !isContrary(object), HIDDEN);
    if (type !== PDFName.of('OCG')) continue;
    mustHold(!isHidden(object), HIDDEN);
    keep(object, KEPT.layer);
  }
}
