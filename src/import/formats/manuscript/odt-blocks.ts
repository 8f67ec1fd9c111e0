import { elementsIn, within, type XmlElement } from '../xml/element.ts';
import { tag } from '../xml/html.ts';
import { type Block, isShown, textBlock } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { type OdtStyles, wordsOf } from './odt-styles.ts';
import type { OdtText } from './odt-text.ts';

const TITLE = /^(?:title|headline|titel|schlagzeile|überschrift|titre|título|titolo)$/u;
const QUOTATION = /^(?:quotations?|quote|intense quote|block text)$/u;
const HEADING = /^heading ([1-9])$/u;
const CAPTION = /^(?:caption|illustration|figure|table|drawing|text)$/u;
const CONTENTS =
  /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/u;
const CHANGES = new Map([
  ['insertion', 'insertions'],
  ['deletion', 'deletions'],
] as const);
const MOST_REPEATED = 200;

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
    const { name, attributes } = element;
    if (name === 'p' || name === 'h') return this.#paragraph(element);
    if (name === 'list') return this.#list(element, 1, '');
    if (name === 'table') return this.#table(element);
    if (CONTENTS.test(name)) {
      this.#left.add('contents');
      return [];
    }
    if (name === 'tracked-changes') {
      for (const [change, kind] of CHANGES) {
        const count = within(element, change).length;
        if (count > 0) this.#left.add(kind, count);
      }
      return [];
    }
    if (name === 'section' || name === 'numbered-paragraph') {
      const display = attributes.get('display');
      const isHidden =
        display === 'none' || (display === 'condition' && attributes.get('is-hidden') !== 'false');
      if (!isHidden) return elementsIn(element).flatMap((one) => this.read(one));
      this.#left.add('hidden');
      return [];
    }
    if (name === 'bibliography')
      return elementsIn(element)
        .filter((one) => one.name === 'index-body')
        .flatMap(elementsIn)
        .flatMap((one) => this.read(one));
    if (name === 'frame' || name === 'custom-shape' || name === 'g')
      return this.#paragraph({ ...element, name: 'p', attributes: new Map(), children: [element] });
    return [];
  }

  #paragraph(paragraph: XmlElement): Block[] {
    const style = paragraph.attributes.get('style-name');
    const isHidden =
      this.#styles.says('paragraph', style, 'display') === 'none' ||
      within(paragraph, 'hidden-paragraph').some(
        ({ attributes }) => attributes.get('is-hidden') !== 'false',
      );
    if (isHidden) {
      this.#left.add('hidden');
      return [];
    }
    const html = this.#text.inline(paragraph);
    const boxes = this.#captions();
    return [...(isShown(html) ? [this.#block(paragraph, style, html)] : []), ...boxes];
  }

  #block({ name, attributes }: XmlElement, style: string | undefined, html: string): Block {
    const names = this.#styles.names('paragraph', style);
    if (names.some((one) => TITLE.test(one))) return { kind: 'title', level: 1, html };
    const [heading] = names.flatMap((one) => HEADING.exec(one)?.[1] ?? []);
    const level = Number(attributes.get('outline-level') ?? heading ?? 0);
    if (name === 'h' || heading !== undefined)
      return { kind: 'heading', level: Math.max(1, level), html };
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
      const paragraphs = within(box, 'p');
      const holdsPicture = within(box, 'image', 'object').length > 0;
      const isCaption = (one: XmlElement) =>
        holdsPicture ||
        this.#styles
          .names('paragraph', one.attributes.get('style-name'))
          .some((name) => CAPTION.test(name));
      if (paragraphs.some((one) => !isCaption(one) && wordsOf(one).trim() !== ''))
        this.#left.add('boxes');
      const html = paragraphs.filter(isCaption).map((one) => this.#text.inline(one));
      return html.filter(isShown).map(textBlock);
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
      const inside = elementsIn(item);
      const texts = inside.filter(({ name }) => name === 'p' || name === 'h');
      const blocks = texts.flatMap((one) => this.#paragraph(one));
      const isHeading = blocks.length > 0 && texts.every(({ name }) => name === 'h');
      if (isHeading || (item.name === 'list-header' && level === 1)) found.push(...blocks);
      else if (blocks.length > 0) {
        number = Number(item.attributes.get('start-value') ?? number + 1) || number + 1;
        const html =
          blocks.length === 1
            ? (blocks[0]?.html ?? '')
            : blocks.map((block) => tag('p', block.html)).join('');
        found.push({ kind: 'item', level, number: said?.isNumbered ? number : undefined, html });
      }
      for (const one of inside)
        if (one.name === 'list') found.push(...this.#list(one, level + 1, style));
    }
    this.#counts.set(key, number);
    return found;
  }

  #table(table: XmlElement): Block[] {
    const rowsIn = (element: XmlElement): XmlElement[] =>
      elementsIn(element).flatMap((one) =>
        one.name === 'table-row'
          ? [one]
          : /^table-(?:header-rows|rows|row-group)$/u.test(one.name)
            ? rowsIn(one)
            : [],
      );
    const rows = rowsIn(table).filter((row) => {
      const isHidden = /^(?:collapse|filter)$/u.test(row.attributes.get('visibility') ?? '');
      if (isHidden) this.#left.add('hidden');
      return !isHidden;
    });
    const cells = rows.map((row) =>
      elementsIn(row).filter(({ name }) => /^(?:covered-)?table-cell$/u.test(name)),
    );
    const [only] = cells[0] ?? [];
    // A frame around text is no table.
    if (only && cells.length === 1 && cells[0]?.length === 1)
      return elementsIn(only).flatMap((one) => this.read(one));
    const named = elementsIn(table)
      .filter(({ name }) => name === 'table-header-rows')
      .flatMap(rowsIn);
    const html = cells
      .map((row, index) =>
        tag(
          'tr',
          row
            .map((cell) =>
              this.#cell(cell, named.includes(rows[index] as XmlElement) ? 'th' : 'td'),
            )
            .join(''),
        ),
      )
      .join('');
    return isShown(html) ? [{ kind: 'table', level: 1, html: tag('table', html) }] : [];
  }

  #cell(cell: XmlElement, name: 'th' | 'td'): string {
    const blocks = elementsIn(cell).flatMap((one) => this.read(one));
    const html = tag(
      name,
      blocks.map((block) => (block.kind === 'table' ? block.html : tag('p', block.html))).join(''),
    );
    const count = Number(cell.attributes.get('number-columns-repeated') ?? 1) || 1;
    return html.repeat(Math.max(1, Math.min(count, MOST_REPEATED)));
  }
}
