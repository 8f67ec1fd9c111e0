import { PART } from '../../media/part.ts';
import { at, elementsIn, outermost, textOf, within, type XmlElement } from '../xml/element.ts';
import { escaped } from '../xml/html.ts';
import { emphasised, linked, picture } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { type OdtStyles, wordsOf } from './odt-styles.ts';

/** What holds words of the article in a paragraph: its own, and the results of fields that refer, count, date and reckon. */
const OF_ARTICLE = new Set(
  'meta meta-field content-control bookmark-ref reference-ref note-ref sequence sequence-ref chapter date time text-input drop-down expression table-formula conditional-text variable-set variable-get variable-input user-field-get user-field-input bibliography-mark'.split(
    ' ',
  ),
);
/** What is drawn, and may hold words as well. */
export const SHAPES = new Set(
  'frame custom-shape g rect ellipse circle line connector caption polygon polyline path measure control'.split(
    ' ',
  ),
);
/** What holds no words of a paragraph. */
const ASIDE = new Set(
  'annotation-end tracked-changes script number ruby-text index-entry soft-page-break alphabetical-index-mark toc-mark forms'.split(
    ' ',
  ),
);
const PICTURES = new Set(['image', 'object', 'object-ole', 'plugin']);

/** Words as a reader sees them: white space of the file is one space. */
const folded = (text: string) => escaped(text.replace(/\s+/gu, ' '));

/** The text of a document of LibreOffice. */
export class OdtText {
  /** The notes of the text, in order. */
  readonly notes: XmlElement[] = [];
  /** What stands in text boxes, until it is asked for. */
  boxes: XmlElement[] = [];
  readonly #styles: OdtStyles;
  readonly #left: LeftOut;

  constructor(styles: OdtStyles, left: LeftOut) {
    this.#styles = styles;
    this.#left = left;
  }

  /** What stands in an element that is struck through or not, as HTML. Struck words stay out. */
  inline({ children }: XmlElement, isStruck: boolean): string {
    let isCounted = false;
    return children
      .map((child) => {
        if (typeof child !== 'string') return this.#node(child, isStruck);
        if (!isStruck || child.trim() === '') return folded(child);
        if (!isCounted) this.#left.add('struck');
        isCounted = true;
        return '';
      })
      .join('');
  }

  #node(node: XmlElement, isStruck: boolean): string {
    if (ASIDE.has(node.name)) return '';
    if (SHAPES.has(node.name)) return isStruck ? this.#leftOut('struck') : this.#drawn(node);
    switch (node.name) {
      case 'span':
      case 'a':
        return this.#span(node, isStruck);
      case 's':
        return ' ';
      case 'tab':
        return ' ';
      case 'line-break':
        return '<br>';
      case 'note':
        if (isStruck) return this.#leftOut('struck');
        this.notes.push(node);
        return ` [${this.notes.length}]`;
      case 'annotation':
        return this.#leftOut('comments');
      case 'hidden-text':
      case 'hidden-paragraph':
        return this.#leftOut('hidden');
      case 'placeholder':
        return this.#leftOut('placeholders');
      case 'ruby':
        // The reading is counted where readings of pages are.
        return `<ruby>${at(node, 'ruby-base')
          .map((base) => this.inline(base, isStruck))
          .join('')}<rt></rt></ruby>`;
      default:
        return this.#field(node, isStruck);
    }
  }

  #leftOut(kind: Parameters<LeftOut['add']>[0]): '' {
    this.#left.add(kind);
    return '';
  }

  /** What a field shows, unless that is no text of the article: who wrote a file, where it lies, what it was made from. */
  #field(node: XmlElement, isStruck: boolean): string {
    const { name, attributes } = node;
    if (attributes.get('display') === 'none')
      return wordsOf(node).trim() === '' ? '' : this.#leftOut('hidden');
    if (attributes.get('showing-place-holder') === 'true') return this.#leftOut('placeholders');
    if (OF_ARTICLE.has(name)) return this.inline(node, isStruck);
    return textOf(node).trim() === '' ? '' : this.#leftOut('fields');
  }

  #span(span: XmlElement, isInStruck: boolean): string {
    const style = span.attributes.get('style-name');
    if (this.#styles.isHidden('text', style)) return this.#leftOut('hidden');
    const says = (property: string) => this.#styles.says('text', style, property);
    const html = this.inline(span, this.#styles.isStruck('text', style) ?? isInStruck);
    if (html.trim() === '') return html;
    if (span.name === 'a') return linked(html, span.attributes.get('href') ?? '', this.#left);
    const raised = /^(super|sub)/u.exec(says('text-position') ?? '')?.[1];
    const names = [
      /^(?:bold|[6-9]00)$/u.test(says('font-weight') ?? '') && 'strong',
      /^(?:italic|oblique)$/u.test(says('font-style') ?? '') && 'em',
      raised === 'super' ? 'sup' : raised,
    ].filter((name) => typeof name === 'string');
    return emphasised(html, names);
  }

  /** A picture or a box of text; pictures in a box are counted with what stands there. */
  #drawn(node: XmlElement): string {
    const boxes = outermost(node, 'text-box');
    for (const box of boxes) this.boxes.push(box);
    // Shapes hold their words without a box.
    if (boxes.length === 0 && node.name !== 'frame' && wordsOf(node).trim() !== '')
      this.boxes.push(node);
    const inBoxes = new Set(boxes.flatMap((box) => within(box, 'frame')));
    const pictures = [node, ...within(node, 'frame')].filter(
      (one) => !inBoxes.has(one) && elementsIn(one).some(({ name }) => PICTURES.has(name)),
    );
    return pictures
      .map((frame) => {
        const image = at(frame, 'image')[0]?.attributes.get('href') ?? '';
        if (!/^(?:\.\/)?Pictures\//u.test(image)) return this.#leftOut('drawings');
        const said = [...at(frame, 'desc'), ...at(frame, 'title')]
          .map((one) => textOf(one).trim())
          .find((text) => text !== '');
        return picture(`${PART}${image.replace(/^\.\//u, '')}`, said);
      })
      .join('');
  }
}
