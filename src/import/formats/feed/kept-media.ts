import { shownWords } from '../../../domain/problem.ts';
import { type KeptBack, KeptFiles } from '../kept-back.ts';
import type { Skipped } from '../skipped.ts';
import { isHeld } from '../status.ts';
import type { XmlElement } from './element.ts';
import {
  elementFault,
  isMedium,
  isOfMedia,
  isValidity,
  periodOf,
  statedFault,
  within,
} from './item-status.ts';

/** Pictures, sounds and films beside an item of a feed that its source keeps back. */
export interface KeptMedia {
  kept: KeptBack[];
  /** What of the item is not read: they themselves, and all that tells of them. */
  left: XmlElement[];
}

const attribute = ({ attributes }: XmlElement, wanted: string) =>
  attributes.find(([name]) => name === wanted)?.[1]?.trim() ?? '';

/** Why a restriction of Media RSS keeps a picture from some readers, and so from all of an archive that everybody reads. */
function restrictionFault(element: XmlElement): Skipped | undefined {
  if (element.name !== 'restriction' || !isOfMedia(element)) return undefined;
  const words = element.text.trim().toLowerCase();
  const isDenial = attribute(element, 'relationship').toLowerCase() === 'deny';
  // “all” and “none” stand alone, or each of several is one.
  if (words === (isDenial ? 'none' : 'all')) return undefined;
  return { as: 'withdrawn', skipped: 'it may not be shown everywhere (media:restriction)' };
}

/** Why something is not public after the day until which it is valid. */
function endFault(element: XmlElement): Skipped | undefined {
  const end = isValidity(element) ? periodOf(element, 'end') : '';
  return end !== '' && (!isHeld(end) || Number.isNaN(Date.parse(end)))
    ? { as: 'withdrawn', skipped: `it was valid until ${shownWords(end)}` }
    : undefined;
}

function mediumFault(medium: XmlElement): Skipped | undefined {
  for (const one of [medium, ...within(medium)]) {
    const fault =
      elementFault(one) ?? statedFault(one, medium) ?? restrictionFault(one) ?? endFault(one);
    if (fault) return fault;
  }
  return undefined;
}

/** The addresses that an element and those in it give. */
const addressesIn = (element: XmlElement): string[] =>
  [element, ...within(element)].flatMap((one) =>
    [attribute(one, 'url'), attribute(one, 'href')].filter(Boolean),
  );

/** What of an item its source keeps back beside its text. The sizes of a picture are one picture. */
export function keptMedia(item: XmlElement): KeptMedia {
  const media = item.children.filter(isMedium);
  const found = media.flatMap((medium) => {
    const fault = mediumFault(medium);
    return fault ? [{ medium, kept: { ...fault, references: addressesIn(medium) } }] : [];
  });
  const files = new KeptFiles(found.map(({ kept }) => kept));
  const isLast = found.length > 0 && found.length === media.length;
  const left = item.children.filter(
    (child) =>
      found.some(({ medium }) => medium === child) ||
      // An enclosure is the same file once more; of the only picture all tells that stands beside it.
      (isEnclosure(child) && addressesIn(child).some((one) => files.mayBe(one))) ||
      (isLast && isOfMedia(child)),
  );
  return { kept: found.map(({ kept }) => kept), left };
}

const isEnclosure = (element: XmlElement) =>
  element.name === 'enclosure' ||
  (element.name === 'link' && attribute(element, 'rel') === 'enclosure');
