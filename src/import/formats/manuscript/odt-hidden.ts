import { elementsIn, within, type XmlElement } from '../xml/element.ts';
import type { LeftOut } from './left-out.ts';

/** What a text of LibreOffice holds and shows to nobody. */

const CHANGES = new Map([
  ['insertion', 'insertions'],
  ['deletion', 'deletions'],
] as const);

/** Counts the changes that are tracked: what was deleted stands there and nowhere else. */
export function countChanges(tracked: XmlElement, left: LeftOut): void {
  for (const [change, kind] of CHANGES) {
    const count = within(tracked, change).length;
    if (count > 0) left.add(kind, count);
  }
}

/** Whether a section is hidden, which is counted. */
export function isHiddenSection({ attributes }: XmlElement, left: LeftOut): boolean {
  const display = attributes.get('display');
  const isHidden =
    display === 'none' || (display === 'condition' && attributes.get('is-hidden') !== 'false');
  if (isHidden) left.add('hidden');
  return isHidden;
}

/** Whether a field hides the paragraph that it is in; those in its boxes and notes hide the paragraphs there. */
export const hidesItself = (element: XmlElement): boolean =>
  elementsIn(element).some((one) => {
    if (one.name === 'p' || one.name === 'h') return false;
    if (one.name === 'hidden-paragraph') return one.attributes.get('is-hidden') !== 'false';
    return hidesItself(one);
  });
