import { mustHold } from '../unsound.ts';

/** Kinds of units of H.264 (ITU-T H.264, table 7-1). */
const [MESSAGES, DELIMITER, FILLER] = [6, 9, 12];
/** Parts of pictures, and how these are made; what is of other layers, of the future or of programs is not seen. */
const PICTURES = new Set([1, 2, 3, 4, 5, 7, 8]);
/** Messages that any program may fill: registered in a country, and registered nowhere. */
const [REGISTERED, UNREGISTERED] = [4, 5];
/** The last message that the standard knows; what follows is for its future. */
const LAST_KNOWN = 205;
/** Who registered captions and the brightness of pictures: they are seen. */
const SEEN = new Set([0xb50031, 0xb5003b, 0xb5003c]);
const BLANK = 0x20;

/** The bytes of a unit without escapes: a 3 behind two zeros is passed over by decoders. */
class Escaped {
  readonly #bytes: Buffer;
  readonly #end: number;
  /** How many zeros stand before. */
  #zeros = 0;
  at: number;

  constructor(bytes: Buffer, from: number, to: number) {
    this.#bytes = bytes;
    this.at = from;
    this.#end = to;
  }

  /** Whether an escape stands here. */
  get #isEscape(): boolean {
    return this.#zeros >= 2 && this.#bytes[this.at] === 3;
  }

  /** How many bytes are left, with escapes. */
  get left(): number {
    return this.#end - this.at;
  }

  /** Gives the next byte. @throws UnsoundFile at the end */
  next(): number {
    if (this.#isEscape) [this.at, this.#zeros] = [this.at + 1, 0];
    mustHold(this.at < this.#end, 'A message within the film is torn.');
    const byte = this.#bytes.readUInt8(this.at++);
    this.#zeros = byte === 0 ? this.#zeros + 1 : 0;
    return byte;
  }

  /** The same bytes from here on, read apart. */
  ahead(): Escaped {
    const other = new Escaped(this.#bytes, this.at, this.#end);
    other.#zeros = this.#zeros;
    return other;
  }
}

/** Makes the bytes of a message blanks, as many as it has. Escapes stay, with what makes them such, so that nothing becomes longer. */
function blank(bytes: Buffer, message: Escaped, length: number): void {
  for (let count = 0; count < length; count++) {
    const start = message.at;
    message.next();
    const at = message.at - 1;
    const isBehindEscape = at > start;
    const isZero = bytes[at] === 0;
    const isEscapedNext = isZero && bytes[at + 1] === 0 && bytes[at + 2] === 3;
    const isEscaped = isZero && bytes[at - 1] === 0 && bytes[at + 1] === 3;
    if (!isEscapedNext && !isEscaped) bytes[at] = isBehindEscape ? 1 : BLANK;
  }
}

/** A number of a message: bytes of 255, and one below it, added up. */
function numberOf(message: Escaped): number {
  let value = 0;
  for (;;) {
    const byte = message.next();
    value += byte;
    if (byte < 0xff) return value;
  }
}

/** Blanks in a unit of messages those that programs and cameras fill as they like. @throws UnsoundFile */
function stripMessages(bytes: Buffer, from: number, to: number): void {
  const messages = new Escaped(bytes, from, to);
  // The last byte says where the bits end, and is none of a message.
  while (messages.left > 2) {
    const [type, length] = [numberOf(messages), numberOf(messages)];
    mustHold(length <= messages.left, 'A message within the film is torn.');
    const head = messages.ahead();
    const isSeen = type === REGISTERED && length >= 3 && SEEN.has(registrantOf(head));
    if (type === UNREGISTERED || type > LAST_KNOWN || (type === REGISTERED && !isSeen))
      blank(bytes, messages, length);
    else for (let count = 0; count < length; count++) messages.next();
  }
}

const registrantOf = (message: Escaped): number =>
  (message.next() << 16) | (message.next() << 8) | message.next();

/**
 * Takes out of a unit of H.264 what is no picture: which program wrote it and how it was set, with which camera and where.
 * It stays as long as it was.
 *
 * @throws UnsoundFile
 */
export function stripUnit(bytes: Buffer, from: number, to: number): void {
  if (to - from < 2) return;
  const kind = bytes.readUInt8(from) & 0x1f;
  if (kind === MESSAGES) stripMessages(bytes, from + 1, to);
  if (kind === MESSAGES || PICTURES.has(kind)) return;
  if (kind === DELIMITER && to - from === 2) {
    // Three bits say which kinds of pictures follow.
    bytes[from + 1] = ((bytes[from + 1] ?? 0) & 0xe0) | 0x10;
    return;
  }
  bytes[from] = FILLER;
  bytes.fill(0xff, from + 1, to);
  bytes[to - 1] = 0x80;
}

/** The same of all units that follow each other. @param width of the number before each that says its length, in bytes */
export function stripUnits(bytes: Buffer, from: number, to: number, width: number): void {
  for (let at = from; at < to; ) {
    const start = at + width;
    mustHold(start <= to, 'A picture of the film is torn.');
    const end = start + bytes.readUIntBE(at, width);
    mustHold(end <= to, 'A picture of the film is torn.');
    stripUnit(bytes, start, end);
    at = end;
  }
}
