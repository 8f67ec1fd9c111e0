import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { ImportFault } from '../../../source-document.ts';
import { type HeaderLines, headerLines } from '../../header-lines.ts';
import { LARGEST } from '../../source.ts';
import { isGzip } from './unpacked.ts';

/** What a web server answered, as a web archive keeps it. */
export interface HttpResponse {
  status: number;
  headers: HeaderLines;
  /** Where its body begins. */
  bodyAt: number;
}

/** The head of an answer that begins with these bytes; nothing where it is none. */
export function responseHead(start: Buffer): HttpResponse | undefined {
  const ends = ['\r\n\r\n', '\n\n']
    .map((sign) => ({ at: start.indexOf(sign), length: sign.length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  const end = ends[0] ?? { at: start.length, length: 0 };
  const head = start.toString('latin1', 0, end.at);
  const [, status] = /^HTTP\/\d(?:\.\d)? (\d{3})(?=\s|$)/.exec(head) ?? [];
  if (status === undefined) return undefined;
  return {
    status: Number(status),
    headers: headerLines(head.slice(head.indexOf('\n') + 1)),
    bodyAt: end.at + end.length,
  };
}

/** The body of an answer without its transfer and content encodings. @throws ImportFault where they cannot be undone */
export function pageBytes(body: Buffer, headers: HeaderLines): Buffer {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  let bytes = isChunked ? unchunked(body) : body;
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',');
  for (const encoding of encodings.toReversed()) bytes = decodedBy(encoding.trim(), bytes);
  return bytes;
}

/** Chunks put together. Some archives keep the header line and not the chunks: such a body is left as it is. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf('\n', at);
    const line = body.toString(
      'latin1',
      at,
      Math.min(lineEnd < 0 ? body.length : lineEnd, at + 200),
    );
    const [, size] = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line) ?? [];
    if (size === undefined || lineEnd < 0) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    while (body[at] === 0x0d || body[at] === 0x0a) at++;
  }
  return Buffer.concat(parts);
}

const BOUND = { maxOutputLength: LARGEST };

function unpackedBy(encoding: string, bytes: Buffer): Buffer {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, BOUND);
    case 'br':
      return brotliDecompressSync(bytes, BOUND);
    case 'zstd':
      return zstdDecompressSync(bytes, BOUND);
    default:
      // Servers send the deflate of zlib, and some the bare one.
      return ((bytes[0] ?? 0) & 0x0f) === 8
        ? inflateSync(bytes, BOUND)
        : inflateRawSync(bytes, BOUND);
  }
}

/** Signs of markup at the start of bytes: they are unpacked already, whatever their header line says. */
const isMarkup = (bytes: Buffer) =>
  /^(?:\u00ef\u00bb\u00bf)?\s*</.test(bytes.toString('latin1', 0, 100));

function decodedBy(encoding: string, bytes: Buffer): Buffer {
  if (encoding === '' || encoding === 'identity' || isMarkup(bytes)) return bytes;
  if (!/^(?:x-)?gzip$|^(?:br|zstd|deflate)$/.test(encoding))
    throw new ImportFault(`Its server sent it in an encoding that is not read (“${encoding}”).`);
  if (/gzip/.test(encoding) && !isGzip(bytes)) return bytes;
  try {
    return unpackedBy(encoding, bytes);
  } catch (error) {
    throw new ImportFault(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? 'It unpacks to more than 64 MB, as no page does.'
        : `It is damaged: its ${encoding} encoding cannot be undone.`,
    );
  }
}
