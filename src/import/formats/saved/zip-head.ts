import type { Head } from '../head.ts';

/** Telling what a zip is by the names of its first entries, which stand before what they hold. */

const SIGN = 'PK\u0003\u0004';
const HEADER = 30;
const LONGEST_NAME = 300;

/** The names of the entries that begin within these bytes; none where they are no zip. */
export function* namesIn(bytes: Uint8Array): Generator<string> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start.toString('latin1', 0, 4) !== SIGN) return;
  for (
    let at = 0;
    at >= 0 && at + HEADER < start.length;
    at = start.indexOf(SIGN, at + 4, 'latin1')
  ) {
    const length = start.readUInt16LE(at + 26);
    if (length <= LONGEST_NAME) yield start.toString('utf8', at + HEADER, at + HEADER + length);
  }
}

const OF_WACZ =
  /^(?:archive|pages|indexes)\/|^(?:datapackage(?:-digest)?\.json|webarchive\.yaml|fuzzy\.json)$/;

/** Whether a source is a web archive with its index in a zip (WACZ). */
export function isWacz({ name, bytes }: Head): boolean {
  const [first] = namesIn(bytes);
  return first !== undefined && (/\.wacz$/i.test(name) || OF_WACZ.test(first));
}

/** What SingleFile names the page in a zip of its own, below a folder where one was asked for. */
const PAGE = /^(?:\d+_\d*\/)?index\.html$/;
const SELF_EXTRACTING = /^<(?:!doctype html[^>]{0,200}>\s{0,20}<)?html data-sfz\b/i;

/** Whether a source is a page that SingleFile saved as a zip, or as a page that unpacks itself. */
export const isSingleFileZip = ({ root, bytes }: Head): boolean =>
  SELF_EXTRACTING.test(root) || [...namesIn(bytes)].some((name) => PAGE.test(name));
