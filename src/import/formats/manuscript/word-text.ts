import { at, elementsIn, textOf, within, type XmlElement } from '../xml/element.ts';
import { escaped, figure, tag } from '../xml/html.ts';
import { emphasised } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { WordFields } from './word-fields.ts';
import { isOn, type Styles, settingOf } from './word-styles.ts';

/** What holds no words of a paragraph. */
const ASIDE = new Set(
  'ppr rpr sdtpr sdtendpr commentrangestart commentrangeend bookmarkstart bookmarkend prooferr permstart permend tblpr tblgrid trpr tcpr rt customxmlpr smarttagpr fldchar'.split(
    ' ',
  ),
);

const SIGNS = new Map(
  Object.entries({ tab: ' ', ptab: ' ', cr: '<br>', nobreakhyphen: '\u2011', softhyphen: '' }),
);

/** Whether anything of an element is a picture. */
const picturesIn = (element: XmlElement): number =>
  within(element, 'pic', 'imagedata', 'chart', 'relids').length;

/** The text of a document of Word, run by run: fields may begin in one paragraph and end in another. */
export class WordText {
  /** The notes that the text refers to, in order: `footnote 2`. */
  readonly notes: string[] = [];
  /** What stands in text boxes, until it is asked for. */
  boxes: XmlElement[] = [];
  readonly #fields: WordFields;
  readonly #styles: Styles;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #left: LeftOut;

  constructor(styles: Styles, targets: ReadonlyMap<string, string>, left: LeftOut) {
    this.#styles = styles;
    this.#targets = targets;
    this.#left = left;
    this.#fields = new WordFields(left);
  }

  /** What stands in a paragraph, as HTML. */
  inline(nodes: readonly XmlElement[], isHidden: boolean): string {
    return nodes.map((node) => this.#node(node, isHidden)).join('');
  }

  #node(node: XmlElement, isHidden: boolean): string {
    const children = elementsIn(node);
    switch (node.name) {
      case 'r':
        return this.#run(node, isHidden);
      case 'ins':
      case 'moveto':
        this.#left.add('insertions');
        return this.inline(children, isHidden);
      case 'del':
      case 'movefrom':
        this.#left.add('deletions');
        for (const mark of within(node, 'fldchar')) this.#fields.mark(mark);
        return '';
      case 'hyperlink': {
        const href = this.#targets.get(node.attributes.get('id') ?? '');
        const inside = this.inline(children, isHidden);
        return href === undefined ? inside : tag('a', inside, [['href', href]]);
      }
      case 'fldsimple':
        return this.#fields.shownBy(
          node.attributes.get('instr') ?? '',
          this.inline(children, isHidden),
        );
      case 'sdt':
        if (at(node, 'sdtpr', 'showingplchdr').length > 0) {
          this.#left.add('placeholders');
          return '';
        }
        return this.inline(children, isHidden);
      case 'omath':
        this.#left.add('formulas');
        return escaped(within(node, 't').map(textOf).join(''));
      case 'alternatecontent':
        return this.inline(children.slice(0, 1), isHidden);
      default:
        return ASIDE.has(node.name) ? '' : this.inline(children, isHidden);
    }
  }

  #run(run: XmlElement, isHidden: boolean): string {
    const [own] = at(run, 'rpr');
    const chain = this.#styles.chain(settingOf(own, 'rstyle') ?? '').map((style) => style.run);
    const says = (name: string) =>
      [own, ...chain].map((one) => isOn(one, name)).find((value) => value !== undefined);
    const inside = elementsIn(run);
    const marks = inside.filter(({ name }) => name === 'fldchar' || name === 'instrtext');
    if (says('vanish') ?? isHidden) {
      for (const mark of marks) this.#fields.mark(mark);
      if (within(run, 't').length > 0) this.#left.add('hidden');
      return '';
    }
    const html = inside.map((node, index) => this.#part(node, inside[index - 1])).join('');
    if (html.trim() === '') return html;
    if (says('strike') || says('dstrike')) {
      this.#left.add('struck');
      return '';
    }
    const place = settingOf(own, 'vertalign');
    const raised = place === 'superscript' ? 'sup' : place === 'subscript' ? 'sub' : undefined;
    const names = [says('b') && 'strong', says('i') && 'em', raised].filter(
      (name) => typeof name === 'string',
    );
    return emphasised(html, names);
  }

  #part(node: XmlElement, before: XmlElement | undefined): string {
    if (node.name === 'fldchar' || node.name === 'instrtext') return this.#fields.mark(node);
    if (this.#fields.isInstruction) return '';
    const sign = SIGNS.get(node.name);
    if (sign !== undefined) return sign;
    switch (node.name) {
      case 't': {
        // The sign of its own that a note has stands behind it, and is numbered here.
        const isMark = before?.attributes.get('custommarkfollows') !== undefined;
        return isMark ? '' : this.#fields.shown(escaped(textOf(node)));
      }
      case 'br':
        return node.attributes.get('type') === undefined ? '<br>' : '';
      case 'sym': {
        const code = Number.parseInt(node.attributes.get('char') ?? '', 16);
        if (code > 0 && (code < 0xe000 || code > 0xf8ff))
          return escaped(String.fromCodePoint(code));
        this.#left.add('signs');
        return '';
      }
      case 'footnotereference':
      case 'endnotereference':
        this.notes.push(`${node.name.slice(0, -9)} ${node.attributes.get('id')}`);
        return ` [${this.notes.length}]`;
      case 'commentreference':
        this.#left.add('comments');
        return '';
      case 'alternatecontent':
        return elementsIn(node)
          .slice(0, 1)
          .map((choice) => this.#drawn(choice))
          .join('');
      case 'drawing':
      case 'pict':
        return this.#drawn(node);
      case 'object':
        this.#left.add('files');
        return '';
      case 'ruby':
        return this.inline(at(node, 'rubybase').flatMap(elementsIn), false);
      default:
        return '';
    }
  }

  #drawn(node: XmlElement): string {
    this.boxes.push(...within(node, 'txbxcontent'));
    return figure('').repeat(Math.max(0, picturesIn(node)));
  }
}
