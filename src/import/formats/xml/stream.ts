import { characterEntities } from 'character-entities';
import { type SaxesOptions, SaxesParser } from 'saxes';
import { ImportFault } from '../../source-document.ts';
import { decodedStream } from '../decoded-stream.ts';
import { xmlEncodings } from '../encoding.ts';
import type { Part } from '../format.ts';
import { LARGEST, type Source } from '../source.ts';
import type { XmlElement } from './element.ts';

/** No article nests deeper. The limit bounds the recursion over elements. */
const DEEPEST = 200;

/**
 * The names of characters that document types declare. The document type itself is not read, so nothing can be made to
 * grow by it.
 */
// biome-ignore lint/plugin: it has no prototype
const ENTITIES: Record<string, string> = Object.assign(Object.create(null), characterEntities, {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNFIT_FOR_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Whether bytes are UTF-8 to their end. */
async function isUtf8(source: Source): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of source.stream()) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/**
 * The text of a source of XML, piece by piece: in the encoding that the archivist named, in UTF-8 where it is that, else
 * as it declares. Throws an `ImportFault` with the line that is not of it.
 */
async function* textsOf(source: Source): AsyncGenerator<string> {
  const declared = xmlEncodings(source.head.bytes).find((encoding) => encoding !== 'utf-8');
  const encoding = source.encoding ?? ((await isUtf8(source)) ? undefined : declared);
  yield* decodedStream(source.stream(), encoding);
}

const malformed = (why: string) =>
  new ImportFault(
    `It is no well-formed XML (${why.split('\n')[0]?.replace(/\.$/u, '')}). Export it again, or mend the line.`,
  );

/** A parser that keeps the elements that are wanted, whole, and lets go of all else. */
function keeper(isWanted: (name: string, depth: number) => boolean) {
  const parser = new SaxesParser({ xmlns: true } satisfies SaxesOptions);
  parser.ENTITIES = ENTITIES;
  const open: (XmlElement | undefined)[] = [];
  let kept: XmlElement[] = [];
  let from = 0;
  parser.on('error', (error) => {
    // Some agencies leave out the declaration of a prefix; its names say enough.
    if (!/unbound namespace prefix/.test(error.message)) throw malformed(error.message);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > DEEPEST)
      throw new ImportFault(`It nests elements more than ${DEEPEST} deep, which no article does.`);
    const name = local.toLowerCase();
    const parent = open.at(-1);
    if (!parent && isWanted(name, open.length)) from = parser.position;
    if (!parent && !isWanted(name, open.length)) {
      open.push(undefined);
      return;
    }
    const element: XmlElement = {
      namespace: uri,
      name,
      attributes: new Map(
        Object.values(attributes).map(({ local, value }) => [local.toLowerCase(), value]),
      ),
      children: [],
    };
    parent?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && !open.at(-1)) kept.push(element);
  });
  const hold = (text: string) => {
    const element = open.at(-1);
    const last = element?.children.at(-1);
    if (typeof last === 'string') element?.children.splice(-1, 1, last + text);
    else element?.children.push(text);
  };
  parser.on('text', hold);
  parser.on('cdata', hold);
  return {
    write: (text: string) => {
      parser.write(text.replace(UNFIT_FOR_XML, ''));
      if (open.at(-1) && parser.position - from > LARGEST)
        throw new ImportFault('One of its items is larger than 64 MB, as no article is.');
    },
    close: () => parser.close(),
    taken: () => {
      const all = kept;
      kept = [];
      return all;
    },
  };
}

/**
 * The elements of a source that are wanted, by name and depth, each whole and let go of before the next. No entities of
 * a document type are expanded. Throws an `ImportFault` where the source is no well-formed XML, after the elements
 * before that.
 */
export const elementsOf = (
  source: Source,
  isWanted: (name: string, depth: number) => boolean,
): AsyncGenerator<XmlElement> => elementsOfTexts(textsOf(source), isWanted);

/** As `elementsOf`, of XML whose text comes piece by piece. */
export async function* elementsOfTexts(
  texts: AsyncIterable<string>,
  isWanted: (name: string, depth: number) => boolean,
): AsyncGenerator<XmlElement> {
  const { write, close, taken } = keeper(isWanted);
  for await (const text of texts) {
    let fault: unknown;
    try {
      write(text);
    } catch (error) {
      fault = error;
    }
    yield* taken();
    if (fault) throw fault;
  }
  close();
  yield* taken();
}

/** Items as parts of a source, one read after another: one alone has no number. */
export async function* partsOfItems<Item>(
  items: AsyncIterable<Item>,
  read: (item: Item) => ReturnType<Part['read']>,
): AsyncGenerator<Part> {
  let before: Item | undefined;
  let count = 0;
  const part = (item: Item, place: string): Part => ({
    place,
    isSole: place === '',
    read: () => read(item),
  });
  try {
    for await (const item of items) {
      const last = before;
      before = item;
      if (last !== undefined) yield part(last, `, item ${count}`);
      count++;
    }
  } catch (error) {
    if (before !== undefined) yield part(before, `, item ${count}`);
    throw error;
  }
  if (before !== undefined) yield part(before, count === 1 ? '' : `, item ${count}`);
}
