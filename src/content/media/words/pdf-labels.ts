import { constants, inflateSync } from 'node:zlib';
import { tokensOf } from '../inspection/document/pdf-lexer.ts';
import { endOfData } from '../inspection/document/pdf-objects.ts';

/** A text of a PDF that stands on no page: a label of a field, the title of a part, what a screen reader says. */
export interface PdfLabel {
  /** The name that it stands under: `TU`, `Title`. */
  name: string;
  text: string;
}

/** What describes a part for those who do not see it, or says how it is read. */
export const SPOKEN: ReadonlySet<string> = new Set(['TU', 'Alt', 'ActualText', 'E']);
/** How a drawing has one of them. */
const IN_DRAWING = /\/(?:Alt|ActualText|E)\b/;
const MOST_UNPACKED = 64 * 1024 * 1024;
const ESCAPES = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));
const ESCAPE = /\\(?:([0-7]{1,3})|\r\n|(.))/gs;

/** The bytes of a text as it is written, in brackets or in digits. */
function bytesOf(written: string): Buffer {
  const inside = written.slice(1, -1);
  if (written.startsWith('<')) return Buffer.from(inside.replace(/[^\da-f]/gi, ''), 'hex');
  const plain = inside.replace(ESCAPE, (_, code?: string, sign = '') => {
    if (code) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    return sign === '\n' || sign === '\r' ? '' : (ESCAPES.get(sign) ?? sign);
  });
  return Buffer.from(plain, 'latin1');
}

/** A text (ISO 32000-2, 7.9.2.2): of UTF-16 or UTF-8 where it begins so, else of one byte a letter. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}

/** A drawing, if it has such texts; undefined where it has none, or is packed in another way. */
function drawingOf(packed: Buffer): Buffer | undefined {
  try {
    const drawing = inflateSync(packed, {
      maxOutputLength: MOST_UNPACKED,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return IN_DRAWING.test(drawing.toString('latin1')) ? drawing : undefined;
  } catch {
    return undefined;
  }
}

/** The texts in a drawing that say how a part of it is read. */
function* spokenIn(drawing: Buffer): Generator<PdfLabel> {
  let name = '';
  for (const token of tokensOf(drawing, (from) => from)) {
    if (token.kind === 'text' && SPOKEN.has(name))
      yield { name, text: decoded(bytesOf(drawing.toString('latin1', token.from, token.to))) };
    name = token.kind === 'name' ? token.name : '';
  }
}

/**
 * The texts of a PDF as it is published, whose objects are packed in no stream, that stand on none of its pages.
 *
 * @throws MediaFault where it is cut off
 */
export function* labelsOf(bytes: Buffer): Generator<PdfLabel> {
  let [name, begun, isPicture] = ['', 0, false];
  for (const token of tokensOf(bytes, (from) => endOfData(bytes, from, begun))) {
    if (token.kind === 'object') [begun, isPicture] = [token.at, false];
    else if (token.kind === 'name') {
      name = token.name;
      isPicture ||= name === 'Image';
    } else if (token.kind === 'text')
      yield { name, text: decoded(bytesOf(bytes.toString('latin1', token.from, token.to))) };
    else if (token.kind === 'stream' && !isPicture) {
      const drawing = drawingOf(bytes.subarray(token.from, token.to));
      if (drawing) yield* spokenIn(drawing);
    }
  }
}
