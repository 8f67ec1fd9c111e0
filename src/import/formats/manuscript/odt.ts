import { ImportFault } from '../../source-document.ts';
import { decodedStream } from '../decoded-stream.ts';
import { at, elementsIn, textOf, type XmlElement } from '../xml/element.ts';
import { elementsOfTexts } from '../xml/stream.ts';
import type { Zip } from '../zip.ts';
import type { Block, Manuscript } from './block.ts';
import type { LeftOut } from './left-out.ts';
import { OdtBlocks } from './odt-blocks.ts';
import { marginsOf, OdtStyles } from './odt-styles.ts';
import { OdtText } from './odt-text.ts';
import { noProperties, type Properties } from './properties.ts';

/** A text of LibreOffice and its like (OpenDocument): parts of XML in a zip. */

const CONTENT = 'content.xml';
/** Where styles stand in both parts that have them, and where the text does. */
const OF_STYLES = 2;
const OF_TEXT = 3;

async function* elementsAt(
  zip: Zip,
  part: string,
  isWanted: (name: string, depth: number) => boolean,
): AsyncGenerator<XmlElement> {
  if (!zip.names.has(part)) return;
  yield* elementsOfTexts(decodedStream(zip.stream(part), undefined), isWanted);
}

/** @throws ImportFault where a part of it is locked */
async function refuseLocked(zip: Zip): Promise<void> {
  const isLocked =
    zip.names.has('encrypted-package') ||
    (zip.names.has('META-INF/manifest.xml') &&
      (await zip.bytes('META-INF/manifest.xml')).includes('encryption-data'));
  if (isLocked) throw new ImportFault('It is locked with a password. Save it without one.');
  if (!zip.names.has(CONTENT))
    throw new ImportFault(`It is damaged: its part “${CONTENT}” is missing. Save it again.`);
}

async function propertiesIn(zip: Zip): Promise<Properties> {
  const found = noProperties();
  for await (const element of elementsAt(zip, 'meta.xml', (_, depth) => depth === 2)) {
    const text = textOf(element);
    if (element.name === 'title') found.title = text;
    if (element.name === 'initial-creator') found.creator = text;
    if (element.name === 'creation-date') found.made = text.slice(0, 10);
    if (element.name === 'language') found.lang = text;
    if (element.name === 'user-defined')
      found.own.push([element.attributes.get('name') ?? '', text]);
  }
  return found;
}

/** Reads a text of LibreOffice. @throws ImportFault where it is damaged or locked */
export async function readOdt(zip: Zip, left: LeftOut): Promise<Manuscript> {
  await refuseLocked(zip);
  const styles = new OdtStyles();
  const marks: string[] = [];
  for await (const element of elementsAt(zip, 'styles.xml', (_, depth) => depth === OF_STYLES)) {
    if (element.name !== 'master-page') styles.add(element);
    else
      for (const margin of elementsIn(element)) {
        const words = marginsOf(margin);
        for (const text of words) marks.push(text);
        if (words.some((text) => text.trim() !== '')) left.add('margins');
      }
  }
  const text = new OdtText(styles, left);
  const reader = new OdtBlocks(text, styles, left);
  const blocks: Block[] = [];
  const isWanted = (name: string, depth: number) =>
    depth === OF_STYLES ? /^(?:style|list-style)$/u.test(name) : depth === OF_TEXT;
  for await (const element of elementsAt(zip, CONTENT, isWanted)) {
    if (/^(?:style|list-style)$/u.test(element.name)) styles.add(element);
    else for (const block of reader.read(element)) blocks.push(block);
  }
  // A note may hold no other, so that these are all.
  const notes = text.notes.map((note) =>
    at(note, 'note-body').flatMap((body) => elementsIn(body).flatMap((one) => reader.read(one))),
  );
  return { blocks, notes, properties: await propertiesIn(zip), marks };
}
