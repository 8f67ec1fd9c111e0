import { mustHold } from '../unsound.ts';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const VOID = 0xec;
/** What may follow a cluster that does not say how long it is. */
const AFTER_CLUSTER = new Set([
  CLUSTER,
  0x114d9b74,
  0x1549a966,
  0x1654ae6b,
  0x1c53bb6b,
  0x1254c367,
  0x1941a469,
  0x1043a770,
]);

/** An element of Matroska (RFC 9559), and where it and its content lie in the file. */
interface Element {
  id: number;
  start: number;
  content: number;
  /** Left out where the element does not say how long it is. */
  end?: number;
}

/** An element whose end is known. */
export type Span = Element & { end: number };

/** How many bytes a number takes, as its first byte says. */
const lengthOf = (first: number) => Math.clz32(first) - 23;

function elementAt(bytes: Buffer, start: number, limit: number): Element {
  const idLength = lengthOf(bytes[start] ?? 0);
  const at = start + idLength;
  const sizeLength = lengthOf(bytes[at] ?? 0);
  const content = at + sizeLength;
  mustHold(idLength <= 4 && sizeLength <= 8 && content <= limit, 'An element of the film is torn.');
  const id = bytes.readUIntBE(start, idLength);
  let size = bytes.readUInt8(at) & (0xff >> sizeLength);
  let isUnknown = size === 0xff >> sizeLength;
  for (let next = at + 1; next < content; next++) {
    isUnknown &&= bytes[next] === 0xff;
    size = size * 256 + bytes.readUInt8(next);
  }
  if (isUnknown) return { id, start, content };
  mustHold(content + size <= limit, 'An element of the film is longer than what it lies in.');
  return { id, start, content, end: content + size };
}

/** Makes an element one of empty room, as long as it was. */
export function voided(bytes: Buffer, { start, end }: Pick<Span, 'start' | 'end'>): void {
  const length = end - start;
  bytes.fill(0, start, end);
  bytes[start] = VOID;
  if (length < 9) bytes[start + 1] = 0x80 | (length - 2);
  else {
    bytes.writeUIntBE(length - 9, start + 3, 6);
    bytes[start + 1] = 0x01;
  }
}

/** The elements from one place to another. @throws UnsoundFile */
export function* elementsIn(bytes: Buffer, from: number, to: number): Iterable<Span> {
  for (let at = from; at < to; ) {
    const element = elementAt(bytes, at, to);
    const { id, content } = element;
    const end = element.end ?? (id === CLUSTER ? endOfCluster(bytes, content, to) : to);
    mustHold(
      element.end !== undefined || id === SEGMENT || id === CLUSTER,
      'An element of the film has no end.',
    );
    yield { ...element, end };
    at = end;
  }
}

/** Where a cluster ends that does not say it: where the next element of its level begins. */
function endOfCluster(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const { id, end } = elementAt(bytes, at, to);
    if (AFTER_CLUSTER.has(id)) return at;
    mustHold(end !== undefined, 'An element of the film has no end.');
    at = end;
  }
  return to;
}
