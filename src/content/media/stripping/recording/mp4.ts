import { type Box, boxesIn, freed, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';
import { type Span, samplesOf } from './samples.ts';

/** The file itself, as if it were a box. */
const FILE = '';

/** The boxes that are kept, by the box that they lie in: what a player needs to show picture, sound and captions. */
const KEPT = new Map(
  [
    [FILE, 'ftyp styp moov moof mdat sidx mfra'],
    ['moov', 'mvhd trak mvex'],
    ['trak', 'tkhd edts tref mdia'],
    ['mdia', 'mdhd hdlr minf elng'],
    ['minf', 'vmhd smhd sthd nmhd gmhd hdlr dinf stbl'],
    [
      'stbl',
      'stsd stts ctts cslg stsc stsz stz2 stco co64 stss stsh sdtp sbgp sgpd subs saiz saio padb stdp',
    ],
    ['moof', 'mfhd traf'],
    ['traf', 'tfhd tfdt trun sbgp sgpd subs saiz saio senc'],
  ].map(([parent = FILE, kept = '']) => [parent, kept.split(' ')]),
);
/** The tracks that are shown. Others hold where the camera was, some as subtitles: captions of an archive are files of their own. */
const SHOWN = new Set(['vide', 'soun']);
/** Heads that say when something was made: where the times begin, as far as their version says. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** What a walk through a film has found. */
interface Found {
  /** Where the samples of the tracks lie that are shown. */
  shown: Span[];
  media: Box[];
  /** Whether a track was taken out, and whether samples are told of in fragments. */
  hasLost: boolean;
  isFragmented: boolean;
}

function below(bytes: Buffer, box: Box, ...types: string[]): Box | undefined {
  let found: Box | undefined = box;
  for (const type of types) found = found && inside(bytes, found).find((one) => one.type === type);
  return found;
}

/** What a track is: the type of its handler. */
function handlerOf(bytes: Buffer, track: Box): string {
  const handler = below(bytes, track, 'mdia', 'hdlr');
  return handler ? bytes.toString('latin1', handler.content + 8, handler.content + 12) : '';
}

/** Takes the times out of a head: it was made, and last changed, at no time. */
function undated(bytes: Buffer, { content, end }: Box): void {
  const length = bytes.readUInt8(content) === 1 ? 16 : 8;
  bytes.fill(0, content + 4, Math.min(end, content + 4 + length));
}

function walk(bytes: Buffer, parent: string, boxes: readonly Box[], found: Found): void {
  const kept = KEPT.get(parent) ?? [];
  for (const box of boxes) {
    const isTrack = box.type === 'trak';
    const isShown = !isTrack || SHOWN.has(handlerOf(bytes, box));
    if (!kept.includes(box.type) || !isShown) {
      found.hasLost ||= isTrack;
      freed(bytes, box);
      continue;
    }
    if (isTrack) {
      const table = below(bytes, box, 'mdia', 'minf', 'stbl');
      mustHold(table !== undefined, 'A track of the film has no table of its samples.');
      for (const span of samplesOf(bytes, table)) found.shown.push(span);
    }
    if (DATED.has(box.type)) undated(bytes, box);
    // The name of a handler says which program or camera wrote it.
    if (box.type === 'hdlr') bytes.fill(0, Math.min(box.end, box.content + 24), box.end);
    if (box.type === 'mdat') found.media.push(box);
    found.isFragmented ||= box.type === 'moof';
    if (KEPT.has(box.type)) walk(bytes, box.type, inside(bytes, box), found);
  }
}

/** Fills with zeros what of the media belongs to no track that is shown. */
function blankUnshown(bytes: Buffer, { shown, media }: Found): void {
  const spans = shown.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (const { content, end } of media.toSorted((a, b) => a.start - b.start)) {
    let at = content;
    for (; next < spans.length && (spans[next]?.start ?? 0) < end; next++) {
      const { start = 0, end: stop = 0 } = spans[next] ?? {};
      if (start > at) bytes.fill(0, at, start);
      at = Math.max(at, stop);
    }
    if (at < end) bytes.fill(0, at, end);
  }
}

/**
 * A film or sound (MP4, M4A) without what it tells of place, device, time and owner. Boxes that tell it become free space,
 * so that all else stays where the tables say. Tracks of measurements go too, and in the media everything that belongs to
 * no track that is shown.
 *
 * @throws UnsoundFile
 */
export function strippedMp4(file: Buffer): Uint8Array {
  const bytes = Buffer.from(file);
  const found: Found = { shown: [], media: [], hasLost: false, isFragmented: false };
  walk(bytes, FILE, boxesIn(bytes, 0, bytes.length), found);
  mustHold(
    found.media.length > 0 && (found.isFragmented || found.shown.length > 0),
    'The film holds no picture and no sound.',
  );
  // In fragments each piece says where its samples are; which belong to a track that was taken out is not looked for.
  mustHold(
    !found.isFragmented || !found.hasLost,
    'The film is in fragments, and has a track of measurements.',
  );
  if (!found.isFragmented) blankUnshown(bytes, found);
  return bytes;
}
