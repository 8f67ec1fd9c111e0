import { at, elementsIn, outermost, textOf, within, type XmlElement } from '../xml/element.ts';
import { escaped } from '../xml/html.ts';
import { emphasised, linked } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { alternativeOf, isPlaceholder, picturesIn } from './word-alternative.ts';
import { WordFields } from './word-fields.ts';
import { holdsAny, type Letters, type Styles, saidOf, settingOf } from './word-styles.ts';

/** What holds no words of a paragraph. */
const ASIDE = new Set(
  'ppr rpr sdtpr sdtendpr commentrangestart commentrangeend bookmarkstart bookmarkend prooferr permstart permend tblpr tblgrid trpr tcpr rt customxmlpr smarttagpr fldchar'.split(
    ' ',
  ),
);

const SIGNS = new Map(
  Object.entries({ tab: ' ', ptab: ' ', cr: '<br>', nobreakhyphen: '\u2011', softhyphen: '' }),
);

const SHOWN: Letters = { isHidden: false, isStruck: false };

/** The text of a document of Word, run by run: fields may begin in one paragraph and end in another. */
export class WordText {
  /** The notes that the text refers to, in order: `footnote 2`. */
  readonly notes: string[] = [];
  /** What stands in text boxes, until it is asked for. */
  boxes: XmlElement[] = [];
  readonly #fields: WordFields;
  readonly #styles: Styles;
  readonly #targets: ReadonlyMap<string, string>;
  readonly #pictures: ReadonlyMap<string, string>;
  readonly #left: LeftOut;

  /**
   * @param targets where links lead, by their numbers
   * @param pictures the parts of the file that are pictures, by theirs
   */
  constructor(
    styles: Styles,
    targets: ReadonlyMap<string, string>,
    pictures: ReadonlyMap<string, string>,
    left: LeftOut,
  ) {
    this.#pictures = pictures;
    this.#styles = styles;
    this.#targets = targets;
    this.#left = left;
    this.#fields = new WordFields(left);
  }

  /** What stands in a paragraph, as HTML. */
  inline(nodes: readonly XmlElement[], letters: Letters): string {
    return nodes.map((node) => this.#node(node, letters)).join('');
  }

  #node(node: XmlElement, letters: Letters): string {
    const children = elementsIn(node);
    switch (node.name) {
      case 'r':
        return this.#run(node, letters);
      case 'ins':
      case 'moveto':
        this.#left.add('insertions');
        return this.inline(children, letters);
      case 'del':
      case 'movefrom':
        this.#left.add('deletions');
        this.heed(node);
        return '';
      case 'hyperlink': {
        const href = this.#targets.get(node.attributes.get('id') ?? '');
        const inside = this.inline(children, letters);
        return href === undefined ? inside : linked(inside, href, this.#left);
      }
      case 'fldsimple':
        return this.#fields.shownBy(
          node.attributes.get('instr') ?? '',
          this.inline(children, letters),
        );
      case 'sdt':
        if (isPlaceholder(node)) {
          this.heed(node);
          this.#left.add('placeholders');
          return '';
        }
        return this.inline(children, letters);
      case 'omath':
        return this.#formula(children, letters);
      case 'alternatecontent':
        return this.inline(alternativeOf(node), letters);
      default:
        return ASIDE.has(node.name) ? '' : this.inline(children, letters);
    }
  }

  /** Heeds the fields that begin and end in what is left out, so that what stands after it is not taken for theirs. */
  heed(element: XmlElement): void {
    for (const mark of within(element, 'fldchar')) this.#fields.mark(mark);
  }

  /** @throws ImportFault where a field never ends */
  end(): void {
    this.#fields.end();
  }

  /** The signs of a formula, as they follow each other. */
  #formula(nodes: readonly XmlElement[], letters: Letters): string {
    const signsOf = (node: XmlElement): string => {
      if (node.name === 'r') return this.#shown(node, letters);
      if (node.name === 'del' || node.name === 'movefrom') return this.#node(node, letters);
      return ASIDE.has(node.name) ? '' : elementsIn(node).map(signsOf).join('');
    };
    const html = nodes.map(signsOf).join('');
    if (html.trim() !== '') this.#left.add('formulas');
    return html;
  }

  /** What stands in a run, unless it is hidden or struck through: then nothing in it is read, no note either. */
  #shown(run: XmlElement, letters: Letters): string {
    const inside = elementsIn(run);
    const isHidden = saidOf(run, this.#styles, 'vanish') ?? letters.isHidden;
    const isStruck =
      (saidOf(run, this.#styles, 'strike') ?? letters.isStruck) ||
      saidOf(run, this.#styles, 'dstrike') === true;
    if (isHidden || (isStruck && holdsAny(run))) {
      for (const node of inside)
        if (node.name === 'fldchar' || node.name === 'instrtext') this.#fields.mark(node);
      if (holdsAny(run)) this.#left.add(isHidden ? 'hidden' : 'struck');
      return '';
    }
    return inside.map((node, index) => this.#part(node, inside[index - 1])).join('');
  }

  #run(run: XmlElement, letters: Letters): string {
    const html = this.#shown(run, letters);
    if (html.trim() === '') return html;
    const [own] = at(run, 'rpr');
    const place = settingOf(own, 'vertalign');
    const raised = place === 'superscript' ? 'sup' : place === 'subscript' ? 'sub' : undefined;
    const names = [
      saidOf(run, this.#styles, 'b') && 'strong',
      saidOf(run, this.#styles, 'i') && 'em',
      raised,
    ].filter((name) => typeof name === 'string');
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
        if (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff))
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
        return alternativeOf(node)
          .map((one) => this.#part(one, undefined))
          .join('');
      case 'drawing':
      case 'pict':
        return this.#drawn(node);
      case 'object':
        this.#left.add('files');
        return '';
      case 'ruby':
        // The reading is counted where readings of pages are.
        return `<ruby>${this.inline(at(node, 'rubybase').flatMap(elementsIn), SHOWN)}<rt></rt></ruby>`;
      default:
        return '';
    }
  }

  #drawn(node: XmlElement): string {
    for (const box of outermost(node, 'txbxcontent')) this.boxes.push(box);
    const { html, others } = picturesIn(node, this.#pictures);
    if (others > 0) this.#left.add('drawings', others);
    return html;
  }
}
