/** What the objects of a PDF are written in (ISO 32000-1, 7.2): names, texts and marks; all else is passed over. */

/** A name is without its stroke and its escapes, a text is where it is written with its brackets; of an object it is known where it begins, of a stream where its data are. */
export type Token =
  | { kind: 'name'; name: string }
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'object'; at: number }
  | { kind: 'text' | 'stream'; from: number; to: number };

const SPACES = '\0\t\n\f\r ';
const ENDS = new Set(Buffer.from(`${SPACES}()<>[]{}/%`));
const [PERCENT, PAREN, END_PAREN, LESS, MORE, SLASH, BACKSLASH] = Buffer.from('%()<>/\\');
const isEnd = (byte: number | undefined) => byte === undefined || ENDS.has(byte);

const endOfWord = (bytes: Buffer, from: number): number => {
  let at = from;
  while (!isEnd(bytes[at])) at++;
  return at;
};

/** Where a text in round brackets ends, which may stand in each other. */
function endOfText(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === PAREN) depth++;
    else if (byte === END_PAREN && --depth === 0) return at + 1;
  }
  return bytes.length;
}

/** Where the line ends at which a comment stands. */
function endOfComment(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
  return at;
}

const after = (at: number, length: number) => (at < 0 ? length : at + 1);

/** A name as it is meant: any of its letters may be written as two digits. */
const unescaped = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * The names, texts and marks of a PDF, or of the objects that one of its streams holds, in order.
 *
 * @param endOfData asked for the place at which the data of a stream end that begin at a place
 */
export function* tokensOf(bytes: Buffer, endOfData: (from: number) => number): Generator<Token> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    if (byte === PERCENT) at = endOfComment(bytes, at);
    else if (byte === PAREN) {
      const end = endOfText(bytes, at);
      yield { kind: 'text', from: at, to: end };
      at = end;
    } else if (byte === SLASH) {
      const end = endOfWord(bytes, at + 1);
      yield {
        kind: 'name',
        name: unescaped(bytes.toString('latin1', at + 1, Math.min(end, at + 200))),
      };
      at = end;
    } else if (byte === LESS || byte === MORE) {
      const isPair = bytes[at + 1] === byte;
      if (isPair) yield byte === LESS ? { kind: 'open' } : { kind: 'close' };
      const isText = byte === LESS && !isPair;
      const end = isText ? after(bytes.indexOf(MORE ?? 0, at), bytes.length) : at + 1;
      if (isText) yield { kind: 'text', from: at, to: end };
      at = isPair ? at + 2 : end;
    } else if (isEnd(byte)) at++;
    else {
      const end = endOfWord(bytes, at);
      const word = end - at < 10 ? bytes.toString('latin1', at, end) : '';
      at = end;
      if (word === 'obj') yield { kind: 'object', at };
      if (word !== 'stream') continue;
      const from = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? at + 2 : at + 1;
      at = endOfData(from);
      yield { kind: 'stream', from, to: at };
    }
  }
}
