import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ImportFault, type SavedPage, type SourceDocument } from '../source-document.ts';
import type { Disk } from './disk.ts';

const DIGITS = 32;

/** The id of a record: a UUID made of a digest (RFC 9562, version 8), so that the same page gives the same file. */
function recordId(digest: string): string {
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, DIGITS)}`;
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** An address as a header can hold it: of ASCII, without white space. */
const asHeader = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).href : undefined;

const DAY = 'YYYY-MM-DD'.length;

/** A moment in UTC to the second, or a day: a record may say either. */
const asDate = (time: string): string =>
  time.length > DAY ? new Date(time).toISOString().replace(/\.\d+Z$/, 'Z') : time;

/**
 * A page as a web archive of one record (WARC 1.1, ISO 28500), packed with gzip. The page is kept as it was loaded and
 * what the server said beside it is not: its answers hold cookies.
 *
 * @param stated the address and the day of saving that the page itself states, where the file that it came in does not.
 *   Where neither does, the day is today.
 */
export function captureOf(
  { bytes, encoding, address, time }: SavedPage,
  stated: Pick<SourceDocument, 'url' | 'accessed'>,
): Buffer {
  const digest = hash('sha256', bytes);
  const target = asHeader(address) ?? asHeader(stated.url) ?? `urn:sha256:${digest}`;
  const date = asDate(time ?? stated.accessed ?? new Date().toISOString().slice(0, DAY));
  const head = [
    'WARC/1.1',
    'WARC-Type: resource',
    `WARC-Record-ID: <${recordId(hash('sha256', `${digest} ${target} ${date}`))}>`,
    `WARC-Target-URI: ${target}`,
    `WARC-Date: ${date}`,
    `WARC-Block-Digest: sha256:${digest}`,
    `Content-Type: text/html; charset=${new TextDecoder(encoding).encoding}`,
    `Content-Length: ${bytes.length}`,
    '',
    '',
  ].join('\r\n');
  return gzipSync(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]));
}

/** Writes a capture, and gives what takes it away again. An import that was killed may have left it there, without its entry. */
export function keepCapture(path: string, capture: Uint8Array, disk: Disk): () => void {
  if (disk.create(path, capture)) return () => disk.remove(path);
  if (disk.holds(path, capture)) return () => undefined;
  throw new ImportFault(
    `${path} is there already, and is of no article. Move it elsewhere, or remove it.`,
  );
}
