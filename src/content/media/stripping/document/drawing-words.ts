import { type PDFContext, PDFDict, PDFObjectParser } from '@cantoo/pdf-lib';
import { KEPT, keep } from './kept-keys.ts';

/** What drawings of a PDF are written in (ISO 32000-2, 7.8 and 14.6): their comments and notes of programs are taken out. */

const SPACES = new Set(Buffer.from('\0\t\n\f\r '));
const ENDS = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%'));
const [PERCENT, OPEN, CLOSE, LESS, MORE, BACKSLASH, SLASH] = Buffer.from('%()<>\\/');
/** Bytes behind the end of a picture that are looked at: it is no end where they are no words. */
const BEHIND = 12;

const isSpace = (byte: number | undefined) => byte === undefined || SPACES.has(byte);
const isWord = (byte: number) => SPACES.has(byte) || (byte >= 0x20 && byte < 0x7f);

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

/** Where a picture ends that stands in a drawing. @param from the word `ID` */
function endOfPicture(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf('EI', from + 3); at >= 0; at = bytes.indexOf('EI', at + 1)) {
    const isAlone = isSpace(bytes[at - 1]) && isSpace(bytes[at + 2]);
    if (isAlone && bytes.subarray(at + 2, at + 2 + BEHIND).every(isWord)) return at + 2;
  }
  return undefined;
}

/** What is said of a marked part, of which readers need little; undefined where it is no more than that. */
function stripped(said: Buffer, context: PDFContext): Buffer | undefined {
  const dict = PDFObjectParser.forBytes(said, context).parseObject();
  if (!(dict instanceof PDFDict)) return undefined;
  const count = dict.keys().length;
  keep(dict, KEPT.marked);
  return dict.keys().length === count ? undefined : Buffer.from(dict.toString(), 'latin1');
}

function endOfWord(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && !ENDS.has(bytes[at] ?? 0)) at++;
  return at;
}

/** A drawing without comments, and without what programs say of its parts; undefined where it has none, or goes on in another stream. */
export function strippedDrawing(bytes: Buffer, context: PDFContext): Buffer | undefined {
  const pieces: Buffer[] = [];
  let [from, depth, isChanged] = [0, 0, false];
  let said = { from: 0, to: -1 };
  const replace = (start: number, end: number, by: Buffer) => {
    pieces.push(bytes.subarray(from, start), by);
    from = end;
    isChanged = true;
  };
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at];
    const isPair = (byte === LESS || byte === MORE) && bytes[at + 1] === byte;
    let end: number | undefined = at + 1;
    if (byte === PERCENT) {
      while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
      if (depth > 0) return undefined;
      replace(at, end, Buffer.from(' '));
    } else if (byte === OPEN) end = endOfText(bytes, at);
    else if (isPair) {
      end = at + 2;
      if (byte === LESS && depth++ === 0) said = { from: at, to: -1 };
      if (byte === MORE && --depth === 0) said.to = end;
    } else if (byte === LESS) end = bytes.indexOf(MORE ?? 0, at) + 1 || undefined;
    else if (byte === SLASH) end = endOfWord(bytes, at + 1);
    else if (!ENDS.has(byte ?? 0)) {
      end = endOfWord(bytes, at);
      const word = end - at < 4 ? bytes.toString('latin1', at, end) : '';
      if (word === 'ID') end = endOfPicture(bytes, at);
      else if ((word === 'BDC' || word === 'DP') && said.to > 0 && said.from >= from) {
        const isOperand = bytes.subarray(said.to, at).every((one) => SPACES.has(one));
        const dict = isOperand ? stripped(bytes.subarray(said.from, said.to), context) : undefined;
        if (dict) replace(said.from, said.to, dict);
      }
    }
    if (end === undefined || depth < 0) return undefined;
    at = end;
  }
  if (!isChanged || depth !== 0) return undefined;
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}
