import { at, elementsIn, type XmlElement } from '../xml/element.ts';

/** What is read here of what programs after Word 2007 write: drawings and their text boxes. */
const READ = new Set('wps wpg wpc wp14 w14 w15 a14 pic v o'.split(' '));

const isRead = ({ attributes }: XmlElement): boolean =>
  (attributes.get('requires') ?? '').split(/\s+/u).every((one) => one === '' || READ.has(one));

/**
 * What to read of content that is written in several ways: the first that is understood whole, else what is there for
 * readers that understand none, so that no words are lost and none are read twice.
 */
export function alternativeOf(element: XmlElement): XmlElement[] {
  const ways = elementsIn(element);
  const choices = ways.filter(({ name }) => name === 'choice');
  const way = choices.find(isRead) ?? ways.find(({ name }) => name === 'fallback') ?? choices[0];
  return way ? elementsIn(way) : [];
}

/** Whether somebody was to fill in what an element holds, and nobody did. */
export const isPlaceholder = (element: XmlElement): boolean =>
  at(element, 'sdtpr', 'showingplchdr').length > 0;
