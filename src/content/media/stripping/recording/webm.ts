import { mustHold } from '../unsound.ts';
import { AV1, stripCodecPrivate } from './codec-private.ts';
import { elementsIn, type Span, voided } from './ebml.ts';
import { stripObus } from './obus.ts';

/** The file itself, as if it were an element. */
const FILE = 0;
/** Elements of Matroska (RFC 9559), by their ids. */
const [HEAD, SEGMENT, INFO, TRACKS, TRACK, CLUSTER] = [
  0x1a45dfa3, 0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675,
];
const [TYPE, CODEC, PRIVATE, VIDEO, AUDIO] = [0x83, 0x86, 0x63a2, 0xe0, 0xe1];
const [GROUP, ADDITIONS, MORE, PLACES, PLACE, CUES, CUE, CUED] = [
  0xa0, 0x75a1, 0xa6, 0x114d9b74, 0x4dbb, 0x1c53bb6b, 0xbb, 0xb7,
];
const [NUMBER, SIMPLE_BLOCK, BLOCK] = [0xd7, 0xa3, 0xa1];
/** Before its picture a block has the number of its track in one byte and more, its time, and flags. */
const [BEHIND_NUMBER, LACING] = [3, 0x06];
const [COLOUR, MASTERING, PROJECTION] = [0x55b0, 0x55d0, 0x7670];

/**
 * The elements that are kept, by the one that they lie in: what a player needs. Tags, attachments, chapters, names of tracks
 * and codecs, dates, sums and empty room are not among them.
 */
const KEPT = new Map<number, ReadonlySet<number>>(
  [
    [FILE, HEAD, SEGMENT],
    [HEAD, 0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285],
    [SEGMENT, PLACES, INFO, TRACKS, CLUSTER, CUES],
    [PLACES, PLACE],
    [PLACE, 0x53ab, 0x53ac],
    [INFO, 0x2ad7b1, 0x4489, 0x4d80, 0x5741],
    [TRACKS, TRACK],
    [
      TRACK,
      ...[
        0xd7,
        0x73c5,
        TYPE,
        0xb9,
        0x88,
        0x55aa,
        0x9c,
        0x6de7,
        0x6df8,
        0x23e383,
        0x234e7a,
        0x23314f,
      ],
      ...[0x55ee, 0x22b59c, 0x22b59d, CODEC, PRIVATE, 0xaa, 0x56aa, 0x56bb, VIDEO, AUDIO, 0x6d80],
    ],
    [
      VIDEO,
      ...[0x9a, 0x9d, 0x53b8, 0x53c0, 0xb0, 0xba, 0x54aa, 0x54bb, 0x54cc, 0x54dd, 0x54b0, 0x54ba],
      ...[0x54b2, 0x54b3, 0x2eb524, COLOUR, PROJECTION],
    ],
    [
      COLOUR,
      ...[0x55b1, 0x55b2, 0x55b3, 0x55b4, 0x55b5, 0x55b6, 0x55b7, 0x55b8, 0x55b9, 0x55ba, 0x55bb],
      ...[0x55bc, 0x55bd, MASTERING],
    ],
    [
      MASTERING,
      ...[0x55d1, 0x55d2, 0x55d3, 0x55d4, 0x55d5, 0x55d6, 0x55d7, 0x55d8, 0x55d9, 0x55da],
    ],
    [PROJECTION, 0x7671, 0x7672, 0x7673, 0x7674, 0x7675],
    [AUDIO, 0xb5, 0x78b5, 0x9f, 0x6264],
    [CLUSTER, 0xe7, 0xa7, 0xab, 0xa3, GROUP],
    [GROUP, 0xa1, 0x9b, 0xfa, 0xfb, 0x75a2, ADDITIONS],
    [ADDITIONS, MORE],
    [MORE, 0xee, 0xa5],
    [CUES, CUE],
    [CUE, 0xb3, CUED],
    [CUED, 0xf7, 0xf1, 0xf0, 0xb2, 0x5378],
  ].map(([parent = FILE, ...kept]) => [parent, new Set(kept)]),
);

/** The names of the programs that wrote it must be there; they are made blank. */
const PROGRAMS = new Set([0x4d80, 0x5741]);
/** Film and sound. Some cameras write where they are as subtitles; captions of an archive are files of their own. */
const SHOWN = new Set([1, 2]);
/** The numbers by which what is added to a picture says what it is; the first is how much shines through. */
const [ADDED, TRANSPARENCY] = [0xee, 1];

const numberOf = (bytes: Buffer, { content, end }: Span) =>
  end - content > 6
    ? Number.NaN
    : bytes.subarray(content, end).reduce((sum, byte) => sum * 256 + byte, 0);

/** Takes out of a track what it tells besides. @param found takes up its number if its pictures are of AV1 */
function stripTrack(bytes: Buffer, track: Span, found: Set<number>): void {
  const fields = [...elementsIn(bytes, track.content, track.end)];
  const codec = fields.find(({ id }) => id === CODEC);
  const name = codec ? bytes.toString('latin1', codec.content, codec.end).replace(/\0/g, '') : '';
  const number = fields.find(({ id }) => id === NUMBER);
  if (number && name === AV1) found.add(numberOf(bytes, number));
  for (const field of fields) {
    const isShown = field.id !== TYPE || SHOWN.has(numberOf(bytes, field));
    mustHold(isShown, 'The film has a track that is neither film nor sound.');
    if (field.id === PRIVATE) stripCodecPrivate(bytes.subarray(field.content, field.end), name);
  }
}

/** Whether what is added to a picture is seen. */
function isSeen(bytes: Buffer, { content, end }: Span): boolean {
  const said = [...elementsIn(bytes, content, end)].find(({ id }) => id === ADDED);
  return said === undefined || numberOf(bytes, said) === TRANSPARENCY;
}

/** Takes out of a block of AV1 what is no picture. @param tracks those of AV1, by their numbers */
function stripBlock(bytes: Buffer, { content, end }: Span, tracks: ReadonlySet<number>): void {
  const width = Math.clz32(bytes.readUInt8(content)) - 23;
  const number = bytes.readUIntBE(content, Math.min(width, 6)) - 2 ** (7 * width);
  if (!tracks.has(number)) return;
  const start = content + width + BEHIND_NUMBER;
  mustHold(start <= end, 'A picture of the film is torn.');
  const isLaced = (bytes.readUInt8(start - 1) & LACING) !== 0;
  mustHold(!isLaced, 'The pictures of the film lie in one another.');
  stripObus(bytes, start, end);
}

/** Takes out of an element what is not kept. @param av1 the numbers of tracks of AV1 @returns whether pictures or sound lie in it */
function strip(
  bytes: Buffer,
  parent: number,
  { content: from, end: to }: Pick<Span, 'content' | 'end'>,
  av1: Set<number>,
): boolean {
  const kept = KEPT.get(parent);
  let hasMedia = false;
  for (const element of elementsIn(bytes, from, to)) {
    const { id, content, end } = element;
    if (!kept?.has(id) || (id === MORE && !isSeen(bytes, element))) {
      voided(bytes, element);
      continue;
    }
    if (PROGRAMS.has(id)) bytes.fill(0, content, end);
    if (id === TRACK) stripTrack(bytes, element, av1);
    if (id === SIMPLE_BLOCK || id === BLOCK) stripBlock(bytes, element, av1);
    if (KEPT.has(id)) hasMedia = strip(bytes, id, element, av1) || hasMedia;
    hasMedia ||= id === CLUSTER;
  }
  return hasMedia;
}

/**
 * A film (WebM) without what it tells beside picture and sound: that becomes empty room, so that all else stays where its
 * index says.
 *
 * @throws UnsoundFile also where it has tracks that are neither film nor sound
 */
export function strippedWebm(file: Buffer): Uint8Array {
  const bytes = Buffer.from(file);
  const whole = { content: 0, end: bytes.length };
  const av1 = new Set<number>();
  const hasMedia = strip(bytes, FILE, whole, av1);
  // Its tracks may be told of behind its pictures.
  if (av1.size > 0) strip(bytes, FILE, whole, av1);
  mustHold(hasMedia, 'The film holds no picture and no sound.');
  return bytes;
}
