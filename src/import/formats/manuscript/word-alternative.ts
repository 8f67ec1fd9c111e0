import { PART } from '../../media/part.ts';
import { at, elementsIn, within, type XmlElement } from '../xml/element.ts';
import { picture } from './block.ts';

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

/**
 * The pictures of a drawing as HTML, and how many of what it shows are none.
 *
 * @param parts the parts of the file that are pictures, by their numbers
 */
export function picturesIn(
  drawing: XmlElement,
  parts: ReadonlyMap<string, string>,
): { html: string; others: number } {
  const said = within(drawing, 'docpr', 'cnvpr')
    .map(({ attributes }) => attributes.get('descr') ?? '')
    .find((text) => text.trim() !== '');
  const found = within(drawing, 'blip', 'imagedata').flatMap(
    ({ attributes }) => parts.get(attributes.get('embed') ?? attributes.get('id') ?? '') ?? [],
  );
  const shown = within(drawing, 'pic', 'chart', 'relids', 'imagedata').length;
  return {
    html: found.map((name) => picture(`${PART}${name}`, said)).join(''),
    others: Math.max(0, shown - found.length),
  };
}
