import { elementsIn, within, type XmlElement } from '../xml/element.ts';
import { tag } from '../xml/html.ts';
import { type Block, isShown, limited } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { around, paragraphsIn } from './odt-box.ts';
import {
  countChanges,
  hidesItself,
  isHiddenSection,
  type OdtStyles,
  wordsOf,
} from './odt-styles.ts';
import { rowsOf } from './odt-table.ts';
import { type OdtText, SHAPES } from './odt-text.ts';

const TITLE = /^(?:title|headline|titel|schlagzeile|überschrift|titre|título|titolo)$/u;
const QUOTATION = /^(?:quotations?|quote|intense quote|block text)$/u;
const HEADING = /^heading ([1-9])$/u;
const CAPTION = /^(?:caption|illustration|figure|table|drawing|text)$/u;
const CONTENTS =
  /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/u;
const MOST_NUMBER = 1_000_000;

/** What stands in the box of a picture: its caption. */
const captionBlock = (html: string): Block => ({ kind: 'caption', level: 1, html });

/** The blocks of a text of LibreOffice, in order. */
export class OdtBlocks {
  readonly #text: OdtText;
  readonly #styles: OdtStyles;
  readonly #left: LeftOut;
  /** The last number of each list. */
  readonly #counts = new Map<string, number>();

  constructor(text: OdtText, styles: OdtStyles, left: LeftOut) {
    this.#text = text;
    this.#styles = styles;
    this.#left = left;
  }

  /** The blocks of an element of the body. */
  read(element: XmlElement): Block[] {
    const { name } = element;
    if (name === 'p' || name === 'h') return this.#paragraph(element);
    if (name === 'list') return this.#list(element, 1, '');
    if (name === 'table') return this.#table(element);
    if (CONTENTS.test(name)) {
      this.#left.add('contents');
      return [];
    }
    if (name === 'tracked-changes') {
      countChanges(element, this.#left);
      return [];
    }
    if (name === 'section' || name === 'numbered-paragraph')
      return isHiddenSection(element, this.#left)
        ? []
        : elementsIn(element).flatMap((one) => this.read(one));
    if (name === 'bibliography')
      return elementsIn(element)
        .filter((one) => one.name === 'index-body')
        .flatMap(elementsIn)
        .flatMap((one) => this.read(one));
    return SHAPES.has(name) ? this.#paragraph(around(element)) : [];
  }

  #paragraph(paragraph: XmlElement): Block[] {
    const style = paragraph.attributes.get('style-name');
    if (this.#styles.isHidden('paragraph', style) || hidesItself(paragraph)) {
      this.#left.add('hidden');
      return [];
    }
    const html = this.#text.inline(paragraph, this.#styles.isStruck('paragraph', style) ?? false);
    const boxes = this.#captions();
    return [...(isShown(html) ? [this.#block(paragraph, style, html)] : []), ...boxes];
  }

  #block({ name, attributes }: XmlElement, style: string | undefined, html: string): Block {
    const names = this.#styles.names('paragraph', style);
    if (names.some((one) => TITLE.test(one))) return { kind: 'title', level: 1, html };
    const [heading] = names.flatMap((one) => HEADING.exec(one)?.[1] ?? []);
    const level = limited(attributes.get('outline-level') ?? heading, 1, 9);
    if (name === 'h' || heading !== undefined) return { kind: 'heading', level, html };
    return {
      kind: names.some((one) => QUOTATION.test(one)) ? 'quotation' : 'text',
      level: 1,
      html,
    };
  }

  /** The captions of pictures, whose text boxes hold them; other boxes stay out. */
  #captions(): Block[] {
    const { boxes } = this.#text;
    this.#text.boxes = [];
    return boxes.flatMap((box) => {
      const paragraphs = paragraphsIn(box, this.#left);
      const holdsPicture = within(box, 'image', 'object').length > 0;
      const isCaption = (one: XmlElement) =>
        holdsPicture ||
        this.#styles
          .names('paragraph', one.attributes.get('style-name'))
          .some((name) => CAPTION.test(name));
      if (paragraphs.some((one) => !isCaption(one) && wordsOf(one).trim() !== ''))
        this.#left.add('boxes');
      return paragraphs
        .filter(isCaption)
        .flatMap((one) => this.#paragraph(one))
        .map(({ html }) => captionBlock(html));
    });
  }

  #list(list: XmlElement, level: number, inherited: string): Block[] {
    const [first] = within(list, 'p');
    const own = list.attributes.get('style-name') ?? '';
    const style = own || inherited || this.#styles.listOf(first?.attributes.get('style-name'));
    const said = this.#styles.level(style, level);
    const key = `${style} ${level}`;
    const goesOn =
      list.attributes.get('continue-numbering') === 'true' || list.attributes.has('continue-list');
    let number = goesOn ? (this.#counts.get(key) ?? 0) : (said?.start ?? 1) - 1;
    const found: Block[] = [];
    for (const item of elementsIn(list)) {
      const inside = this.#insideOf(item);
      const texts = inside.filter(({ name }) => name === 'p' || name === 'h');
      const blocks = texts.flatMap((one) => this.#paragraph(one));
      const isHeading = blocks.length > 0 && texts.every(({ name }) => name === 'h');
      if (isHeading || (item.name === 'list-header' && level === 1))
        for (const block of blocks) found.push(block);
      else if (blocks.length > 0) {
        number = limited(item.attributes.get('start-value'), 0, MOST_NUMBER, number + 1);
        const html =
          blocks.length === 1
            ? (blocks[0]?.html ?? '')
            : blocks.map((block) => tag('p', block.html)).join('');
        found.push({ kind: 'item', level, number: said?.isNumbered ? number : undefined, html });
      }
      for (const one of inside) {
        if (one.name === 'p' || one.name === 'h') continue;
        const others = one.name === 'list' ? this.#list(one, level + 1, style) : this.read(one);
        for (const block of others) found.push(block);
      }
    }
    this.#counts.set(key, number);
    return found;
  }

  /** What stands in an item of a list, also in sections of it. */
  #insideOf(item: XmlElement): XmlElement[] {
    return elementsIn(item).flatMap((one) => {
      if (one.name !== 'section') return [one];
      return isHiddenSection(one, this.#left) ? [] : this.#insideOf(one);
    });
  }

  #table(table: XmlElement): Block[] {
    const rows = rowsOf(table, this.#left);
    const [only] = rows[0]?.cells ?? [];
    // A frame around text is no table.
    if (only && rows.length === 1 && rows[0]?.cells.length === 1 && !only.isCovered)
      return elementsIn(only.element).flatMap((one) => this.read(one));
    const html = rows
      .map(({ cells, isHead }) =>
        tag(
          'tr',
          cells
            .map(({ element, times, isCovered }) =>
              this.#cell(isCovered ? [] : elementsIn(element), isHead ? 'th' : 'td').repeat(times),
            )
            .join(''),
        ),
      )
      .join('');
    return isShown(html) ? [{ kind: 'table', level: 1, html: tag('table', html) }] : [];
  }

  #cell(inside: readonly XmlElement[], name: 'th' | 'td'): string {
    const blocks = inside.flatMap((one) => this.read(one));
    return tag(
      name,
      blocks.map((block) => (block.kind === 'table' ? block.html : tag('p', block.html))).join(''),
    );
  }
}
