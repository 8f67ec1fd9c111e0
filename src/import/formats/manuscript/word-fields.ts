import { shownWords } from '../../../domain/problem.ts';
import { ImportFault } from '../../source-document.ts';
import { textOf, type XmlElement } from '../xml/element.ts';
import { isShown, linked } from './block.ts';
import type { LeftOut } from './left-out.ts';

/** A field: what it is told to show, then what it shows. */
interface Field {
  code: string;
  isShown: boolean;
}

/** Fields whose result is text of the article: they refer, count, date, reckon, cite, take in other texts, or were filled in. */
const OF_ARTICLE =
  /^\s*(?:$|=|(?:HYPERLINK|REF|PAGEREF|NOTEREF|FTNREF|STYLEREF|SEQ|DATE|TIME|IF|QUOTE|SYMBOL|EQ|LISTNUM|AUTONUM|AUTONUMLGL|AUTONUMOUT|CITATION|BIBLIOGRAPHY|ADDIN|INCLUDETEXT|INCLUDEPICTURE|AUTOTEXT|GLOSSARY|EMBED|LINK|SHAPE|FORMTEXT|FORMDROPDOWN|FORMCHECKBOX)(?![\p{L}\d_]))/iu;
const OF_CONTENTS = /^\s*(?:TOC|INDEX|TOA)\b/iu;
const LINK = /^\s*HYPERLINK\s+"([^"]*)"/iu;

const MOST_FIELDS = 100;

/** The fields of a document of Word that are open: they may end in another paragraph than they begin in. */
export class WordFields {
  readonly #open: Field[] = [];
  readonly #left: LeftOut;

  constructor(left: LeftOut) {
    this.#left = left;
  }

  /** Whether what comes next is told to a field, and shown to nobody. */
  get isInstruction(): boolean {
    return this.#open.some(({ isShown }) => !isShown);
  }

  /** What a field shows, by what it is told to show. */
  shownBy(code: string, html: string): string {
    if (OF_CONTENTS.test(code)) return '';
    if (!OF_ARTICLE.test(code)) {
      if (isShown(html)) this.#left.add('fields');
      return '';
    }
    const [, href] = LINK.exec(code) ?? [];
    return href === undefined ? html : linked(html, href, this.#left);
  }

  /** Words as the fields that they stand in show them. */
  shown(html: string): string {
    return this.#open.reduceRight((shown, { code }) => this.shownBy(code, shown), html);
  }

  /** Heeds the sign at which a field begins, ends, or changes from what it is told to what it shows. */
  mark(node: XmlElement): '' {
    const field = this.#open.at(-1);
    if (node.name === 'instrtext') {
      if (field && !field.isShown && field.code.length < 1000) field.code += textOf(node);
      return '';
    }
    const type = node.attributes.get('fldchartype');
    if (type === 'begin' && this.#open.push({ code: '', isShown: false }) > MOST_FIELDS)
      throw new ImportFault(
        `It nests fields more than ${MOST_FIELDS} deep, which no article does.`,
      );
    if (type === 'separate' && field) {
      field.isShown = true;
      if (OF_CONTENTS.test(field.code)) this.#left.add('contents');
    } else if (type === 'end') this.#open.pop();
    return '';
  }

  /** @throws ImportFault where a field never ends, since all that stands after its beginning would be taken for it */
  end(): void {
    const [field] = this.#open;
    if (field)
      throw new ImportFault(
        `It is damaged: a field (“${shownWords(field.code.trim())}”) begins and never ends, and would take in all that follows. Show the fields of the text in Word (Alt and F9), delete that one, and save it again.`,
      );
  }
}
