import { mustHold } from '../unsound.ts';
import { ownNumbers } from './colour-numbers.ts';

/** The places of a profile (ICC.1, 7.2): what its head says of program, time, platform and device, and what it is. */
const [HEAD, ENTRY, VERSION, MARK] = [128, 12, 8, 36];
const [PROGRAM, TIME, PLATFORM, DEVICE, CREATOR] = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 56],
  [80, HEAD],
] as const;
/** The first day of 2000: a profile has to be of some day. */
const SOME_DAY = [7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];
const MOST_TAGS = 200;
/** How many times its own length the parts of a profile may have, which may share numbers. */
const MOST_SHARED = 4;

/** What a reader needs to turn numbers into colours. Names, notes, serial numbers and measurements of a device are not among it. */
const NEEDED = new Set(
  `rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad lumi chrm cicp gamt
   A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3`.split(/\s+/),
);
/** Texts that a profile must have. */
const TEXTS = new Set(['desc', 'cprt']);

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A text without a word, as a version of profiles has it. */
function emptyText(tag: string, version: number): Buffer {
  if (version >= 4) return Buffer.concat([Buffer.from('mluc\0\0\0\0', 'latin1'), u32(0), u32(12)]);
  if (tag === 'cprt') return Buffer.from('text\0\0\0\0\0', 'latin1');
  // An empty name in letters, in Unicode, and in the script of old Macintoshes.
  return Buffer.concat([
    Buffer.from('desc\0\0\0\0', 'latin1'),
    u32(1),
    Buffer.alloc(1 + 8 + 3 + 67),
  ]);
}

/** What is kept of a profile, by its tags. @throws UnsoundFile */
function keptTags(profile: Buffer): [tag: string, value: Buffer][] {
  const count = profile.readUInt32BE(HEAD);
  mustHold(count <= MOST_TAGS, 'The colour profile of the picture has too many parts.');
  const kept: [string, Buffer][] = [];
  /** What was read, by its place: tags may share it. */
  const read = new Map<string, Buffer | undefined>();
  let length = 0;
  for (let index = 0; index < count; index++) {
    const at = HEAD + 4 + index * ENTRY;
    const tag = profile.toString('latin1', at, at + 4);
    const start = profile.readUInt32BE(at + 4);
    const end = start + profile.readUInt32BE(at + 8);
    mustHold(end <= profile.length, 'A part of the colour profile of the picture is too long.');
    if (TEXTS.has(tag)) kept.push([tag, emptyText(tag, profile.readUInt8(VERSION))]);
    if (!NEEDED.has(tag)) continue;
    const place = `${start} ${end}`;
    if (!read.has(place)) {
      const own = ownNumbers(profile.subarray(start, end));
      read.set(place, own);
      length += own?.length ?? 0;
    }
    mustHold(
      length <= profile.length * MOST_SHARED,
      'The parts of the colour profile of the picture lie in each other.',
    );
    const value = read.get(place);
    if (value) kept.push([tag, value]);
  }
  return kept;
}

/**
 * A colour profile (ICC) that says how numbers become colours, and nothing else: neither whose it is, nor of which device,
 * nor what made it and when.
 *
 * @throws UnsoundFile where it is none
 */
export function strippedProfile(profile: Buffer): Buffer {
  const isOne = profile.length > HEAD + 4 && profile.toString('latin1', MARK, MARK + 4) === 'acsp';
  mustHold(isOne, 'The colour profile of the picture is none.');
  const tags = keptTags(profile);
  const head = Buffer.from(profile.subarray(0, HEAD));
  for (const [from, to] of [PROGRAM, PLATFORM, DEVICE, CREATOR]) head.fill(0, from, to);
  head.set(SOME_DAY, TIME[0]);
  const values: Buffer[] = [];
  /** Where values begin: tags with the same numbers share them. */
  const places = new Map<string, number>();
  let at = HEAD + 4 + tags.length * ENTRY;
  const entries = tags.map(([tag, value]) => {
    const key = value.toString('latin1');
    const place = places.get(key) ?? at;
    if (!places.has(key)) {
      const padding = (4 - (value.length % 4)) % 4;
      places.set(key, at);
      values.push(value, Buffer.alloc(padding));
      at += value.length + padding;
    }
    return Buffer.concat([Buffer.from(tag, 'latin1'), u32(place), u32(value.length)]);
  });
  head.writeUInt32BE(at);
  return Buffer.concat([head, u32(tags.length), ...entries, ...values]);
}
