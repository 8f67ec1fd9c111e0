import { toString as toText } from 'mdast-util-to-string';
import type { Part } from '../formats/format.ts';
import { partsOf } from '../formats/formats.ts';
import { misreadNotes } from '../formats/misread.ts';
import type { Skipped } from '../formats/skipped.ts';
import { openSource } from '../formats/source.ts';
import type { Input } from '../input.ts';
import { headlineDigest } from '../matching/headline.ts';
import { mediaIn } from '../media/block-media.ts';
import { type FindMedium, folderOf, inTurn, uploadsIn } from '../media/folder.ts';
import { locatedMedia } from '../media/located.ts';
import type { SourceMedium, WrittenMedium } from '../media/source-medium.ts';
import { ImportFault, type SourceDocument, type WrittenDocument } from '../source-document.ts';
import { captureOf } from '../writing/capture.ts';
import { writeBody } from '../writing/mdx.ts';
import { positionsIn } from '../writing/position.ts';
import type { Terms } from './terms.ts';

/** What reading an item gave: a source document, why it is passed over, or what is wrong with it. */
export type Found = { document: WrittenDocument } | Skipped | { fault: string };

/** An item that was read. */
export interface Item {
  place: string;
  isSole: boolean;
  found: Found;
  /** How many bytes of the input were read so far. */
  bytesRead: number;
}

/** The most characters of an article’s text; a long novel has half of it. */
const LONGEST = 2_000_000;

/** What is done with every document that is read. */
export interface Reads {
  /** Whether the page or the file that it was read from is kept. */
  keepsCaptures?: boolean | undefined;
  /** Finds files that lie with its source. */
  find?: FindMedium | undefined;
}

/** A source document with its body as MDX and its media found. Throws an `ImportFault` where it cannot be written. */
export async function writtenDocument(
  { body, saved, original, unkept, media = [], find: own, ...document }: SourceDocument,
  { keepsCaptures, find }: Reads = {},
): Promise<WrittenDocument> {
  const { length } = toText(body);
  if (length > LONGEST)
    throw new ImportFault(
      `Its text has ${length.toLocaleString('en')} characters; an article has at most ${LONGEST.toLocaleString('en')}. Split it.`,
    );
  const beside = keepsCaptures && original ? [...media, original] : media;
  const isFirst = ({ place }: SourceMedium) => place === 'head';
  const stated = [
    ...beside.filter(isFirst),
    ...mediaIn(body),
    ...beside.filter((one) => !isFirst(one)),
  ];
  const located = await locatedMedia(
    stated,
    document.url,
    async (reference) => (await own?.(reference)) ?? (await find?.(reference)),
  );
  const blocks = new Set<unknown>(
    located.media.flatMap(({ place, places = [] }) => [place, ...places.map(({ block }) => block)]),
  );
  for (const none of [undefined, 'head']) blocks.delete(none);
  const { mdx, paragraphs, notes } = await writeBody(body);
  const positions = await positionsIn(body, blocks, paragraphs);
  const written = located.media.map(({ place, places, ...one }): WrittenMedium => {
    const position = typeof place === 'object' ? positions.get(place) : place;
    const onScan = places?.flatMap(({ block, ...at }) => {
      const paragraph = positions.get(block);
      return paragraph === undefined || paragraph === 'head' ? [] : [{ ...at, paragraph }];
    });
    return {
      ...one,
      ...(onScan && { places: onScan }),
      ...(position !== undefined && { position }),
    };
  });
  const misread = misreadNotes([document.title ?? '', ...paragraphs].join('\n'));
  return {
    ...document,
    ...(keepsCaptures && saved && { capture: captureOf(saved, document) }),
    ...(written.length > 0 && { media: written }),
    mdx,
    paragraphs,
    notes: [
      ...document.notes,
      ...notes,
      ...located.notes,
      ...misread,
      ...(keepsCaptures && unkept ? [`its file is not kept: ${unkept}`] : []),
    ],
  };
}

/** Why something could not be read, in words for the archivist. */
export function reasonOf(error: unknown): string {
  if (error instanceof ImportFault) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError && /call stack/.test(message))
    return 'It is nested too deeply to be read, as no article is.';
  return code ? `It cannot be read (${code}).` : `It cannot be read: ${message.split('\n')[0]}.`;
}

/** An item that is passed over, known by a digest of its headline in place of the words. */
const withoutHeadline = ({ of, ...skipped }: Skipped): Skipped =>
  of === undefined
    ? skipped
    : { ...skipped, of: { ...of, title: of.title && headlineDigest(of.title) } };

/** Finds the files that lie with an input, or in the folder of uploads that is named for it. */
export const findFor = (input: Input, { uploads }: Terms): FindMedium | undefined =>
  'path' in input || uploads !== undefined
    ? inTurn(
        'path' in input ? folderOf(input.path, input.root) : undefined,
        uploads === undefined ? undefined : uploadsIn(uploads),
      )
    : undefined;

/** Reads one item. */
export async function read(part: Pick<Part, 'read'>, reads: Reads = {}): Promise<Found> {
  try {
    const reading = await part.read();
    return 'document' in reading
      ? { document: await writtenDocument(reading.document, reads) }
      : withoutHeadline(reading);
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

/** Reads every item of an input, here and without bounds. */
export async function* readInput(input: Input, terms: Terms = {}): AsyncGenerator<Item> {
  const source = await openSource(input, terms.encoding);
  const reads = { keepsCaptures: terms.keepsCaptures, find: findFor(input, terms) };
  for await (const part of partsOf(source)) {
    const { place, isSole } = part;
    yield {
      place,
      isSole,
      found: await read(part, reads),
      bytesRead: source.bytesRead(),
    };
  }
}
