import { mustHold } from '../unsound.ts';

/** Kinds of units of H.264 (ITU-T H.264, table 7-1). */
const [MESSAGES, FILLER] = [6, 12];
const FIRST_OF_PROGRAMS = 24;
/** Messages that any program may fill: registered in a country, and registered nowhere. */
const [REGISTERED, UNREGISTERED] = [4, 5];
/** The last message that the standard knows; what follows is for its future. */
const LAST_KNOWN = 205;
/** Who registered captions and the brightness of pictures: they are seen. */
const SEEN = new Set([0xb50031, 0xb5003b, 0xb5003c]);
const BLANK = 0x20;

/** Where the bytes of a unit lie that are no escapes: a 3 behind two zeros is passed over by decoders. */
function placesOf(
  bytes: Buffer,
  from: number,
  to: number,
): { places: number[]; escapes: Set<number> } {
  const places: number[] = [];
  const escapes = new Set<number>();
  let zeros = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (zeros >= 2 && byte === 3) {
      escapes.add(at);
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    places.push(at);
  }
  return { places, escapes };
}

/** Makes the bytes of a message blanks. Escapes stay, with what makes them such, so that nothing becomes longer. */
function blank(bytes: Buffer, places: readonly number[], escapes: ReadonlySet<number>): void {
  for (const at of places) {
    const isBeforeEscape = escapes.has(at + 1) || (bytes[at + 1] === 0 && escapes.has(at + 2));
    if (!isBeforeEscape) bytes[at] = escapes.has(at - 1) ? 1 : BLANK;
  }
}

/** Blanks in a unit of messages those that programs and cameras fill as they like. @throws UnsoundFile */
function stripMessages(bytes: Buffer, from: number, to: number): void {
  const { places, escapes } = placesOf(bytes, from, to);
  const byteAt = (at: number) => bytes[places[at] ?? to] ?? 0;
  // The last byte says where the bits end, and is none of a message.
  for (let at = 0; at + 2 < places.length; ) {
    const [type, length] = [0, 1].map(() => {
      let value = 0;
      while (at < places.length && byteAt(at) === 0xff) [value, at] = [value + 0xff, at + 1];
      return value + byteAt(at++);
    }) as [number, number];
    mustHold(at + length <= places.length, 'A message within the film is torn.');
    const registrant = (byteAt(at) << 16) | (byteAt(at + 1) << 8) | byteAt(at + 2);
    const isSeen = type === REGISTERED && SEEN.has(registrant);
    if (type === UNREGISTERED || type > LAST_KNOWN || (type === REGISTERED && !isSeen))
      blank(bytes, places.slice(at, at + length), escapes);
    at += length;
  }
}

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
  if (kind !== 0 && kind !== FILLER && kind < FIRST_OF_PROGRAMS) return;
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
