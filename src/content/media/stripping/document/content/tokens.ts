import { endOfPicture } from './inline-picture.ts';
import { isSpace } from './space.ts';

/** What drawings of a PDF are written in (ISO 32000-2, 7.2 and 7.8). */
export interface Token {
  /** `data` are those of a picture that stands in the drawing, with the words `ID` and `EI`. */
  kind: 'comment' | 'text' | 'name' | 'open' | 'close' | 'word' | 'data' | 'other';
  from: number;
  to: number;
  /** False where the drawing ends before it does. */
  isWhole: boolean;
}

const ENDS = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%'));
const NUMBER = new Set(Buffer.from('0123456789+-.'));
const [PERCENT, OPEN, CLOSE, LESS, MORE, BACKSLASH, SLASH] = Buffer.from('%()<>\\/');

/** Where a text in brackets ends; undefined where it does not. */
function endOfText(bytes: Buffer, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === OPEN) depth++;
    else if (bytes[at] === CLOSE && --depth === 0) return at + 1;
  }
  return undefined;
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && !ENDS.has(bytes[at] ?? 0)) at++;
  return at;
}

/** Where a number ends that begins at a byte; none of what drawings are asked for is one. */
function endOfNumber(bytes: Buffer, from: number): number {
  let at = from;
  while (NUMBER.has(bytes[at] ?? 0)) at++;
  return at;
}

/** Where the line ends that a comment stands in; undefined where the drawing ends before. */
function endOfComment(bytes: Buffer, from: number): number | undefined {
  for (let at = from; at < bytes.length; at++)
    if (bytes[at] === 0x0a || bytes[at] === 0x0d) return at;
  return undefined;
}

/** The words, names and marks of a drawing in order, without numbers and the spaces between them. */
export function* tokensOf(bytes: Buffer): Generator<Token> {
  /** Where what is said of a picture in the drawing begins. */
  let head = 0;
  for (let from = 0; from < bytes.length; ) {
    const byte = bytes[from];
    if (isSpace(byte)) {
      from++;
      continue;
    }
    const behind = endOfNumber(bytes, from);
    if (behind > from && ENDS.has(bytes[behind] ?? 0)) {
      from = behind;
      continue;
    }
    let kind: Token['kind'] = 'other';
    let to: number | undefined = from + 1;
    if (byte === PERCENT) [kind, to] = ['comment', endOfComment(bytes, from)];
    else if (byte === OPEN) [kind, to] = ['text', endOfText(bytes, from)];
    else if (byte === SLASH) [kind, to] = ['name', endOfWord(bytes, from + 1)];
    else if ((byte === LESS || byte === MORE) && bytes[from + 1] === byte)
      [kind, to] = [byte === LESS ? 'open' : 'close', from + 2];
    else if (byte === LESS) [kind, to] = ['text', bytes.indexOf(MORE ?? 0, from) + 1 || undefined];
    else if (!ENDS.has(byte ?? 0)) {
      [kind, to] = ['word', endOfWord(bytes, from)];
      const word = to - from === 2 ? bytes.toString('latin1', from, to) : '';
      if (word === 'BI') head = to;
      if (word === 'ID') [kind, to] = ['data', endOfPicture(bytes, head, from)];
    }
    yield { kind, from, to: to ?? bytes.length, isWhole: to !== undefined };
    from = to ?? bytes.length;
  }
}
