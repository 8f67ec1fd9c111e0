import type { Box } from '../../../domain/media/box.ts';
import type { ScanPlace } from '../../media/source-medium.ts';
import type { Source } from '../source.ts';
import { elementsIn, textOf, within, type XmlElement } from '../xml/element.ts';
import { elementsOf } from '../xml/stream.ts';

/** ALTO: the words of a scanned page as a program recognised them, in blocks of lines. */

/** A block of a page. */
export interface TextBlock {
  lines: string[];
  /** How many of its words say how sure they are, and the sum of that, from 0 to 1 each. */
  rated: number;
  confidence: number;
  /** Where it stands on its page; left out where this does not say it, or not in which units. */
  place?: ScanPlace | undefined;
}

/** A page of a file, without what stands on it. */
interface Sheet extends Pick<ScanPlace, 'page' | 'of'> {
  /** False where neither its size nor its unit say what its places are. */
  isMeasured: boolean;
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
  /** What the program that read it calls the file of its scan. */
  scan?: string | undefined;
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

/** Where an element stands; nothing where it does not say it. */
function boxOf({ attributes }: XmlElement): Box | undefined {
  const [x, y, width, height] = ['hpos', 'vpos', 'width', 'height'].map((name) =>
    Number(attributes.get(name) ?? Number.NaN),
  );
  return x !== undefined && y !== undefined && (width ?? 0) > 0 && (height ?? 0) > 0
    ? { x, y, width: width ?? 0, height: height ?? 0 }
    : undefined;
}

/** The box that holds others. */
function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const edge = (of: (box: Box) => number, pick: (one: number, other: number) => number) =>
    boxes.map(of).reduce((one, other) => pick(one, other));
  const x = edge((box) => box.x, Math.min);
  const y = edge((box) => box.y, Math.min);
  const right = edge((box) => box.x + box.width, Math.max);
  const bottom = edge((box) => box.y + box.height, Math.max);
  return { x, y, width: right - x, height: bottom - y };
}

function blockOf(block: XmlElement, sheet: Sheet, hasSpaces: boolean): TextBlock {
  const box = boxOf(block) ?? around(within(block, 'textline').flatMap((one) => boxOf(one) ?? []));
  const { page, of, isMeasured } = sheet;
  const place = box && isMeasured ? { place: { page, box, of } } : {};
  const found: TextBlock = { lines: [], rated: 0, confidence: 0, ...place };
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

const WANTED = /^(?:page|measurementunit|filename)$/u;

/** A page of a file, as its element says. */
function sheetOf({ attributes }: XmlElement, page: number, unit: string): Sheet {
  const [width = 0, height = 0] = ['width', 'height'].map((name) => Number(attributes.get(name)));
  const of = width > 0 && height > 0 ? { width, height } : undefined;
  return { page, of, isMeasured: of !== undefined || /^(?:pixel)?$/iu.test(unit.trim()) };
}

/** Reads a page of ALTO. @throws ImportFault where it is no well-formed XML */
export async function readAlto(source: Source): Promise<ScannedPage> {
  const elements: XmlElement[] = [];
  for await (const element of elementsOf(source, (name) => WANTED.test(name)))
    elements.push(element);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const said = (name: string) => named(name).map(textOf)[0];
  // Some programs write no spaces, and mean one between any two words.
  const hasSpaces = elements.some((element) => within(element, 'sp').length > 0);
  const page: ScannedPage = {
    blocks: new Map(),
    places: new Map(),
    order: [],
    ranks: new Map(),
    pictures: 0,
    scan: said('filename')?.trim() || undefined,
  };
  const idOf = ({ attributes }: XmlElement) => attributes.get('id');
  const read = (element: XmlElement, sheet: Sheet): string[] => {
    if (element.name === 'illustration') page.pictures++;
    if (element.name === 'composedblock') {
      const ids = elementsIn(element).flatMap((one) => read(one, sheet));
      page.places.set(idOf(element) ?? '', ids);
      return ids;
    }
    // The space for print and the margins of a page.
    if (element.name !== 'textblock') return elementsIn(element).flatMap((one) => read(one, sheet));
    const id = idOf(element) ?? `block ${page.blocks.size}`;
    page.blocks.set(id, blockOf(element, sheet, hasSpaces));
    for (const part of within(element, 'textline', 'string'))
      page.places.set(idOf(part) ?? '', [id]);
    return [id];
  };
  for (const [index, element] of named('page').entries())
    read(element, sheetOf(element, index + 1, said('measurementunit') ?? ''));
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
