import { type Box, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';

/**
 * How many seconds of a track may be in the file and not be played: encoders begin sound, and some pictures, with what
 * only warms decoders up.
 */
const MOST_UNPLAYED = { vide: 0.1, soun: 0.25 };
const FOR_GOOD =
  'Cut it for good, with its pictures encoded anew: ffmpeg -i film.mp4 -c:v libx264 -c:a aac cut.mp4';

const below = (bytes: Buffer, box: Box | undefined, type: string): Box | undefined =>
  box && inside(bytes, box).find((one) => one.type === type);

const isLong = (bytes: Buffer, box: Box) => bytes.readUInt8(box.content) === 1;

/** How many of its units a second has, as the head of a film or of its media says. */
function scaleOf(bytes: Buffer, head: Box): number {
  const scale = bytes.readUInt32BE(head.content + (isLong(bytes, head) ? 20 : 12));
  mustHold(scale > 0, 'The film does not say how long a second is.');
  return scale;
}

/** The pairs of numbers of a table: of how many samples something is said, and what. */
function* pairsOf(bytes: Buffer, table: Box): Generator<[count: number, value: number]> {
  const end = table.content + 8 + bytes.readUInt32BE(table.content + 4) * 8;
  mustHold(end <= table.end, 'A table of the film is torn.');
  for (let at = table.content + 8; at < end; at += 8)
    yield [bytes.readUInt32BE(at), bytes.readInt32BE(at + 4)];
}

/** From when to when the samples of a track are shown, in units of its media, with all that is never played. */
function timesOf(bytes: Buffer, table: Box): { from: number; to: number } {
  const [lengths, delays] = ['stts', 'ctts'].map((type) => below(bytes, table, type));
  mustHold(lengths !== undefined, 'A track of the film does not say how long its samples are.');
  const later = delays ? pairsOf(bytes, delays) : [][Symbol.iterator]();
  let [left, delay] = [0, 0];
  let time = 0;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const [count, signed] of pairsOf(bytes, lengths)) {
    const length = signed >>> 0;
    for (let rest = count; rest > 0; ) {
      while (left === 0) {
        const next = later.next();
        [left, delay] = next.done ? [Number.POSITIVE_INFINITY, 0] : next.value;
      }
      const run = Math.min(rest, left);
      from = Math.min(from, time + delay);
      time += run * length;
      to = Math.max(to, time + delay);
      [rest, left] = [rest - run, left - run];
    }
  }
  return { from, to };
}

/** What of its media a track plays, in units of these: parts, as the list of its edits says. */
function playedOf(bytes: Buffer, list: Box, scale: number): [from: number, to: number][] {
  const wide = isLong(bytes, list);
  const each = wide ? 20 : 12;
  const count = bytes.readUInt32BE(list.content + 4);
  mustHold(list.content + 8 + count * each <= list.end, 'A table of the film is torn.');
  return Array.from({ length: count }, (_, index): [number, number] => {
    const at = list.content + 8 + index * each;
    const length = wide ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
    const from = wide ? Number(bytes.readBigInt64BE(at + 8)) : bytes.readInt32BE(at + 4);
    // Of a film in fragments nobody knew how long it would be.
    return [from, length === 0 ? Number.POSITIVE_INFINITY : from + length * scale];
  })
    .filter(([from]) => from >= 0)
    .toSorted(([one], [other]) => one - other);
}

/**
 * Refuses a film that plays a part of itself alone, as programs leave that cut without encoding: what was cut off is still
 * in it.
 *
 * @param film the box `moov`
 * @param track one that is shown in it
 * @throws UnsoundFile
 */
export function refuseUnplayed(bytes: Buffer, film: Box, track: Box, handler: 'vide' | 'soun') {
  const list = below(bytes, below(bytes, track, 'edts'), 'elst');
  const media = below(bytes, track, 'mdia');
  const [head, of] = [below(bytes, media, 'mdhd'), below(bytes, film, 'mvhd')];
  const table = below(bytes, below(bytes, media, 'minf'), 'stbl');
  if (!list || !head || !of || !table) return;
  const second = scaleOf(bytes, head);
  const played = playedOf(bytes, list, second / scaleOf(bytes, of));
  if (played.length === 0) return;
  const { from, to } = timesOf(bytes, table);
  // Fragments count on from here.
  let [at, unplayed] = [Number.isFinite(from) ? from : 0, 0];
  for (const [start, end] of played) {
    unplayed += Math.max(0, start - at);
    at = Math.max(at, end);
  }
  unplayed += Math.max(0, to - at);
  mustHold(
    unplayed <= MOST_UNPLAYED[handler] * second,
    `${(unplayed / second).toFixed(1)} seconds of the film are cut off, and still in its file. ${FOR_GOOD}`,
  );
}
