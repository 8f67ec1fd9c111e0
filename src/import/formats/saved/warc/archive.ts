import { inTurn } from '../../../media/folder.ts';
import { asLine, ImportFault } from '../../../source-document.ts';
import type { Part } from '../../format.ts';
import type { Skipped } from '../../skipped.ts';
import { LARGEST, sha256Of } from '../../source.ts';
import { heldAddress, textOfPage } from '../capture.ts';
import { readFoundPage } from '../found-page.ts';
import { type CapturedMedia, openCapturedMedia } from './captured-media.ts';
import { captureIn, type PageCapture, type Passed, timeOf } from './captures.ts';
import { pageBytes } from './http-response.ts';
import { recordsOf, type WarcRecord } from './record.ts';

/** The records of a web archive, from the first, as often as they are asked for. */
export interface WebArchive {
  /** Its bytes, not packed. */
  stream: () => AsyncIterable<Uint8Array>;
  /** What its list of pages calls pages, by what addresses are compared by; nothing where it has no list. Pages that these lead to are added. */
  listed?: Set<string> | undefined;
  encoding: string | undefined;
}

/** Which capture of an address is its last: the number of its record, and its time. */
type LastCaptures = Map<string, { record: number; time: string }>;

/**
 * The last capture of each address. The archive is read once for this, and a second time for the pages, so that it may be
 * larger than memory. Where it breaks off, what stands before counts; the second reading says that it does.
 */
async function lastCaptures(
  { stream, listed }: WebArchive,
  media: CapturedMedia,
): Promise<LastCaptures> {
  const last: LastCaptures = new Map();
  let number = 0;
  try {
    for await (const record of recordsOf(stream())) {
      number++;
      const found = 'damaged' in record ? undefined : await captureIn(record);
      if (!found) continue;
      if ('skipped' in found) {
        if (found.leads && listed?.has(found.leads.from)) listed.add(found.leads.to);
        if (found.leads) media.lead(found.leads.from, found.leads.to);
        if (found.file && !('damaged' in record)) await keepFile(record, found.file, media);
        continue;
      }
      const before = last.get(found.key);
      if (!before || found.time >= before.time)
        last.set(found.key, { record: number, time: found.time });
    }
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
  }
  return last;
}

/** Keeps a file that pages may show; what cannot be unpacked is missing where they do. */
async function keepFile(
  record: WarcRecord,
  { key, start, response }: NonNullable<Passed['file']>,
  media: CapturedMedia,
): Promise<void> {
  const rest = await record.take(LARGEST);
  if (rest.length === LARGEST) return;
  const block = Buffer.concat([start, rest]);
  try {
    media.keep(
      key,
      response ? pageBytes(block.subarray(response.bodyAt), response.headers) : block,
    );
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
  }
}

const partOf = (address: string, read: Part['read']): Part => ({
  place: `, ${asLine(address, 200) ?? 'a record'}`,
  isSole: true,
  read,
});

const TOO_LARGE = 'It is larger than 64 MB, as no page is.';

/** The bytes of a page, its encodings undone. @throws ImportFault where they cannot be */
async function bytesOf(record: WarcRecord, { start, response }: PageCapture): Promise<Buffer> {
  const rest = await record.take(LARGEST);
  if (rest.length === LARGEST) throw new ImportFault(TOO_LARGE);
  const block = Buffer.concat([start, rest]);
  return response ? pageBytes(block.subarray(response.bodyAt), response.headers) : block;
}

/** What is passed over without being read: pages that the archive does not list, and captures that are not the last. */
function passedOver(
  found: PageCapture,
  number: number,
  last: LastCaptures,
  { listed }: WebArchive,
): Skipped | undefined {
  if (listed && !listed.has(found.key))
    return { as: 'kind', skipped: 'the archive does not list it among its pages' };
  return last.get(found.key)?.record === number
    ? undefined
    : { as: 'capture', skipped: 'a later capture of its address is in the same archive' };
}

/** The pages of a web archive, in the order of its records; everything else that was captured is passed over, and counted. @throws ImportFault where nothing was */
export async function* partsOfArchive(archive: WebArchive): AsyncGenerator<Part> {
  const media = openCapturedMedia();
  try {
    yield* pagesOf(archive, media);
  } finally {
    media.close();
  }
}

async function* pagesOf(archive: WebArchive, media: CapturedMedia): AsyncGenerator<Part> {
  const last = await lastCaptures(archive, media);
  const addresses = new Map<string, string>();
  let number = 0;
  let isEmpty = true;
  for await (const record of recordsOf(archive.stream())) {
    number++;
    if ('damaged' in record) {
      isEmpty = false;
      yield partOf(`record ${number}`, () => {
        throw new ImportFault(
          `${record.damaged.toLocaleString('en')} bytes there are of no record: the archive is damaged, and was read on after them. Fetch it again.`,
        );
      });
      continue;
    }
    const found = await captureIn(record);
    if (!found) continue;
    isEmpty = false;
    const address = record.headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
    const passed = 'skipped' in found ? found : passedOver(found, number, last, archive);
    if (passed) yield partOf(address, () => ({ as: passed.as, skipped: passed.skipped }));
    else if ('key' in found)
      yield partOf(address, await readerOf(record, found, archive, addresses, media));
  }
  if (isEmpty) throw new ImportFault('It is a web archive, and nothing was captured in it.');
}

/** Takes the bytes of a page before the archive is read on, and leaves the reading of them for when it is asked for. */
async function readerOf(
  record: WarcRecord,
  found: PageCapture,
  { encoding }: WebArchive,
  addresses: Map<string, string>,
  media: CapturedMedia,
): Promise<Part['read']> {
  let bytes: Buffer;
  try {
    bytes = await bytesOf(record, found);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    return () => {
      throw error;
    };
  }
  const sha256 = sha256Of(bytes);
  const same = addresses.get(sha256);
  if (same !== undefined)
    return () => ({ as: 'capture', skipped: `it is byte for byte the page at ${same}` });
  addresses.set(sha256, found.address);
  const isCut = record.isBroken() || record.headers.has('warc-truncated');
  return () => {
    const { text, notes, find, ...read } = textOfPage(bytes, found.charset, encoding);
    if (isCut) notes.push('its capture breaks off: see whether its text is whole');
    const address = heldAddress(found.address);
    const time = timeOf(found);
    const saved = { bytes, encoding: read.encoding, time: time?.published };
    const capture = {
      address,
      day: time?.date,
      notes,
      saved,
      find: inTurn(find, media.findFor(found.address)),
    };
    return readFoundPage(text, capture, sha256);
  };
}
