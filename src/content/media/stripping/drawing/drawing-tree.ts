import { SaxesParser, type SaxesTagNS } from 'saxes';
import { entitiesOf } from '../../inspection/drawing/document-type.ts';
import { mustHold } from '../unsound.ts';

export const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';
const PREFIXES = new Map([
  ['', ''],
  [XLINK, 'xlink:'],
  [XML, 'xml:'],
]);

/** What of an SVG is about the file and not drawn, or runs. */
const LOST = new Set(['metadata', 'script', 'foreignObject']);

/** Whether a style is in the language that readers know. */
const isCss = (attributes: SaxesTagNS['attributes']): boolean =>
  ['', 'text/css'].includes((attributes['type']?.value ?? '').toLowerCase());

/** An element of a drawing. */
export interface Drawn {
  local: string;
  /** Those of SVG and XLink, with the usual names. */
  attributes: Map<string, string>;
  children: (Drawn | string)[];
}

/** A drawing, and whether something of its file is not in it: elements, or attributes. */
export interface Drawing {
  root: Drawn;
  lacks: boolean;
}

/**
 * The elements of an SVG, without comments, metadata and what is of the programs that drew it.
 *
 * @throws UnsoundFile where it is no SVG, or holds a picture of other kinds, which may tell more than is seen
 */
export function drawingOf(bytes: Buffer): Drawing {
  const parser = new SaxesParser({ xmlns: true });
  const open: Drawn[] = [];
  let root: Drawn | undefined;
  // How deep the reading is in an element that is left out.
  let lost = 0;
  let lacks = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', (type) => {
    for (const [name, text] of entitiesOf(type) ?? []) parser.ENTITIES[name] = text;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    mustHold(
      root !== undefined || (uri === SVG && local === 'svg'),
      'It does not begin as an SVG does.',
    );
    if (lost > 0 || uri !== SVG || LOST.has(local) || (local === 'style' && !isCss(attributes))) {
      lost += 1;
      lacks = true;
      return;
    }
    mustHold(local !== 'image' && local !== 'feImage', 'The SVG holds a picture of another kind.');
    mustHold(!/^(?:animate|set$)/.test(local), 'The SVG moves.');
    const kept = Object.values(attributes).flatMap(({ uri: space, local: name, value }) => {
      const prefix = PREFIXES.get(space);
      const isKept = prefix !== undefined && !/^(?:on|data-)/i.test(name);
      return isKept ? [[prefix + name, value] as const] : [];
    });
    const spaces = Object.values(attributes).filter((one) => one.uri === XMLNS).length;
    lacks ||= kept.length + spaces < Object.keys(attributes).length;
    const element: Drawn = { local, attributes: new Map(kept), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (lost > 0) lost -= 1;
    else open.pop();
  });
  const add = (text: string) => {
    if (lost === 0) open.at(-1)?.children.push(text);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(bytes.toString('utf8')).close();
  mustHold(root !== undefined, 'It does not begin as an SVG does.');
  return { root, lacks };
}

/** The elements among the children of one. */
export const elementsOf = ({ children }: Drawn): Drawn[] =>
  children.filter((child) => typeof child !== 'string');

/** The words that stand in an element itself. */
export const wordsOf = ({ children }: Drawn): string =>
  children.filter((child) => typeof child === 'string').join('');

/** An element and all in it, in the order in which they stand. */
export function within(element: Drawn): Drawn[] {
  const all: Drawn[] = [];
  const open = [element];
  for (let one = open.pop(); one; one = open.pop()) {
    all.push(one);
    for (const child of elementsOf(one).toReversed()) open.push(child);
  }
  return all;
}
