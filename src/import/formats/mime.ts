import PostalMime from 'postal-mime';
import type { FindMedium } from '../media/folder.ts';
import { ImportFault } from '../source-document.ts';
import { type HeaderLines, headerLines, mainValue, parameterOf } from './header-lines.ts';

/** Messages in MIME (RFC 2045 to 2047): e-mail, and pages that a browser saved in one file. */

const MOST_HEADERS = 2 * 1024 * 1024;
const MOST_PARTS = 10_000;
const DEEPEST = 20;

const LIMITS = { maxHeadersSize: MOST_HEADERS, maxNestingDepth: 100, maxRfc822NestingDepth: 5 };

/** A part of a message that holds no further parts. */
export interface MimePart {
  headers: HeaderLines;
  /** Whether its message ends before the line that ends its parts. */
  isCutOff: boolean;
  /** Its bytes without their transfer encoding (base64, quoted-printable). Throws an `ImportFault` where they cannot be read. */
  bytes: () => Promise<Uint8Array>;
}

/**
 * Reads a message as one text or page with its attachments, as a mail program shows it.
 *
 * @throws ImportFault where it is nested too deeply or has too many header lines
 */
export async function readMessage(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    throw new ImportFault(`Its parts cannot be read: ${(error as Error).message}.`);
  }
}

/** The header lines of a message or of a part, and where its content begins. */
export function headerOf(bytes: Buffer): { headers: HeaderLines; end: number } {
  const blank = ['\n\r\n', '\n\n']
    .map((sign) => ({ at: bytes.indexOf(sign), length: sign.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  const startsBlank = /^\r?\n/.exec(bytes.toString('latin1', 0, 2))?.[0].length;
  if (startsBlank !== undefined) return { headers: new Map(), end: startsBlank };
  const stop = blank ? blank.at + 1 : bytes.length;
  return {
    headers: headerLines(bytes.toString('utf8', 0, Math.min(stop, MOST_HEADERS))),
    end: blank ? blank.at + blank.length : bytes.length,
  };
}

/** A part may say that it is shown or attached; as an attachment it is given as the bytes that it is. */
const ATTACHED = Buffer.from('Content-Disposition: attachment\r\n');

async function decodedBytes(part: Buffer): Promise<Uint8Array> {
  const { attachments } = await readMessage(Buffer.concat([ATTACHED, part]));
  const content = attachments[0]?.content;
  if (typeof content === 'string') return Buffer.from(content);
  return content === undefined ? new Uint8Array() : new Uint8Array(content);
}

/** Every part of a message that holds no further parts, in order. @throws ImportFault where there are too many */
export function partsOfMessage(message: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  const add = (bytes: Buffer, depth: number, isCutOff: boolean) => {
    if (depth > DEEPEST) throw new ImportFault('Its parts are nested too deeply.');
    const { headers, end } = headerOf(bytes);
    const type = headers.get('content-type');
    const boundary = parameterOf(type, 'boundary');
    if (mainValue(type).startsWith('multipart/') && boundary) {
      for (const part of between(bytes.subarray(end), boundary))
        add(part.bytes, depth + 1, isCutOff || part.isCutOff);
      return;
    }
    if (parts.length === MOST_PARTS)
      throw new ImportFault(`It has more than ${MOST_PARTS.toLocaleString('en')} parts.`);
    parts.push({ headers, isCutOff, bytes: () => decodedBytes(bytes) });
  };
  add(Buffer.from(message.buffer, message.byteOffset, message.byteLength), 0, false);
  return parts;
}

/** An address without its place within what it leads to, as it is compared. */
const plainAddress = (reference: string, base: string | undefined): string =>
  URL.canParse(reference, base)
    ? new URL(reference, base).href.split('#', 1).join('')
    : reference.trim();

/** A reference to a part by its number: `cid:` (RFC 2392). */
const asId = (reference: string): string | undefined => {
  const [, id] = /^\s*cid:(.+)$/iu.exec(reference) ?? [];
  try {
    return id && decodeURIComponent(id).trim();
  } catch {
    return id?.trim();
  }
};

/**
 * Finds parts of a message by their numbers, or by the addresses that they had.
 *
 * @param base the address to which references in the text are relative
 */
export function findAmong(parts: readonly MimePart[], base: string | undefined): FindMedium {
  const byId = new Map<string, MimePart>();
  const byAddress = new Map<string, MimePart>();
  for (const part of parts) {
    const id = part.headers.get('content-id')?.trim().replace(/^<|>$/gu, '');
    const address = part.headers.get('content-location')?.trim();
    if (id && !byId.has(id)) byId.set(id, part);
    const plain = address && plainAddress(address, base);
    if (plain && !byAddress.has(plain)) byAddress.set(plain, part);
  }
  return async (reference) => {
    const id = asId(reference);
    const part =
      (id === undefined ? undefined : byId.get(id)) ?? byAddress.get(plainAddress(reference, base));
    return part && { bytes: await part.bytes() };
  };
}

const LINE_FEED = 0x0a;

/** What stands between the lines of a boundary; of a message that breaks off, its last part as far as it goes. */
function* between(
  bytes: Buffer,
  boundary: string,
): Generator<Pick<MimePart, 'isCutOff'> & { bytes: Buffer }> {
  const sign = Buffer.from(`--${boundary}`);
  let start: number | undefined;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) {
    if (at > 0 && bytes[at - 1] !== LINE_FEED) continue;
    const lineEnd = bytes.indexOf('\n', at);
    const rest = bytes
      .toString('latin1', at + sign.length, lineEnd < 0 ? bytes.length : lineEnd)
      .trimEnd();
    // A longer boundary, of parts within this part, may begin with the same signs.
    if (rest !== '' && rest !== '--') continue;
    if (start !== undefined) yield { bytes: bytes.subarray(start, at), isCutOff: false };
    start = lineEnd < 0 ? bytes.length : lineEnd + 1;
    if (rest === '--') return;
  }
  if (start !== undefined && start < bytes.length)
    yield { bytes: bytes.subarray(start), isCutOff: true };
}
