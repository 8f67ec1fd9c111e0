import { elementsIn, type XmlElement } from '../xml/element.ts';
import type { LeftOut } from './left-out.ts';
import { countChanges, isHiddenSection } from './odt-styles.ts';
import { rowsOf } from './odt-table.ts';
import { SHAPES } from './odt-text.ts';

/** What holds paragraphs in a box of text. */
const HOLDERS =
  /^(?:section|numbered-paragraph|list|list-item|list-header|index-body|bibliography)$/u;

/** What is drawn and stands by itself, as a paragraph that holds it. */
export const around = (drawn: XmlElement): XmlElement => ({
  ...drawn,
  name: 'p',
  attributes: new Map(),
  children: [drawn],
});

/** The paragraphs in a box of text; what is hidden there stays out. Boxes in it are read with what they stand in. */
export function paragraphsIn(box: XmlElement, left: LeftOut): XmlElement[] {
  return elementsIn(box).flatMap((one) => {
    if (one.name === 'p' || one.name === 'h') return [one];
    if (SHAPES.has(one.name)) return [around(one)];
    if (one.name === 'tracked-changes') countChanges(one, left);
    if (one.name === 'table')
      return rowsOf(one, left)
        .flatMap(({ cells }) => cells)
        .flatMap(({ element, isCovered }) => (isCovered ? [] : paragraphsIn(element, left)));
    const isRead = HOLDERS.test(one.name) && !isHiddenSection(one, left);
    return isRead ? paragraphsIn(one, left) : [];
  });
}
