import type { Source } from '../source.ts';
import { elementsIn, within, type XmlElement } from '../xml/element.ts';
import { elementsOf } from '../xml/stream.ts';

/** ALTO: the words of a scanned page as a program recognised them, in blocks of lines. */

/** A block of a page. */
export interface TextBlock {
  lines: string[];
  /** How many of its words say how sure they are, and the sum of that, from 0 to 1 each. */
  rated: number;
  confidence: number;
}

/** A page: its blocks by their ids, in order. */
export interface ScannedPage {
  blocks: Map<string, TextBlock>;
  /** The blocks in which lines, words and groups of blocks stand, by the ids of these. */
  places: Map<string, string[]>;
  /** The same blocks as a list, and by the id of each where it stands there: an issue asks for thousands. */
  order: TextBlock[];
  ranks: Map<string, number>;
  pictures: number;
}

/** The words of a line. A word that the end of a line parts stands whole in the first of its lines. */
function wordsOf(line: XmlElement, hasSpaces: boolean): string {
  let text = '';
  let isParted = false;
  for (const { name, attributes } of elementsIn(line)) {
    if (name === 'sp') text += ' ';
    if (name === 'hyp' && !isParted) text += '-';
    if (name !== 'string') continue;
    const part = /^hyppart([12])$/iu.exec(attributes.get('subs_type') ?? '')?.[1];
    const whole = attributes.get('subs_content')?.trim();
    isParted = part === '1' && !!whole;
    const word = whole && part ? (part === '1' ? whole : '') : (attributes.get('content') ?? '');
    text += !hasSpaces && text !== '' && word !== '' ? ` ${word}` : word;
  }
  return text.replace(/\s+/gu, ' ').trim();
}

function blockOf(block: XmlElement, hasSpaces: boolean): TextBlock {
  const found: TextBlock = { lines: [], rated: 0, confidence: 0 };
  for (const line of within(block, 'textline')) {
    const words = wordsOf(line, hasSpaces);
    if (words !== '') found.lines.push(words);
  }
  for (const { attributes } of within(block, 'string')) {
    const rate = Number(attributes.get('wc') ?? Number.NaN);
    if (!(rate >= 0 && rate <= 1)) continue;
    found.rated++;
    found.confidence += rate;
  }
  return found;
}

const WANTED = /^(?:textblock|composedblock|illustration)$/u;

/** Reads a page of ALTO. @throws ImportFault where it is no well-formed XML */
export async function readAlto(source: Source): Promise<ScannedPage> {
  const elements: XmlElement[] = [];
  for await (const element of elementsOf(source, (name) => WANTED.test(name)))
    elements.push(element);
  // Some programs write no spaces, and mean one between any two words.
  const hasSpaces = elements.some((element) => within(element, 'sp').length > 0);
  const page: ScannedPage = {
    blocks: new Map(),
    places: new Map(),
    order: [],
    ranks: new Map(),
    pictures: 0,
  };
  const idOf = ({ attributes }: XmlElement) => attributes.get('id');
  const read = (element: XmlElement): string[] => {
    if (element.name === 'illustration') page.pictures++;
    if (element.name === 'composedblock') {
      const ids = elementsIn(element).flatMap(read);
      page.places.set(idOf(element) ?? '', ids);
      return ids;
    }
    if (element.name !== 'textblock') return [];
    const id = idOf(element) ?? `block ${page.blocks.size}`;
    page.blocks.set(id, blockOf(element, hasSpaces));
    for (const part of within(element, 'textline', 'string'))
      page.places.set(idOf(part) ?? '', [id]);
    return [id];
  };
  for (const element of elements) read(element);
  for (const [id, block] of page.blocks) page.ranks.set(id, page.order.push(block) - 1);
  return page;
}

/** The blocks from one place of a page to another. */
export function blocksBetween(page: ScannedPage, begin: string, end: string): TextBlock[] {
  const idsAt = (id: string) => (page.blocks.has(id) ? [id] : (page.places.get(id) ?? []));
  const from = idsAt(begin);
  const to = idsAt(end);
  const first = page.ranks.get(from[0] ?? '');
  const last = page.ranks.get(to.at(-1) ?? from.at(-1) ?? '');
  return first === undefined ? [] : page.order.slice(first, Math.max(first, last ?? first) + 1);
}
