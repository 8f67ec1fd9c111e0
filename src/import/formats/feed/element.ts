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

/** Reads the items of a feed, whole, with their namespaces. */
export function itemsIn(xml: string): Items {
  const parser = new SaxesParser({ xmlns: true });
  const items: XmlElement[] = [];
  const around: XmlElement[] = [];
  const open: XmlElement[] = [];
  let item: XmlElement | undefined;
  let fault: string | undefined;
  let start = 0;
  parser.on('error', (error) => {
    fault ??= error.message.split('\n')[0];
  });
  parser.on('opentagstart', () => {
    start = xml.lastIndexOf('<', parser.position - 1);
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
    const isNext = !item && isItem(element.name);
    // The parser looks through all open elements at each step, so deep nesting would take for ever.
    if (open.length > DEEPEST) throw new Error(`elements are nested more than ${DEEPEST} deep`);
    if (isNext) items.push(element);
    else open.at(-1)?.children.push(element);
    if (!item && !isNext) around.push(element);
    if (isNext) item = element;
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    if (element === item) item = undefined;
  });
  const hold = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', (text) => {
    if (text.trim() !== '') hold(text);
  });
  parser.on('cdata', hold);
  try {
    parser.write(xml).close();
  } catch (error) {
    fault ??= (error as Error).message.split('\n')[0];
  }
  return { items, around, fault };
}
