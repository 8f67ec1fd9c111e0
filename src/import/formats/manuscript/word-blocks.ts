import { at, elementsIn, within, type XmlElement } from '../xml/element.ts';
import { tag } from '../xml/html.ts';
import { type Block, isShown, textBlock } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { isOn, type Lists, type Style, type Styles, settingOf } from './word-styles.ts';
import type { WordText } from './word-text.ts';

const TITLE = /^(?:title|headline|titel|schlagzeile|überschrift|titre|título|titolo)$/u;
const QUOTATION = /^(?:intense )?quote$|^block text$|^quotations?$/u;
const HEADING = /^heading ([1-9])$/u;
const CAPTION = /^caption$/u;
const CONTENTS = /^(?:toc (?:\d|heading)|table of figures|index \d)$/u;

/** The blocks of a document of Word, in order; some go on into the next paragraph. */
export class WordBlocks {
  readonly #text: WordText;
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #left: LeftOut;
  readonly #counts = new Map<string, number[]>();
  /** What stands before the next paragraph, whose beginning it is. */
  #begun = '';
  #isInContents = false;

  constructor(text: WordText, styles: Styles, lists: Lists, left: LeftOut) {
    this.#text = text;
    this.#styles = styles;
    this.#lists = lists;
    this.#left = left;
  }

  /** The blocks of an element of the body. */
  read(element: XmlElement): Block[] {
    switch (element.name) {
      case 'p':
        return this.#paragraph(element);
      case 'tbl':
        return this.#table(element);
      case 'sdt': {
        if (
          /contents/iu.test(
            settingOf(at(element, 'sdtpr', 'docpartobj')[0], 'docpartgallery') ?? '',
          )
        ) {
          this.#left.add('contents');
          return [];
        }
        if (at(element, 'sdtpr', 'showingplchdr').length === 0)
          return at(element, 'sdtcontent').flatMap((one) => this.#children(one));
        this.#left.add('placeholders');
        return [];
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
        return elementsIn(element)
          .slice(0, 1)
          .flatMap((one) => this.#children(one));
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
    const isHidden = chain.map(({ run }) => isOn(run, 'vanish')).find((one) => one !== undefined);
    const html = this.#begun + this.#text.inline(elementsIn(paragraph), isHidden ?? false);
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
      .map(Number)[0];
    if (names.some((name) => TITLE.test(name))) return { kind: 'title', level: 1, html };
    if (heading !== undefined) return { kind: 'heading', level: Number(heading), html };
    if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1, html };
    if (names.some((name) => QUOTATION.test(name))) return { kind: 'quotation', level: 1, html };
    return this.#item(own, chain, html) ?? textBlock(html);
  }

  #item(own: XmlElement | undefined, chain: readonly Style[], html: string): Block | undefined {
    const numberings = [own, ...chain.map(({ paragraph }) => paragraph)].flatMap((one) =>
      one ? at(one, 'numpr') : [],
    );
    const id = numberings.map((one) => settingOf(one, 'numid')).find(Boolean);
    if (id === undefined || id === '0') return undefined;
    const level = Number(numberings.map((one) => settingOf(one, 'ilvl')).find(Boolean) ?? 0) || 0;
    const list = this.#lists.get(id)?.[level];
    const counts = this.#counts.get(id) ?? [];
    const number = (counts[level] ?? (list?.start ?? 1) - 1) + 1;
    this.#counts.set(id, [
      ...counts.slice(0, level),
      ...Array(Math.max(0, level - counts.length)).fill(undefined),
      number,
    ]);
    return { kind: 'item', level: level + 1, number: list?.isNumbered ? number : undefined, html };
  }

  /** The captions in text boxes, where pictures that stand free have them; other boxes stay out. */
  #captions(): Block[] {
    const { boxes } = this.#text;
    this.#text.boxes = [];
    return boxes.flatMap((box) => {
      const paragraphs = within(box, 'p');
      const isCaption = (one: XmlElement) => {
        const [own] = at(one, 'ppr');
        return this.#styles.chain(settingOf(own, 'pstyle')).some(({ name }) => CAPTION.test(name));
      };
      if (paragraphs.some((one) => !isCaption(one) && within(one, 't').length > 0))
        this.#left.add('boxes');
      return paragraphs.filter(isCaption).flatMap((one) => this.#paragraph(one));
    });
  }

  #table(table: XmlElement): Block[] {
    const rows = at(table, 'tr').filter((row) => {
      const isDeleted = at(row, 'trpr', 'del').length > 0;
      const isHidden = at(row, 'trpr').some((one) => isOn(one, 'hidden'));
      if (isDeleted) this.#left.add('deletions');
      if (isHidden) this.#left.add('hidden');
      return !isDeleted && !isHidden;
    });
    const cells = rows.map((row) =>
      elementsIn(row).flatMap((one) =>
        one.name === 'sdt' ? at(one, 'sdtcontent', 'tc') : one.name === 'tc' ? [one] : [],
      ),
    );
    const [only] = cells[0] ?? [];
    // A frame around text is no table.
    if (only && cells.length === 1 && cells[0]?.length === 1) return this.#children(only);
    const isNamed =
      at(table, 'tblpr', 'tbllook').some(({ attributes }) => attributes.get('firstrow') === '1') ||
      rows.slice(0, 1).some((row) => at(row, 'trpr').some((one) => isOn(one, 'tblheader')));
    const html = cells
      .map((row, index) =>
        tag(
          'tr',
          row.map((cell) => this.#cell(cell, isNamed && index === 0 ? 'th' : 'td')).join(''),
        ),
      )
      .join('');
    return isShown(html) ? [{ kind: 'table', level: 1, html: tag('table', html) }] : [];
  }

  #cell(cell: XmlElement, name: 'th' | 'td'): string {
    const [own] = at(cell, 'tcpr');
    const span = Number(settingOf(own, 'gridspan') ?? 1);
    const isDeleted = own && at(own, 'celldel').length > 0;
    if (isDeleted) this.#left.add('deletions');
    const blocks = isDeleted ? [] : [...this.#children(cell), ...this.rest()];
    const html = blocks
      .map((block) => (block.kind === 'table' ? block.html : tag('p', block.html)))
      .join('');
    return tag(name, html, span > 1 ? [['colspan', `${span}`]] : []);
  }
}
