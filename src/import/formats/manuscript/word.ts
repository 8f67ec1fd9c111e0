import { posix } from 'node:path';
import { ImportFault } from '../../source-document.ts';
import { decodedStream } from '../decoded-stream.ts';
import { elementsIn, textOf, within, type XmlElement } from '../xml/element.ts';
import { elementsOfTexts } from '../xml/stream.ts';
import type { Zip } from '../zip.ts';
import type { Block, Manuscript } from './block.ts';
import type { LeftOut } from './left-out.ts';

import { noProperties, type Properties } from './properties.ts';
import { WordBlocks } from './word-blocks.ts';
import { listsIn, Styles } from './word-styles.ts';
import { WordText } from './word-text.ts';

/** A document of Word and its like: parts of XML in a zip (Office Open XML). */

/** The elements of a part at some depth, one after another; none where there is no such part. */
async function* elementsAt(zip: Zip, part: string, depth: number): AsyncGenerator<XmlElement> {
  if (!zip.names.has(part)) return;
  yield* elementsOfTexts(decodedStream(zip.stream(part), undefined), (_, at) => at === depth);
}

async function all(elements: AsyncIterable<XmlElement>): Promise<XmlElement[]> {
  const found: XmlElement[] = [];
  for await (const element of elements) found.push(element);
  return found;
}

interface Relation {
  id: string;
  type: string;
  target: string;
  isOutside: boolean;
}

/** What a part refers to. Targets within the file are names in its zip. */
async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const found = await all(elementsAt(zip, posix.join(dir, '_rels', `${base}.rels`), 1));
  return found.map(({ attributes }) => {
    const target = attributes.get('target') ?? '';
    const isOutside = attributes.get('targetmode')?.toLowerCase() === 'external';
    return {
      id: attributes.get('id') ?? '',
      type: (attributes.get('type') ?? '').replace(/^.*\//u, ''),
      target: isOutside
        ? target
        : posix.join('/', target.startsWith('/') ? '' : dir, target).slice(1),
      isOutside,
    };
  });
}

async function propertiesIn(zip: Zip, relations: readonly Relation[]): Promise<Properties> {
  const found = noProperties();
  const partOf = (type: string) => relations.find((one) => one.type === type)?.target ?? '';
  for await (const element of elementsAt(zip, partOf('core-properties'), 1)) {
    const text = textOf(element);
    if (element.name === 'title') found.title = text;
    if (element.name === 'creator') found.creator = text;
    if (element.name === 'created') found.made = text.slice(0, 10);
    if (element.name === 'language') found.lang = text;
    if (element.name === 'contentstatus') found.status = text;
  }
  for await (const element of elementsAt(zip, partOf('custom-properties'), 1))
    found.own.push([element.attributes.get('name') ?? '', textOf(element)]);
  return found;
}

/** What is printed above, below and across the pages: marks such as DRAFT, and how many parts have words. */
async function marksIn(zip: Zip, relations: readonly Relation[], left: LeftOut): Promise<string[]> {
  const marks: string[] = [];
  for (const { type, target } of relations) {
    if (type !== 'header' && type !== 'footer') continue;
    const elements = await all(elementsAt(zip, target, 1));
    const drawn = elements.flatMap((one) => within(one, 'textpath'));
    for (const { attributes } of drawn) marks.push(attributes.get('string') ?? '');
    const paragraphs = elements.flatMap((one) => (one.name === 'p' ? [one] : within(one, 'p')));
    const texts = paragraphs.map((one) => within(one, 't').map(textOf).join(''));
    for (const text of texts) marks.push(text);
    for (const box of elements.flatMap((one) => within(one, 'txbxcontent')))
      marks.push(textOf(box));
    if (texts.some((text) => text.trim() !== '')) left.add('margins');
  }
  return marks;
}

/** Its notes, in the order in which the text refers to them. What the text does not refer to stays out. */
async function notesOf(
  zip: Zip,
  relations: readonly Relation[],
  wanted: readonly string[],
  read: (note: XmlElement) => Block[],
): Promise<Block[][]> {
  const found = new Map<string, Block[]>();
  const names = new Set(wanted);
  for (const { type, target } of relations) {
    if (type !== 'footnotes' && type !== 'endnotes') continue;
    for await (const note of elementsAt(zip, target, 1)) {
      const name = `${note.name} ${note.attributes.get('id')}`;
      if (names.has(name)) found.set(name, read(note));
    }
  }
  return wanted.map((name) => found.get(name) ?? []);
}

/** Reads a document of Word. @throws ImportFault where it is damaged */
export async function readWord(zip: Zip, left: LeftOut): Promise<Manuscript> {
  const outer = await relationsOf(zip, '');
  const part = outer.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  if (!zip.names.has(part))
    throw new ImportFault(`It is damaged: its part “${part}” is missing. Save it again.`);
  const relations = await relationsOf(zip, part);
  const targetOf = (type: string) => relations.find((one) => one.type === type)?.target ?? '';
  const styles = new Styles();
  for await (const style of elementsAt(zip, targetOf('styles'), 1)) styles.add(style);
  const lists = listsIn(await all(elementsAt(zip, targetOf('numbering'), 1)));
  const targets = new Map(
    relations.filter(({ isOutside }) => isOutside).map(({ id, target }) => [id, target]),
  );
  const pictures = new Map(
    relations
      .filter(({ type, isOutside }) => type === 'image' && !isOutside)
      .map(({ id, target }) => [id, target]),
  );
  const text = new WordText(styles, targets, pictures, left);
  const reader = new WordBlocks(text, styles, lists, left);
  const blocks: Block[] = [];
  for await (const element of elementsAt(zip, part, 2))
    for (const block of reader.read(element)) blocks.push(block);
  blocks.push(...reader.rest());
  text.end();
  const ofNotes = (note: XmlElement) => {
    const found = [...elementsIn(note).flatMap((one) => reader.read(one)), ...reader.rest()];
    text.end();
    return found;
  };
  return {
    blocks,
    notes: await notesOf(zip, relations, [...text.notes], ofNotes),
    properties: await propertiesIn(zip, outer),
    marks: await marksIn(zip, relations, left),
  };
}
