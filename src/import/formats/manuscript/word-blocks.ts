import { at, elementsIn, within, type XmlElement } from '../xml/element.ts';
import { tag } from '../xml/html.ts';
import { type Block, isShown, limited, textBlock } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { alternativeOf, isPlaceholder } from './word-alternative.ts';
import { WordNumbers } from './word-numbers.ts';
import { isOn, type Lists, lettersOf, type Style, type Styles, settingOf } from './word-styles.ts';
import { WordTable } from './word-table.ts';
import type { WordText } from './word-text.ts';

const TITLE = /^(?:title|headline|titel|schlagzeile|überschrift|titre|título|titolo)$/u;
const QUOTATION = /^(?:intense )?quote$|^block text$|^quotations?$/u;
const HEADING = /^heading ([1-9])$/u;
const CAPTION = /^caption$/u;
const CONTENTS = /^(?:toc (?:\d|heading)|table of figures|index \d)$/u;

/** Word makes no table wider. */
const MOST_COLUMNS = 63;
/** So many styles of tables within tables are asked. */
const MOST_AROUND = 100;

/** The blocks of a document of Word, in order; some go on into the next paragraph. */
export class WordBlocks {
  readonly #text: WordText;
  readonly #styles: Styles;
  readonly #numbers: WordNumbers;
  readonly #left: LeftOut;
  readonly #table: WordTable;
  /** The styles of the tables that what is read stands in, the innermost first. */
  #around: readonly Style[] = [];
  /** What stands before the next paragraph, whose beginning it is. */
  #begun = '';
  #isInContents = false;

  constructor(text: WordText, styles: Styles, lists: Lists, left: LeftOut) {
    this.#text = text;
    this.#styles = styles;
    this.#numbers = new WordNumbers(lists);
    this.#left = left;
    this.#table = new WordTable(text, left);
  }

  /** The blocks of an element of the body. */
  read(element: XmlElement): Block[] {
    switch (element.name) {
      case 'p':
        return this.#paragraph(element);
      case 'tbl':
        return this.#tableBlock(element);
      case 'sdt': {
        if (
          /contents/iu.test(
            settingOf(at(element, 'sdtpr', 'docpartobj')[0], 'docpartgallery') ?? '',
          )
        ) {
          return this.#table.without(element, 'contents');
        }
        if (!isPlaceholder(element))
          return at(element, 'sdtcontent').flatMap((one) => this.#children(one));
        return this.#table.without(element, 'placeholders');
      }
      case 'altchunk':
        this.#left.add('files');
        return [];
      case 'ins':
      case 'moveto':
      case 'customxml':
      case 'smarttag':
        return this.#children(element);
      case 'alternatecontent':
        return alternativeOf(element).flatMap((one) => this.read(one));
      default:
        return [];
    }
  }

  /** What was begun and has no paragraph after it. */
  rest(): Block[] {
    const html = this.#begun;
    this.#begun = '';
    return isShown(html) ? [textBlock(html)] : [];
  }

  #children(element: XmlElement): Block[] {
    return elementsIn(element).flatMap((one) => this.read(one));
  }

  #paragraph(paragraph: XmlElement): Block[] {
    const [own] = at(paragraph, 'ppr');
    const chain = this.#styles.chain(settingOf(own, 'pstyle'));
    const html =
      this.#begun +
      this.#text.inline(elementsIn(paragraph), lettersOf([...chain, ...this.#around]));
    this.#begun = '';
    if (chain.some(({ name }) => CONTENTS.test(name))) {
      if (!this.#isInContents) this.#left.add('contents');
      this.#isInContents = true;
      return this.#captions();
    }
    this.#isInContents = false;
    // A paragraph whose end is deleted goes on in the next; a large first letter stands in a paragraph of its own.
    const isOpen =
      own &&
      (at(own, 'rpr', 'del').length > 0 ||
        at(own, 'framepr').some(({ attributes }) =>
          /^(?:drop|margin)$/u.test(attributes.get('dropcap') ?? ''),
        ));
    if (isOpen) {
      this.#begun = html;
      return this.#captions();
    }
    return [...(isShown(html) ? [this.#block(own, chain, html)] : []), ...this.#captions()];
  }

  #block(own: XmlElement | undefined, chain: readonly Style[], html: string): Block {
    const names = chain.map(({ name }) => name);
    const [heading] = names.flatMap((name) => HEADING.exec(name)?.[1] ?? []);
    const outline = [own, ...chain.map(({ paragraph }) => paragraph)]
      .flatMap((one) => settingOf(one, 'outlinelvl') ?? [])
      .map((one) => limited(one, 0, 9, 9))[0];
    if (names.some((name) => TITLE.test(name))) return { kind: 'title', level: 1, html };
    if (heading !== undefined) return { kind: 'heading', level: Number(heading), html };
    if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1, html };
    if (names.some((name) => CAPTION.test(name))) return { kind: 'caption', level: 1, html };
    if (names.some((name) => QUOTATION.test(name))) return { kind: 'quotation', level: 1, html };
    const item = this.#numbers.next(own, chain);
    return item ? { kind: 'item', ...item, html } : textBlock(html);
  }

  /** The captions in text boxes, where pictures that stand free have them; other boxes stay out. */
  #captions(): Block[] {
    const { boxes } = this.#text;
    this.#text.boxes = [];
    return boxes.flatMap((box) => {
      const isCaption = (one: XmlElement) =>
        this.#styles
          .chain(settingOf(at(one, 'ppr')[0], 'pstyle'))
          .some(({ name }) => CAPTION.test(name));
      const captionsIn = (element: XmlElement): XmlElement[] =>
        elementsIn(element).flatMap((one) => {
          if (one.name === 'p' && isCaption(one)) return [one];
          if (one.name === 'tbl')
            return this.#table.rows(one).flatMap(({ cells }) => cells.flatMap(captionsIn));
          if (one.name === 'alternatecontent')
            return captionsIn({ ...one, children: alternativeOf(one) });
          return one.name === 'sdt' && isPlaceholder(one) ? [] : captionsIn(one);
        });
      if (within(box, 'p').some((one) => !isCaption(one) && within(one, 't').length > 0))
        this.#left.add('boxes');
      return captionsIn(box).flatMap((one) => this.#paragraph(one));
    });
  }

  #tableBlock(table: XmlElement): Block[] {
    const around = this.#around;
    const style = settingOf(at(table, 'tblpr')[0], 'tblstyle');
    if (style) this.#around = [...this.#styles.chain(style), ...around].slice(0, MOST_AROUND);
    const blocks = this.#rowBlocks(table);
    this.#around = around;
    return blocks;
  }

  #rowBlocks(table: XmlElement): Block[] {
    const rows = this.#table.rows(table);
    const [only] = rows[0]?.cells ?? [];
    // A frame around text is no table.
    if (only && rows.length === 1 && rows[0]?.cells.length === 1) return this.#children(only);
    const isNamed =
      at(table, 'tblpr', 'tbllook').some(({ attributes }) => attributes.get('firstrow') === '1') ||
      rows
        .slice(0, 1)
        .some(({ element }) => at(element, 'trpr').some((one) => isOn(one, 'tblheader')));
    const html = rows
      .map(({ cells }, index) =>
        tag(
          'tr',
          cells.map((cell) => this.#cell(cell, isNamed && index === 0 ? 'th' : 'td')).join(''),
        ),
      )
      .join('');
    return isShown(html) ? [{ kind: 'table', level: 1, html: tag('table', html) }] : [];
  }

  #cell(cell: XmlElement, name: 'th' | 'td'): string {
    const [own] = at(cell, 'tcpr');
    const span = limited(settingOf(own, 'gridspan'), 1, MOST_COLUMNS);
    const isDeleted = own && at(own, 'celldel').length > 0;
    const blocks = isDeleted
      ? this.#table.without(cell, 'deletions')
      : [...this.#children(cell), ...this.rest()];
    const html = blocks
      .map((block) => (block.kind === 'table' ? block.html : tag('p', block.html)))
      .join('');
    return tag(name, html, span > 1 ? [['colspan', `${span}`]] : []);
  }
}
