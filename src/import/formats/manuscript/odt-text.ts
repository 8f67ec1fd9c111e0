import { at, elementsIn, within, type XmlElement } from '../xml/element.ts';
import { escaped, figure, tag } from '../xml/html.ts';
import { emphasised } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { type OdtStyles, wordsOf } from './odt-styles.ts';

/** Fields that show who wrote a file, where it lies, or what it was made from. */
const OF_FILE = new Set(
  'file-name template-name creator printed-by print-date print-time editing-cycles editing-duration modification-date modification-time creation-date creation-time sender-firstname sender-lastname sender-initials sender-title sender-position sender-email sender-phone-private sender-fax sender-company sender-phone-work sender-street sender-city sender-postal-code sender-country sender-state-or-province user-defined description keywords page-number page-count page-continuation'.split(
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

  /** What stands in an element, as HTML. */
  inline({ children }: XmlElement): string {
    return children
      .map((child) => (typeof child === 'string' ? folded(child) : this.#node(child)))
      .join('');
  }

  #node(node: XmlElement): string {
    if (ASIDE.has(node.name)) return '';
    if (OF_FILE.has(node.name)) {
      this.#left.add('fields');
      return '';
    }
    switch (node.name) {
      case 'span':
        return this.#span(node);
      case 's':
        return ' ';
      case 'tab':
        return ' ';
      case 'line-break':
        return '<br>';
      case 'a':
        return tag('a', this.inline(node), [['href', node.attributes.get('href') ?? '']]);
      case 'note':
        this.notes.push(node);
        return ` [${this.notes.length}]`;
      case 'annotation':
        this.#left.add('comments');
        return '';
      case 'hidden-text':
      case 'hidden-paragraph':
        this.#left.add('hidden');
        return '';
      case 'placeholder':
        this.#left.add('placeholders');
        return '';
      case 'ruby':
        return at(node, 'ruby-base')
          .map((base) => this.inline(base))
          .join('');
      case 'frame':
      case 'custom-shape':
      case 'g':
      case 'rect':
      case 'ellipse':
      case 'line':
      case 'caption':
      case 'polygon':
      case 'path':
      case 'control':
        return this.#drawn(node);
      default:
        return this.inline(node);
    }
  }

  #span(span: XmlElement): string {
    const says = (property: string) =>
      this.#styles.says('text', span.attributes.get('style-name'), property);
    if (says('display') === 'none') {
      this.#left.add('hidden');
      return '';
    }
    const html = this.inline(span);
    if (html.trim() === '') return html;
    if (
      /^(?!none)./u.test(says('text-line-through-style') ?? says('text-line-through-type') ?? '')
    ) {
      this.#left.add('struck');
      return '';
    }
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
    const boxes = within(node, 'text-box');
    this.boxes.push(...boxes);
    // Shapes hold their words without a box.
    if (boxes.length === 0 && node.name !== 'frame' && wordsOf(node).trim() !== '')
      this.boxes.push(node);
    const inBoxes = new Set(boxes.flatMap((box) => within(box, 'frame')));
    const pictures = [node, ...within(node, 'frame')].filter(
      (one) => !inBoxes.has(one) && elementsIn(one).some(({ name }) => PICTURES.has(name)),
    );
    return figure('').repeat(pictures.length);
  }
}
