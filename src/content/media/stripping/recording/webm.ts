import { mustHold } from '../unsound.ts';

/** Elements of Matroska (RFC 9559), by their ids. */
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const VOID = 0xec;
/** On the first level: the head of the file, and what a player needs. Tags, attachments and chapters are not among it. */
const FIRST = new Set([0x1a45dfa3, SEGMENT]);
const LEVEL_ONE = new Set([0x114d9b74, INFO, TRACKS, CLUSTER, 0x1c53bb6b]);
/** What may follow a cluster that does not say how long it is. */
const AFTER_CLUSTER = new Set([...LEVEL_ONE, 0x1254c367, 0x1941a469, 0x1043a770]);
/** Of the information: the scale of its times and its length. */
const KEPT_INFO = new Set([0x2ad7b1, 0x4489]);
/** The names of the programs that wrote it must be there; they are made blank. */
const PROGRAMS = new Set([0x4d80, 0x5741]);
/** Names of a track and of its codec, sums that no longer hold, and what is attached. */
const LOST_OF_TRACK = new Set([0x536e, 0x258688, 0x7446, 0xbf]);
const TRACK_TYPE = 0x83;
/** Film and sound. Some cameras write where they are as subtitles; captions of an archive are files of their own. */
const SHOWN = new Set([1, 2]);

interface Element {
  id: number;
  start: number;
  content: number;
  /** Left out where the element does not say how long it is. */
  end?: number;
}

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
function voided(bytes: Buffer, start: number, end: number): void {
  const length = end - start;
  bytes.fill(0, start, end);
  bytes[start] = VOID;
  if (length < 9) bytes[start + 1] = 0x80 | (length - 2);
  else {
    bytes.writeUIntBE(length - 9, start + 3, 6);
    bytes[start + 1] = 0x01;
  }
}

function* elementsIn(bytes: Buffer, from: number, to: number): Iterable<Element & { end: number }> {
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

function stripInfo(bytes: Buffer, from: number, to: number): void {
  for (const { id, start, content, end } of elementsIn(bytes, from, to))
    if (PROGRAMS.has(id)) bytes.fill(0, content, end);
    else if (!KEPT_INFO.has(id)) voided(bytes, start, end);
}

function stripTracks(bytes: Buffer, from: number, to: number): void {
  for (const track of elementsIn(bytes, from, to)) {
    if (track.id !== TRACK) {
      voided(bytes, track.start, track.end);
      continue;
    }
    for (const { id, start, content, end } of elementsIn(bytes, track.content, track.end)) {
      if (LOST_OF_TRACK.has(id)) voided(bytes, start, end);
      const isShown = id !== TRACK_TYPE || SHOWN.has(bytes[end - 1] ?? 0);
      mustHold(isShown && content <= end, 'The film has a track that is neither film nor sound.');
    }
  }
}

/**
 * A film (WebM) without what it tells beside picture and sound: that becomes empty room, so that all else stays where its
 * index says.
 *
 * @throws UnsoundFile also where it has tracks that are neither film nor sound
 */
export function strippedWebm(file: Buffer): Uint8Array {
  const bytes = Buffer.from(file);
  let hasMedia = false;
  for (const first of elementsIn(bytes, 0, bytes.length)) {
    if (!FIRST.has(first.id)) voided(bytes, first.start, first.end);
    if (first.id !== SEGMENT) continue;
    for (const { id, start, content, end } of elementsIn(bytes, first.content, first.end)) {
      if (!LEVEL_ONE.has(id)) voided(bytes, start, end);
      if (id === INFO) stripInfo(bytes, content, end);
      if (id === TRACKS) stripTracks(bytes, content, end);
      hasMedia ||= id === CLUSTER;
    }
  }
  mustHold(hasMedia, 'The film holds no picture and no sound.');
  return bytes;
}
