import { type Box, boxesIn, freed } from '../box.ts';
import { strippedProfile } from '../picture/colour-profile.ts';
import { mustHold } from '../unsound.ts';
import { stripUnit } from './nal-units.ts';
import { stripObus } from './obus.ts';
import type { Units } from './samples.ts';

/** How long what says of a picture or sound is before its boxes (ISO/IEC 14496-12, 12.1 and 12.2). */
const HEADS = new Map([
  ['vide', 78],
  ['soun', 28],
]);
/** What QuickTime adds to that of a sound, by its version. */
const MORE_OF_SOUND = [0, 16, 36];
/** The reference to where the data are, which is needed. */
const REFERENCE = 8;
/** How long what says of AV1 is before its units. */
export const AV1_HEAD = 4;
/** The name of the program that packed the pictures. */
const [PACKED_BY, SHOWN_FROM] = [42, 74];

/** The boxes that are kept, by the box that they lie in: what says how samples are decoded and shown. */
const ENTRY = '';
const KEPT = new Map(
  [
    [
      ENTRY,
      'avcC av1C vpcC esds dOps dfLa pasp colr clap btrt fiel gama chan chnl wave mdcv clli SmDm CoLL amve st3d sv3d',
    ],
    ['wave', 'frma mp4a esds chan \u0000\u0000\u0000\u0000'],
    ['sv3d', 'svhd proj'],
    ['proj', 'prhd cbmp equi mshp'],
  ].map(([parent = ENTRY, kept = '']) => [parent, kept.split(' ')]),
);

/** Blanks in what begins all pictures the units that are none. @returns the width of the lengths of units, in bytes */
function stripAvc(bytes: Buffer, { content, end }: Box): number {
  const hasMore = [100, 110, 122, 144].includes(bytes.readUInt8(content + 1));
  let at = content + 5;
  const sets = (mask: number) => {
    for (let left = bytes.readUInt8(at++) & mask; left > 0; left--) {
      const start = at + 2;
      const stop = start + bytes.readUInt16BE(at);
      mustHold(stop <= end, 'What begins the pictures of the film is torn.');
      stripUnit(bytes, start, stop);
      at = stop;
    }
  };
  sets(0x1f);
  sets(0xff);
  if (hasMore && at + 4 <= end) {
    at += 3;
    sets(0xff);
  }
  bytes.fill(0, at, end);
  return (bytes.readUInt8(content + 4) & 3) + 1;
}

/** The same of AV1. */
function stripAv1(bytes: Buffer, { content, end }: Box): Units {
  stripObus(bytes, Math.min(end, content + AV1_HEAD), end);
  return 'obus';
}

/** Blanks the blocks of a FLAC that are about the file: all but the first one. */
function stripFlac(bytes: Buffer, { content, end }: Box): void {
  for (let at = content + 4; at + 4 <= end; ) {
    const next = at + 4 + bytes.readUIntBE(at + 1, 3);
    mustHold(next <= end, 'A block of the sound is too long.');
    const head = bytes.readUInt8(at);
    if ((head & 0x7f) !== 0) {
      bytes[at] = (head & 0x80) | 1;
      bytes.fill(0, at + 4, next);
    }
    at = next;
  }
}

/** Takes a profile of colours for one that tells nothing, and is no longer. */
function stripColours(bytes: Buffer, { content, end }: Box): void {
  const form = bytes.toString('latin1', content, content + 4);
  if (form !== 'prof' && form !== 'rICC') return;
  const profile = strippedProfile(bytes.subarray(content + 4, end));
  mustHold(content + 4 + profile.length <= end, 'The colour profile of the film is torn.');
  bytes.fill(0, content + 4, end);
  profile.copy(bytes, content + 4);
}

function stripBoxes(bytes: Buffer, parent: string, boxes: readonly Box[]): Units | undefined {
  let units: Units | undefined;
  const kept = KEPT.get(parent) ?? [];
  for (const box of boxes) {
    if (!kept.includes(box.type)) freed(bytes, box);
    else if (box.type === 'avcC') units = stripAvc(bytes, box);
    else if (box.type === 'av1C') units = stripAv1(bytes, box);
    else if (box.type === 'dfLa') stripFlac(bytes, box);
    else if (box.type === 'colr') stripColours(bytes, box);
    // Behind its version it names the program.
    else if (box.type === 'svhd') bytes.fill(0, Math.min(box.end, box.content + 4), box.end);
    else if (KEPT.has(box.type)) stripBoxes(bytes, box.type, boxesIn(bytes, box.content, box.end));
  }
  return units;
}

/**
 * Takes out of the list of how samples are kept (`stsd`) what it tells besides.
 *
 * @param handler `vide` or `soun`
 * @returns what pictures are made of; undefined of all that is not looked through
 * @throws UnsoundFile
 */
export function stripEntries(bytes: Buffer, list: Box, handler: string): Units | undefined {
  const all = new Set<Units | undefined>();
  for (const entry of boxesIn(bytes, list.content + 8, list.end)) {
    mustHold(
      !/^(?:hvc1|hev1|dvh1|dvhe)$/.test(entry.type),
      'The film is kept as HEVC, whose messages are not looked through.',
    );
    const head = HEADS.get(handler) ?? 0;
    const isSound = handler === 'soun';
    const version =
      isSound && bytes.readUInt8(list.content) === 0
        ? bytes.readUInt16BE(entry.content + REFERENCE)
        : 0;
    const start = Math.min(entry.end, entry.content + head + (MORE_OF_SOUND[version] ?? 0));
    if (isSound) bytes.fill(0, entry.content + REFERENCE + 2, entry.content + REFERENCE + 8);
    else {
      bytes.fill(0, entry.content + REFERENCE, Math.min(start, entry.content + REFERENCE + 16));
      bytes.fill(
        0,
        Math.min(start, entry.content + PACKED_BY),
        Math.min(start, entry.content + SHOWN_FROM),
      );
    }
    const units = stripBoxes(bytes, ENTRY, boxesIn(bytes, start, entry.end));
    mustHold(
      !/^(?:avc[1-4]|av01)$/.test(entry.type) || units !== undefined,
      'The film does not say how its pictures begin.',
    );
    all.add(units);
  }
  mustHold(all.size <= 1, 'The pictures of one track of the film are kept in several ways.');
  return [...all][0];
}
