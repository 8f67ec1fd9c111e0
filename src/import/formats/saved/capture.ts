import type { FindMedium } from '../../media/folder.ts';
import { asAddress, type Reading, type SavedPage } from '../../source-document.ts';
import { decoded, decodedPage } from '../encoding.ts';
import { readPage } from '../page/page.ts';
import { CUT_OFF, isCutOff } from './cut-off.ts';
import { findEmbedded, withoutEmbeddedData } from './embedded-data.ts';

/** What is known of a saved page from the file that it is kept in, and not from the page. */
export interface Capture {
  /** The address that it was loaded from. */
  address?: string | undefined;
  /** The day on which it was saved. */
  day?: string | undefined;
  /** The page as it was loaded, and when. */
  saved?: Pick<SavedPage, 'bytes' | 'encoding' | 'time'> | undefined;
  /** Finds the files that were saved with it. */
  find?: FindMedium | undefined;
  /** What the archivist should know of how it was saved. */
  notes?: readonly string[] | undefined;
}

/** An address as an entry can hold it: as it is stated, or with what a browser would encode. */
export const heldAddress = (address = ''): string | undefined =>
  asAddress(address) ?? asAddress(URL.canParse(address) ? new URL(address).href : undefined);

/**
 * The line by which browsers state where a page was saved from. The page’s own canonical address is believed before it.
 * An address that an entry can hold has no “>” that could end the comment.
 */
function savedFrom(address: string | undefined): string {
  const held = heldAddress(address);
  return held?.startsWith('http')
    ? `<!-- saved from url=(${`${held.length}`.padStart(4, '0')})${held} -->\n`
    : '';
}

/**
 * A page as text, without the data of its pictures, which `find` finds, and with a note where its encoding was guessed.
 *
 * @param charset the encoding that its server named
 * @param encoding the encoding that the archivist named
 * @throws ImportFault where it is not of that
 */
export function textOfPage(bytes: Uint8Array, charset?: string, encoding?: string) {
  const read = encoding
    ? { text: decoded(bytes, encoding), encoding, notes: [] }
    : decodedPage(bytes, charset);
  const { text, embedded } = withoutEmbeddedData(read.text);
  return { ...read, text, find: findEmbedded(embedded) };
}

/** Reads a page that was saved, as text. @throws ImportFault where it holds no article */
export function readCapture(html: string, capture: Capture, sha256: string): Reading {
  const reading = readPage(`${savedFrom(capture.address)}${html}`, sha256);
  if ('skipped' in reading) return reading;
  const { document } = reading;
  const told = capture.notes ?? [];
  const isTold = told.some((note) => note.includes('breaks off'));
  document.notes.unshift(...told, ...(!isTold && isCutOff(html) ? [CUT_OFF] : []));
  document.accessed ??= capture.day;
  if (capture.find) document.find = capture.find;
  if (capture.saved) document.saved = { ...capture.saved, address: capture.address };
  return reading;
}
