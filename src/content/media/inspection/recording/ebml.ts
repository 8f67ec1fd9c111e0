import type { FileBytes } from '../file-bytes.ts';
import { damaged } from '../media-fault.ts';

/** An element of EBML (RFC 8794): its id, and where what it holds begins and ends. */
export interface Element {
  id: number;
  from: number;
  to: number;
}

/** Elements that may be of a size that is not known as they are written: a film, and a piece of it. */
const [SEGMENT, CLUSTER] = [0x18538067, 0x1f43b675];
/** What stands beside pieces of a film, and so ends one of unknown size. */
const BESIDE = [
  CLUSTER,
  0x1c53bb6b,
  0x1549a966,
  0x1654ae6b,
  0x1254c367,
  0x1043a770,
  0x1941a469,
  0x114d9b74,
];
const MOST_ELEMENTS = 5_000_000;

/** A number that says its own length. @param isId whether the bit that says it is kept */
function variable(
  bytes: FileBytes,
  at: number,
  isId: boolean,
): { value: number; length: number; isUnknown: boolean } {
  const first = bytes.u8(at);
  const length = Math.clz32(first) - 23;
  if (length > (isId ? 4 : 8)) throw damaged('the parts of this WebM do not follow each other');
  let value = isId ? first : first & (0xff >> length);
  let isUnknown = !isId && value === 0xff >> length;
  for (const byte of bytes.at(at + 1, length - 1)) {
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value, length, isUnknown };
}

function elementAt(bytes: FileBytes, at: number, end: number): Element {
  const id = variable(bytes, at, true);
  const size = variable(bytes, at + id.length, false);
  const from = at + id.length + size.length;
  if (!size.isUnknown) {
    if (from + size.value > end) throw damaged('this WebM ends before its content does');
    return { id: id.value, from, to: from + size.value };
  }
  if (id.value === SEGMENT) return { id: id.value, from, to: end };
  if (id.value !== CLUSTER) throw damaged('the parts of this WebM do not follow each other');
  let to = from;
  for (let count = 0; to < end; count++) {
    if (BESIDE.includes(variable(bytes, to, true).value)) break;
    if (count > MOST_ELEMENTS) throw damaged('this WebM has too many parts');
    to = elementAt(bytes, to, end).to;
  }
  return { id: id.value, from, to };
}

/** The elements in another, one after another. @throws MediaFault where they do not fit */
export function* elementsIn(bytes: FileBytes, { from, to }: Element): Generator<Element> {
  let count = 0;
  for (let at = from; at < to; ) {
    const element = elementAt(bytes, at, to);
    if (++count > MOST_ELEMENTS) throw damaged('this WebM has too many parts');
    yield element;
    at = element.to;
  }
}

/** The whole number that an element holds. */
export const numberOf = (bytes: FileBytes, { from, to }: Element): number =>
  bytes.at(from, Math.min(8, to - from)).reduce((sum, byte) => sum * 256 + byte, 0);

/** The number with a fraction that an element holds; 0 where it holds none. */
export function floatOf(bytes: FileBytes, { from, to }: Element): number {
  if (to - from === 4) return bytes.at(from, 4).readFloatBE();
  return to - from === 8 ? bytes.at(from, 8).readDoubleBE() : 0;
}

/** The characters that an element holds, at most 100. */
export const textOf = (bytes: FileBytes, { from, to }: Element): string =>
  bytes.text(from, Math.min(100, to - from)).replace(/\0/g, '');
