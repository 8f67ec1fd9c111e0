import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { FileBytes } from '../file-bytes.ts';
import { active, damaged, large, MediaFault } from '../media-fault.ts';
import { ELEMENTS, isAllowed, valueFault } from './allowed.ts';
import { entitiesOf } from './document-type.ts';
import { isLeftOut, SVG, XHTML } from './left-out.ts';
import { type Size, sizeOf } from './length.ts';
import { Uses } from './uses.ts';

const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

const DEEPEST = 200;
const LARGEST_SIDE = 100_000;
const PLAIN =
  'Save it as plain or optimised SVG, with text as text and without pictures, links and animation; or save it as a PNG.';

const LONGEST_NAME = 60;
/** A name that is longer than anybody reads. */
const NAME = /[^\s<>()]{61,}/g;

const refused = (what: string) =>
  active(`this SVG has ${what.replace(NAME, (name) => `${name.slice(0, LONGEST_NAME)}…`)}`, PLAIN);

/** @throws MediaFault where an element or an attribute of it is none of the list */
function refuseOthers({ name, local, uri, attributes }: SaxesTagNS): void {
  if (uri !== SVG || !ELEMENTS.has(local)) throw refused(`an element <${name}>`);
  for (const one of Object.values(attributes)) {
    // What is of a program alone is not published.
    if (one.uri !== '' && one.uri !== XLINK && one.uri !== XML) continue;
    const key = one.uri === XML ? `xml:${one.local}` : one.local;
    if (!isAllowed(key)) throw refused(`an attribute ${one.name} (of <${name}>)`);
    if (one.uri === XLINK && one.local !== 'href') {
      throw refused(`an attribute ${one.name} (of <${name}>)`);
    }
    if (one.local === 'href' && !/^#[^\s#]{1,200}$/.test(one.value))
      throw refused(`a reference that leaves its file (${one.name} of <${name}>)`);
    const fault = valueFault(one.value);
    if (fault) throw refused(`${fault} (${one.name} of <${name}>)`);
  }
}

/** The largest numbers of what grows with them for each point of a picture. */
const MOST: readonly [element: string, attribute: string, most: number][] = [
  ['feTurbulence', 'numOctaves', 10],
  ['feMorphology', 'radius', 20],
  ['feConvolveMatrix', 'order', 9],
];

/** @throws MediaFault where a filter would take very long for each point */
function refuseSlow({ local, attributes }: SaxesTagNS): void {
  for (const [element, attribute, most] of MOST) {
    const value = local === element ? attributes[attribute]?.value : undefined;
    const numbers = (value ?? '').split(/[\s,]/).filter(Boolean).map(Number);
    if (numbers.some((number) => !(number <= most)))
      throw large(`${attribute} of <${element}> is at most ${most}`, PLAIN);
  }
}

/** Reads the XML of a drawing. @throws MediaFault where it is no well-formed SVG, or has what is not allowed */
function readDrawing(text: string): { root: SaxesTagNS; uses: Uses } {
  const parser = new SaxesParser({ xmlns: true });
  const uses = new Uses();
  const open: string[] = [];
  // What stands in the style that is open: in pieces it would be read otherwise than in one.
  let style = '';
  // How deep the reading is in what is not published.
  let leftOut = 0;
  let root: SaxesTagNS | undefined;
  parser.on('error', (error) => {
    throw damaged(
      `this SVG is no well-formed XML (${(error.message.split('\n')[0] ?? '').slice(0, 2 * LONGEST_NAME)})`,
    );
  });
  parser.on('doctype', (type) => {
    const entities = entitiesOf(type);
    if (!entities)
      throw active(
        'this SVG has a document type that defines more than names for texts',
        'Save it as plain or optimised SVG, or as a PNG.',
      );
    for (const [name, text] of entities) parser.ENTITIES[name] = text;
  });
  parser.on('processinginstruction', ({ target }) => {
    throw refused(`an instruction <?${target} … ?>`);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      throw damaged('this SVG is in another encoding than UTF-8', 'Save it as UTF-8.');
  });
  parser.on('opentag', (tag) => {
    if (!root && (tag.local !== 'svg' || tag.uri !== SVG))
      throw damaged(
        'this SVG does not begin with an <svg> of its namespace',
        'Save it as SVG anew.',
      );
    root ??= tag;
    if (open.length > DEEPEST) throw large(`an SVG nests at most ${DEEPEST} deep`, PLAIN);
    if (open.at(-1) === 'style') throw refused(`an element <${tag.name}> in <style>`);
    // A style or gradient holds wherever it stands, also within what is of a program.
    if (leftOut > 0 && (tag.uri === SVG || tag.uri === XHTML))
      throw refused(`an element <${tag.name}> within one of another language`);
    if (leftOut > 0 || isLeftOut(tag)) {
      leftOut += 1;
      open.push('');
      return;
    }
    open.push(tag.local);
    refuseOthers(tag);
    refuseSlow(tag);
    uses.open(tag);
  });
  parser.on('closetag', () => {
    const fault = open.pop() === 'style' ? valueFault(style) : undefined;
    style = '';
    if (leftOut > 0) leftOut -= 1;
    else if (fault) throw refused(`${fault} (in <style>)`);
    else uses.close();
  });
  const onText = (words: string) => {
    if (open.at(-1) === 'style') style += words;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('comment', () => {
    if (open.at(-1) === 'style') throw refused('a comment in <style>');
  });
  parser.write(text).close();
  if (!root) throw damaged('this SVG has nothing in it');
  return { root, uses };
}

/** The size of the drawing in a file. @throws MediaFault as `inspectDrawing` does */
export const inspectSvg = (bytes: FileBytes): Size => inspectDrawing(bytes.at(0, bytes.size));

/**
 * The size of a drawing. It is published as it is, so that it holds nothing that is not on a list.
 *
 * @throws MediaFault where it does, is no SVG, or has no size
 */
export function inspectDrawing(bytes: Uint8Array): Size {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw damaged('this SVG is in another encoding than UTF-8', 'Save it as UTF-8.');
  }
  const { root, uses } = readDrawing(text);
  uses.refuseGrowth();
  const attributes = new Map(
    Object.values(root.attributes).map(({ name, value }) => [name, value] as const),
  );
  const size = sizeOf(attributes);
  if (!size)
    throw new MediaFault(
      'media/damaged',
      'A drawing has a size: this SVG has neither width and height nor a viewBox.',
      'Add viewBox="0 0 800 600", with the width and height of the drawing, to its <svg>.',
    );
  if (Math.max(size.width, size.height) > LARGEST_SIDE)
    throw large(
      `an SVG is at most ${LARGEST_SIDE.toLocaleString('en')} pixels wide and high`,
      'State a smaller width and height; its viewBox may stay.',
    );
  return size;
}
