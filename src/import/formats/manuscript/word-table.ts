import { at, elementsIn, type XmlElement } from '../xml/element.ts';
import type { LeftOut } from './left-out.ts';
import { alternativeOf, isPlaceholder } from './word-alternative.ts';
import { isOn } from './word-styles.ts';
import type { WordText } from './word-text.ts';

/** A row of a table, and the cells in it. */
interface Row {
  element: XmlElement;
  cells: XmlElement[];
}

/** The rows and cells of tables of Word that are shown; what is left out is counted, and its fields are heeded. */
export class WordTable {
  readonly #text: WordText;
  readonly #left: LeftOut;

  constructor(text: WordText, left: LeftOut) {
    this.#text = text;
    this.#left = left;
  }

  /** The rows of a table. */
  rows(table: XmlElement): Row[] {
    return this.#parts(table, 'tr').flatMap((element) => {
      const isDeleted = at(element, 'trpr', 'del').length > 0;
      const isHidden = at(element, 'trpr').some((one) => isOn(one, 'hidden'));
      if (!isDeleted && !isHidden) return [{ element, cells: this.#parts(element, 'tc') }];
      return this.without(element, isDeleted ? 'deletions' : 'hidden');
    });
  }

  /** The rows of a table or the cells of a row, also where something is said of several of them. */
  #parts(element: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
    return elementsIn(element).flatMap((one) => {
      switch (one.name) {
        case name:
          return [one];
        case 'sdt': {
          if (!isPlaceholder(one))
            return at(one, 'sdtcontent').flatMap((inside) => this.#parts(inside, name));
          const blank = at(one, 'sdtcontent', 'tc').map((cell) => ({ ...cell, children: [] }));
          this.without(one, 'placeholders');
          return name === 'tc' ? blank : [];
        }
        case 'ins':
        case 'moveto':
        case 'customxml':
        case 'smarttag':
          return this.#parts(one, name);
        case 'alternatecontent':
          return this.#parts({ ...one, children: alternativeOf(one) }, name);
        case 'del':
        case 'movefrom':
          return this.without(one, 'deletions');
        default:
          return [];
      }
    });
  }

  /** Nothing of an element, which is counted; fields that begin or end in it do so. */
  without(element: XmlElement, kind: Parameters<LeftOut['add']>[0]): [] {
    this.#text.heed(element);
    this.#left.add(kind);
    return [];
  }
}
