import type { Box } from '../box.ts';

/** Where the fields of a box end, and which bytes of it mean nothing, both counted from where its content begins. */
interface Fields {
  end: number;
  unused: readonly (readonly [from: number, to: number])[];
}

/** How long a box is by its version, and what of it is set aside (ISO/IEC 14496-12). Places are those of version 0. */
interface Layout {
  lengths: readonly [short: number, long: number];
  unused?: readonly (readonly [from: number, to: number])[];
}

const LAYOUTS = new Map<string, Layout>([
  [
    'mvhd',
    {
      lengths: [100, 112],
      unused: [
        [26, 36],
        [72, 96],
      ],
    },
  ],
  [
    'tkhd',
    {
      lengths: [84, 96],
      unused: [
        [16, 20],
        [24, 32],
        [38, 40],
      ],
    },
  ],
  ['mdhd', { lengths: [24, 36], unused: [[22, 24]] }],
  ['vmhd', { lengths: [12, 12] }],
  ['smhd', { lengths: [8, 8], unused: [[6, 8]] }],
  ['nmhd', { lengths: [4, 4] }],
  ['mehd', { lengths: [8, 12] }],
  ['trex', { lengths: [24, 24] }],
  ['mfhd', { lengths: [8, 8] }],
  ['tfdt', { lengths: [8, 12] }],
]);

/** Tables behind a count: where that stands, and the width of what is counted by the version of the box, in bytes. */
const TABLES = new Map<string, { count: number; widths: readonly [short: number, long: number] }>([
  ['stts', { count: 4, widths: [8, 8] }],
  ['ctts', { count: 4, widths: [8, 8] }],
  ['stsc', { count: 4, widths: [12, 12] }],
  ['stco', { count: 4, widths: [4, 4] }],
  ['co64', { count: 4, widths: [8, 8] }],
  ['stss', { count: 4, widths: [4, 4] }],
  ['elst', { count: 4, widths: [12, 20] }],
]);

/** What `tfhd` states besides whose it is, by its flags, in bytes. */
const OF_FRAGMENT = [
  [0x1, 8],
  [0x2, 4],
  [0x8, 4],
  [0x10, 4],
  [0x20, 4],
] as const;

/** What of a box is made of its known fields; undefined of one that is looked through elsewhere. */
export function fieldsOf(bytes: Buffer, { type, content }: Box): Fields | undefined {
  const version = bytes.readUInt8(content) === 1 ? 1 : 0;
  const layout = LAYOUTS.get(type);
  if (layout) {
    const [short] = layout.lengths;
    const end = layout.lengths[version];
    // The longer numbers stand before all that is set aside but for what follows the id of a track.
    const shift = (place: number) =>
      version === 0 ? 0 : type === 'tkhd' && place < 24 ? 8 : end - short;
    const unused = (layout.unused ?? []).map(
      ([from, to]) => [from + shift(from), to + shift(from)] as const,
    );
    return { end, unused };
  }
  const table = TABLES.get(type);
  if (table) {
    const count = bytes.readUInt32BE(content + table.count);
    return { end: table.count + 4 + count * table.widths[version], unused: [] };
  }
  if (type === 'stsz') {
    const count = bytes.readUInt32BE(content + 4) === 0 ? bytes.readUInt32BE(content + 8) : 0;
    return { end: 12 + count * 4, unused: [] };
  }
  if (type === 'stz2') {
    const bits = bytes.readUInt8(content + 7) * bytes.readUInt32BE(content + 8);
    return { end: 12 + Math.ceil(bits / 8), unused: [[4, 7]] };
  }
  if (type === 'tfhd') {
    const flags = bytes.readUIntBE(content + 1, 3);
    const stated = OF_FRAGMENT.filter(([flag]) => flags & flag);
    return { end: stated.reduce((sum, [, width]) => sum + width, 8), unused: [] };
  }
  if (type === 'sidx') {
    const count = version === 1 ? 30 : 22;
    return {
      end: count + 2 + bytes.readUInt16BE(content + count) * 12,
      unused: [[count - 2, count]],
    };
  }
  return undefined;
}
