import { SaxesParser } from 'saxes';

/** An element of XML: where it stands in the text, what it is called, and what it holds. */
export interface XmlElement {
  /** The namespace of its prefix; the prefix itself has no meaning. */
  namespace: string;
  /** Its name without prefix, in lower case. */
  name: string;
  /** Its attributes, by their names without prefix, in lower case; two may have one name. */
  attributes: readonly (readonly [name: string, value: string])[];
  /** Its own characters, without those of the elements in it; white space alone counts only in a CDATA section. */
  text: string;
  children: XmlElement[];
  start: number;
  end: number;
}

/** The items of a feed or an export, and the elements outside of them. */
export interface Items {
  items: XmlElement[];
  /** Elements that are in no item. */
  around: XmlElement[];
  /**
   * Why the text is not well-formed XML, with the line; undefined where it is. What could be read is there all the
   * same.
   */
  fault: string | undefined;
}

/** No feed nests deeper. The limit bounds the recursion over elements. */
const DEEPEST = 200;

const isItem = (name: string) => name === 'item' || name === 'entry';

/** What is done with elements as they open and close. */
export interface ElementEvents {
  /** @param inItem whether it is an item, or in one; else it stands around them */
  opened?: (element: XmlElement, where: 'item' | 'in item' | 'around') => void;
  /** @param parent the element that it stands in, unless it is the outermost */
  closed?: (
    element: XmlElement,
    where: 'item' | 'in item' | 'around',
    parent: XmlElement | undefined,
  ) => void;
  /** Where the tag starts that ends before a position. */
  startOf?: (position: number) => number;
}

/** Reads XML, which may come in pieces, element by element, with their namespaces. */
export class ElementParser {
  /** Why the text is not well-formed XML, with the line; undefined where it is. */
  fault: string | undefined;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: XmlElement[] = [];
  #item: XmlElement | undefined;

  constructor({ opened, closed, startOf }: ElementEvents) {
    const parser = this.#parser;
    const open = this.#open;
    let start = 0;
    parser.on('error', (error) => {
      this.fault ??= error.message.split('\n')[0];
    });
    parser.on('opentagstart', () => {
      start = startOf?.(parser.position) ?? 0;
    });
    parser.on('opentag', ({ uri, local, attributes }) => {
      const element: XmlElement = {
        namespace: uri,
        name: local.toLowerCase(),
        attributes: Object.values(attributes).map(
          ({ local, value }) => [local.toLowerCase(), value] as const,
        ),
        text: '',
        children: [],
        start,
        end: start,
      };
      // The parser looks through all open elements at each step, so deep nesting would take for ever.
      if (open.length > DEEPEST) throw new Error(`elements are nested more than ${DEEPEST} deep`);
      const isNext = !this.#item && isItem(element.name);
      if (isNext) this.#item = element;
      else open.at(-1)?.children.push(element);
      opened?.(element, this.#where(element));
      open.push(element);
    });
    parser.on('closetag', () => {
      const element = open.pop();
      if (!element) return;
      element.end = parser.position;
      const where = this.#where(element);
      if (element === this.#item) this.#item = undefined;
      closed?.(element, where, open.at(-1));
    });
    const hold = (text: string) => {
      const element = open.at(-1);
      if (element) element.text += text;
    };
    parser.on('text', (text) => {
      if (text.trim() !== '') hold(text);
    });
    parser.on('cdata', hold);
  }

  #where(element: XmlElement) {
    return element === this.#item ? 'item' : this.#item ? 'in item' : 'around';
  }

  /** Reads the next piece of the text. */
  write(text: string): void {
    this.#safely(() => this.#parser.write(text));
  }

  /** The text ends here. */
  close(): void {
    this.#safely(() => this.#parser.close());
  }

  #safely(act: () => unknown) {
    try {
      act();
    } catch (error) {
      this.fault ??= (error as Error).message.split('\n')[0];
    }
  }
}

/** Reads the items of a feed, whole, with their namespaces. */
export function itemsIn(xml: string): Items {
  const items: XmlElement[] = [];
  const around: XmlElement[] = [];
  const parser = new ElementParser({
    opened: (element, where) => {
      if (where === 'item') items.push(element);
      if (where === 'around') around.push(element);
    },
    startOf: (position) => xml.lastIndexOf('<', position - 1),
  });
  parser.write(xml);
  parser.close();
  return { items, around, fault: parser.fault };
}
