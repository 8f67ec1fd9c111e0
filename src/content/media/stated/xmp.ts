import { SaxesParser } from 'saxes';

/** XMP (ISO 16684-1): RDF, of which properties of one subject are read. */

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XML = 'http://www.w3.org/XML/1998/namespace';
const LARGEST = 2 * 1024 * 1024;
const MOST_NODES = 20_000;
const DEEPEST = 40;

interface Node {
  /** Namespace and name. */
  key: string;
  lang: string;
  text: string;
  children: Node[];
}

/** The name of a property in one of the namespaces that are asked for. */
export const property = (namespace: string, name: string): string => `${namespace} ${name}`;

const RESOURCE = property(RDF, 'resource');
const LISTS = ['Alt', 'Seq', 'Bag'].map((name) => property(RDF, name));
const [ITEM, DESCRIPTION] = [property(RDF, 'li'), property(RDF, 'Description')];

/** Reads XML into nodes, attributes among them; what is no XML, or too much of it, is left out from there on. */
function nodesOf(text: string): Node {
  const root: Node = { key: '', lang: '', text: '', children: [] };
  const open = [root];
  let count = 0;
  const parser = new SaxesParser({ xmlns: true });
  const stop = () => {
    throw new RangeError();
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('opentag', ({ uri, local, attributes }) => {
    const node: Node = { key: property(uri, local), lang: '', text: '', children: [] };
    for (const one of Object.values(attributes)) {
      if (one.uri === XML && one.local === 'lang') node.lang = one.value;
      node.children.push({
        key: property(one.uri, one.local),
        lang: '',
        text: one.value,
        children: [],
      });
    }
    count += 1 + node.children.length;
    if (count > MOST_NODES || open.length > DEEPEST) stop();
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  const onText = (words: string) => {
    const node = open.at(-1);
    if (node) node.text += words;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return root;
}

/** What a picture says in XMP. */
export class Xmp {
  readonly #properties: readonly Node[];

  /** @param bytes of a packet; what cannot be read is left out */
  constructor(bytes: Buffer) {
    // A packet ends with space to write into, or with zeros.
    const text = bytes.subarray(0, LARGEST).toString('utf8').replaceAll('\0', '').trim();
    const subjects: Node[] = [];
    const find = (node: Node) => {
      if (node.key === DESCRIPTION) subjects.push(node);
      else for (const child of node.children) find(child);
    };
    find(nodesOf(text));
    this.#properties = subjects.flatMap(({ children }) => children);
  }

  #all = (key: string): Node[] => this.#properties.filter((node) => node.key === key);

  has = (...keys: string[]): boolean => this.#properties.some(({ key }) => keys.includes(key));

  /** The values of a property, in order: of one in several languages that which is for all. */
  texts = (key: string): string[] => this.#all(key).flatMap(valuesOf);

  /** The first value of the first property that has one. */
  text = (...keys: string[]): string | undefined =>
    keys.flatMap((key) => this.texts(key)).find((text) => text.trim() !== '');

  /** The values of fields of the structures that a property lists: for each structure the fields that it has. */
  structures = (key: string, ...fields: string[]): string[] =>
    this.#all(key).flatMap((node) =>
      itemsOf(node).flatMap((item) => {
        const inside = item.children.flatMap((child) =>
          child.key === DESCRIPTION ? child.children : [child],
        );
        return fields.flatMap((field) =>
          inside.filter((one) => one.key === field).flatMap(valuesOf),
        );
      }),
    );
}

/** What a property lists, or the property itself. */
function itemsOf(node: Node): Node[] {
  const list = node.children.find(({ key }) => LISTS.includes(key));
  return list ? list.children.filter(({ key }) => key === ITEM) : [node];
}

function valuesOf(node: Node): string[] {
  const items = itemsOf(node);
  const isAlternative = node.children.some(({ key }) => key === LISTS[0]);
  const own = items.find(({ lang }) => lang === 'x-default') ?? items[0];
  const values = (isAlternative ? [own] : items).map((item) => {
    const address = item?.children.find(({ key }) => key === RESOURCE)?.text;
    return item?.text.trim() || address || '';
  });
  return values.filter((text) => text !== '');
}
