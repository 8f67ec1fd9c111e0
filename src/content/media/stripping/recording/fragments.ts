import { type Box, freed, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';
import type { Span } from './samples.ts';
import type { Track } from './track.ts';

/** What a list says of itself: its flags (ISO/IEC 14496-12, 8.8.7 and 8.8.8). */
const [FROM, ENTRY, DURATION, SIZE, ON_FRAGMENT] = [0x1, 0x2, 0x8, 0x10, 0x20000];
const [PLACE, FIRST, OF_EACH, SIZE_OF_EACH, DURATION_OF_EACH] = [0x1, 0x4, 0xf00, 0x200, 0x100];

const flagsOf = (bytes: Buffer, { content }: Box) => bytes.readUIntBE(content + 1, 3);

/** What the head of a part says: whose it is, where its data are counted from, and how large its samples are. */
function headOf(bytes: Buffer, head: Box) {
  const flags = flagsOf(bytes, head);
  let at = head.content + 8;
  const from = flags & FROM ? Number(bytes.readBigUInt64BE(at)) : undefined;
  if (flags & FROM) at += 8;
  for (const flag of [ENTRY, DURATION]) if (flags & flag) at += 4;
  return {
    id: bytes.readUInt32BE(head.content + 4),
    from,
    isOnFragment: (flags & ON_FRAGMENT) !== 0,
    size: flags & SIZE ? bytes.readUInt32BE(at) : undefined,
  };
}

/** Where the samples of a run lie. @param from what their place is counted from @param next where they are without one */
function runOf(bytes: Buffer, run: Box, from: number, next: number, same: number): Span {
  const flags = flagsOf(bytes, run);
  const count = bytes.readUInt32BE(run.content + 4);
  let at = run.content + 8;
  const start = flags & PLACE ? from + bytes.readInt32BE(at) : next;
  for (const flag of [PLACE, FIRST]) if (flags & flag) at += 4;
  const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & OF_EACH & flag).length * 4;
  mustHold(at + count * each <= run.end, 'A table of the film is torn.');
  let end = start;
  if (flags & SIZE_OF_EACH) {
    const place = flags & DURATION_OF_EACH ? 4 : 0;
    for (let one = 0; one < count; one++) end += bytes.readUInt32BE(at + one * each + place);
  } else end += count * same;
  mustHold(start >= 0 && end <= bytes.length, 'A sample of the film lies behind its end.');
  bytes.fill(0, at + count * each, run.end);
  return { start, end };
}

/**
 * Where the samples of a fragment (`moof`) lie, a span for each run. Its parts of tracks that are not shown become free
 * space.
 *
 * @param tracks those that are shown, by their ids
 * @throws UnsoundFile
 */
export function samplesOfFragment(
  bytes: Buffer,
  fragment: Box,
  tracks: ReadonlyMap<number, Track>,
): Span[] {
  const spans: Span[] = [];
  let next = fragment.start;
  let hasLost = false;
  for (const part of inside(bytes, fragment).filter(({ type }) => type === 'traf')) {
    const boxes = inside(bytes, part);
    const head = boxes.find(({ type }) => type === 'tfhd');
    mustHold(head !== undefined, 'A fragment of the film does not say whose it is.');
    const { id, from, isOnFragment, size } = headOf(bytes, head);
    const track = tracks.get(id);
    if (!track) {
      freed(bytes, part);
      hasLost = true;
      continue;
    }
    // Without a place of its own it would lie behind the data of the part that is gone.
    mustHold(
      !hasLost || isOnFragment || from !== undefined,
      'The film is in fragments that lean on a track of measurements.',
    );
    const base = from ?? (isOnFragment ? fragment.start : next);
    next = base;
    for (const run of boxes.filter(({ type }) => type === 'trun')) {
      const span = runOf(bytes, run, base, next, size ?? track.size);
      spans.push({ ...span, units: track.units });
      next = span.end;
    }
  }
  return spans;
}
