import { analyse } from 'chardet';
import sniffEncoding from 'html-encoding-sniffer';
import { ImportFault } from '../source-document.ts';

/** The byte order mark of UTF-16. */
export const markOf = (bytes: Uint8Array) =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? 'utf-16le'
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? 'utf-16be'
      : undefined;

const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Bytes as UTF-8: no other text is so by chance, except ISO-2022-JP (ASCII with escapes), which is read as such. */
function asUtf8(bytes: Uint8Array): string | undefined {
  const text = strictly(bytes, 'utf-8');
  return text?.includes('\u001b$') ? (strictly(bytes, 'iso-2022-jp') ?? text) : text;
}

/** Bytes as text: UTF-16 by its mark, UTF-8 where they are that, else the encoding given. Throws where they are none of these. */
export function decoded(bytes: Uint8Array, encoding: string | undefined): string {
  const mark = markOf(bytes);
  const text = mark ? strictly(bytes, mark) : encoding ? strictly(bytes, encoding) : asUtf8(bytes);
  if (text !== undefined) return text;
  const lenient = new TextDecoder().decode(bytes);
  const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
  throw new ImportFault(
    `Line ${line} is not ${mark ?? encoding ?? 'UTF-8'}. Name its encoding, for instance --encoding ${guessed(bytes)}.`,
  );
}

/**
 * Bytes that come piece by piece as text, in an encoding, else UTF-8. A letter that is cut off at their end is left out.
 * Throws an `ImportFault` where they are not of it.
 */
export async function* decodedPieces(
  pieces: AsyncIterable<Uint8Array>,
  encoding = 'utf-8',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  for await (const bytes of pieces) {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      line +=
        new TextDecoder(encoding).decode(bytes).split('\uFFFD', 1)[0]?.split('\n').length ?? 1;
      throw new NotOfEncoding(
        `Line ${line - 1} is not ${encoding.toUpperCase()}. Name its encoding, for instance --encoding ${guessed(bytes)}.`,
      );
    }
    line += text.split('\n').length - 1;
    yield text;
  }
}

/** Bytes are not of the encoding that they were taken for. */
export class NotOfEncoding extends ImportFault {}

/** The encodings in which XML that begins so may be, the likeliest first; bytes that are UTF-8 are that, whatever is declared. */
export function xmlEncodings(start: Uint8Array): string[] {
  const declared = sniffEncoding(start, { xml: true }).toLowerCase();
  const mark = markOf(start);
  return mark ? [mark] : [...new Set(['utf-8', declared])];
}

/** The text of XML. Bytes that are valid UTF-8 are read as that, whatever encoding the first line declares. */
export const decodedXml = (bytes: Uint8Array): string =>
  asUtf8(bytes) ?? decoded(bytes, sniffEncoding(bytes, { xml: true }));

/** The beginning of bytes as text, to see what they are. */
export const decodedStart = (bytes: Uint8Array): string =>
  new TextDecoder(markOf(bytes) ?? 'utf-8').decode(bytes);

const LOOKED_AT = 1024 * 1024;

/**
 * The most likely encoding, judged by how often characters follow each other in languages. Markup is left out, since it
 * would count as English.
 */
export function guessed(bytes: Uint8Array): string {
  const words = Buffer.from(bytes.subarray(0, LOOKED_AT))
    .toString('latin1')
    .replace(/<(?:script|style)\b[^<]*<\/|<[^<>]*>/gi, ' ');
  const [found] = analyse(Buffer.from(words, 'latin1'))
    .map(({ name, confidence }) => ({ name: name.toLowerCase(), confidence }))
    .filter(({ name }) => !/^(?:utf-|ascii)/.test(name) && isKnown(name))
    .map(({ name, confidence }) =>
      // A few accents do not identify a language, and most texts without a declared encoding are Western.
      WESTERN.test(name)
        ? { name: 'windows-1252', confidence: confidence * 1.35 }
        : { name, confidence },
    )
    .toSorted((a, b) => b.confidence - a.confidence);
  return found?.name ?? 'windows-1252';
}

const WESTERN = /^(?:iso-8859-1|windows-1252)$/;

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding) !== undefined;
  } catch {
    return false;
  }
}

/** The greatest part of a long text that may be unreadable; in the wrong encoding, it is much more. */
const SPOILT = 0.05;

/** The part of all non-ASCII characters that could not be read. */
function lossOf(text: string): number {
  let unread = 0;
  let all = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) all++;
    if (code === 0xfffd) unread++;
  }
  return all === 0 ? 0 : unread / all;
}

/**
 * The text of a web page and its encoding, with a note where that was guessed. Declarations are often wrong, so the order is:
 * valid UTF-8, then what its server said, then what the page declares anywhere, then a guess by its words.
 *
 * @param served the encoding that its server named, where that is known
 */
export function decodedPage(
  bytes: Uint8Array,
  served?: string,
): { text: string; encoding: string; notes: string[] } {
  const mark = markOf(bytes);
  const known = mark ? new TextDecoder(mark).decode(bytes) : asUtf8(bytes);
  if (known !== undefined) return { text: known, encoding: mark ?? 'utf-8', notes: [] };
  const said = sniffEncoding(bytes, {
    maxPrescanBytes: Number.POSITIVE_INFINITY,
    ...(served !== undefined && { transportLayerEncodingLabel: served }),
    defaultEncoding: 'UTF-8',
  });
  for (const encoding of new Set(['UTF-8', said])) {
    const text = new TextDecoder(encoding).decode(bytes);
    if (lossOf(text) < SPOILT) return { text, encoding, notes: [] };
  }
  const guess = guessed(bytes);
  return {
    text: new TextDecoder(guess).decode(bytes),
    encoding: guess,
    notes: [
      `it is not ${said}, and was read as ${guess}, which is a guess: if it reads wrong, name its encoding with --encoding`,
    ],
  };
}
