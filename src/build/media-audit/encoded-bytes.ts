/** Bytes that a text has in another form. */
export interface Encoded {
  bytes: Buffer;
  /** The form, as a reader of a message knows it. */
  form: string;
}

/** A shorter run of letters and digits holds no picture. */
const SHORTEST = 300;
/** A text with fewer bytes that are written as escapes holds no picture in this form. */
const ESCAPES = 120;

/** What each byte of a text is to a run of base64, of hexadecimal digits or of decimal numbers. */
const LETTER = 1;
const SPACE = 2;
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9+/_-]/.test(character)) return LETTER;
  return /\s/.test(character) ? SPACE : 0;
});

/** How long an escape at a place of a text is that may stand within base64: a line end, or one of its signs. */
function escapeAt(bytes: Buffer, at: number): number {
  const [first, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (first === 0x5c) return second === 0x6e || second === 0x72 || second === 0x2f ? 2 : 0;
  const isPercent = first === 0x25 && (second === 0x32 || second === 0x30 || second === 0x33);
  if (isPercent && /[BbFfAaDd]/.test(String.fromCharCode(third ?? 0))) return 3;
  const reference =
    first === 0x26
      ? /^&#(?:x[\da-f]{1,2}|\d{1,2});/i.exec(bytes.toString('latin1', at, at + 8))
      : undefined;
  return reference?.[0].length ?? 0;
}

const unescaped = (text: string) =>
  text
    .replaceAll(/\\[nr]|%0[ad]|&#(?:x[ad]|1[03]);/gi, '')
    .replaceAll('\\/', '/')
    .replaceAll(/%2b|&#(?:x2b|43);/gi, '+')
    .replaceAll(/%2f|&#(?:x2f|47);/gi, '/')
    .replaceAll(/%3d|&#(?:x3d|61);/gi, '=');

const isHex = (text: string) => /^[\da-f\s]*$/i.test(text);

/** The bytes of a run of letters, digits and signs. Base64 may begin within it, so each of four beginnings is read. */
function* ofRun(run: string): Generator<Encoded> {
  const text = unescaped(run);
  if (isHex(text)) {
    const digits = text.replaceAll(/\s/g, '');
    yield {
      bytes: Buffer.from(digits.slice(0, digits.length & ~1), 'hex'),
      form: 'hexadecimal digits',
    };
    return;
  }
  for (let start = 0; start < 4; start++)
    yield { bytes: Buffer.from(text.slice(start), 'base64'), form: 'base64' };
}

function* ofRuns(bytes: Buffer): Generator<Encoded> {
  for (let at = 0; at < bytes.length; at++) {
    let [end, letters] = [at, 0];
    while (end < bytes.length) {
      const kind = KINDS[bytes[end] ?? 0];
      const length = kind ? 1 : escapeAt(bytes, end);
      if (length === 0) break;
      if (kind === LETTER) letters += 1;
      end += length;
    }
    if (letters >= SHORTEST) yield* ofRun(bytes.toString('latin1', at, end));
    at = end;
  }
}

/** A text in which escapes of bytes stand for what they say; undefined where it has few. */
function withoutEscapes(text: string, sign: RegExp, form: string): Encoded | undefined {
  const matches = text.match(sign)?.length ?? 0;
  if (matches < ESCAPES) return undefined;
  const bytes = Buffer.from(
    text.replaceAll(sign, (written) => String.fromCharCode(Number.parseInt(written.slice(-2), 16))),
    'latin1',
  );
  return { bytes, form };
}

const NUMBERS = /(?:\d{1,3}[,\s]\s{0,9}){300,}/g;

/** What a text holds that is written as text: base64, hexadecimal digits, escapes of URLs and scripts, lists of numbers. */
export function* encodedIn(bytes: Buffer): Generator<Encoded> {
  yield* ofRuns(bytes);
  const text = bytes.toString('latin1');
  for (const [sign, form] of [
    [/%[\da-f]{2}/gi, 'percent-encoding'],
    [/\\x[\da-f]{2}|\\u00[\da-f]{2}/gi, 'escapes of a script'],
  ] as const) {
    const encoded = withoutEscapes(text, sign, form);
    if (encoded) yield encoded;
  }
  for (const [numbers] of text.matchAll(NUMBERS))
    yield {
      bytes: Buffer.from(numbers.split(/[,\s]+/).map(Number)),
      form: 'a list of numbers',
    };
}

/** True for bytes that are a text, by how they begin. */
export function isText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) return false;
  let odd = 0;
  for (const byte of start) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) odd += 1;
  return odd * 50 <= start.length;
}
