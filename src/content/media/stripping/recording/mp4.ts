import { type Box, boxesIn, freed, inside } from '../box.ts';
import { mustHold } from '../unsound.ts';
import { refuseUnplayed } from './edits.ts';
import { stripBox } from './film-box.ts';
import { samplesOfFragment } from './fragments.ts';
import { stripUnits } from './nal-units.ts';
import { stripObus } from './obus.ts';
import type { Span } from './samples.ts';
import { handlerOf, stripTrack, type Track } from './track.ts';

/** The file itself, as if it were a box. */
const FILE = '';

/** The boxes that are kept, by the box that they lie in: what a player needs to show picture and sound. */
const KEPT = new Map(
  [
    [FILE, 'ftyp styp moov moof mdat sidx'],
    ['moov', 'mvhd trak mvex'],
    ['trak', 'tkhd edts mdia'],
    ['mdia', 'mdhd hdlr minf'],
    ['minf', 'vmhd smhd nmhd hdlr dinf stbl'],
    ['dinf', 'dref'],
    ['edts', 'elst'],
    ['mvex', 'mehd trex'],
    ['stbl', 'stsd stts ctts stsc stsz stz2 stco co64 stss'],
    ['moof', 'mfhd traf'],
    ['traf', 'tfhd tfdt trun'],
  ].map(([parent = FILE, kept = '']) => [parent, kept.split(' ')]),
);
/** The tracks that are shown. Others hold where the camera was, some as subtitles: captions of an archive are files of their own. */
const SHOWN = ['vide', 'soun'] as const;

const shownAs = (bytes: Buffer, track: Box) =>
  SHOWN.find((handler) => handler === handlerOf(bytes, track));

/** What a walk through a film has found. */
interface Found {
  /** Where the samples of the tracks lie that are shown. */
  shown: Span[];
  media: Box[];
  /** The tracks that are shown, by their ids. */
  tracks: Map<number, Track>;
  fragments: Box[];
}

function walk(bytes: Buffer, parent: string, boxes: readonly Box[], found: Found): void {
  const kept = KEPT.get(parent) ?? [];
  for (const box of boxes) {
    const isTrack = box.type === 'trak';
    if (!kept.includes(box.type) || (isTrack && !shownAs(bytes, box))) {
      freed(bytes, box);
      continue;
    }
    if (isTrack) {
      const { id, track, spans } = stripTrack(bytes, box);
      found.tracks.set(id, track);
      for (const span of spans) found.shown.push(span);
    }
    stripBox(bytes, box);
    if (box.type === 'mdat') found.media.push(box);
    if (box.type === 'moof') found.fragments.push(box);
    if (KEPT.has(box.type)) walk(bytes, box.type, inside(bytes, box), found);
  }
}

/** Adds the samples of the fragments to what is shown. */
function addFragments(bytes: Buffer, film: Box | undefined, found: Found): void {
  const lists = film ? inside(bytes, film).filter(({ type }) => type === 'mvex') : [];
  for (const { type, content } of lists.flatMap((list) => inside(bytes, list))) {
    const track = type === 'trex' && found.tracks.get(bytes.readUInt32BE(content + 4));
    if (track) track.size = bytes.readUInt32BE(content + 16);
  }
  for (const fragment of found.fragments)
    for (const span of samplesOfFragment(bytes, fragment, found.tracks)) found.shown.push(span);
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
 * so that all else stays where the tables say. Tracks of measurements go too, in the media everything that belongs to no
 * track that is shown, and in the pictures the messages of programs and cameras.
 *
 * @throws UnsoundFile
 */
export function strippedMp4(file: Buffer): Uint8Array {
  const bytes = Buffer.from(file);
  const found: Found = { shown: [], media: [], tracks: new Map(), fragments: [] };
  const boxes = boxesIn(bytes, 0, bytes.length);
  walk(bytes, FILE, boxes, found);
  const film = boxes.find(({ type }) => type === 'moov');
  for (const track of film ? inside(bytes, film).filter(({ type }) => type === 'trak') : []) {
    const handler = shownAs(bytes, track);
    if (film && handler) refuseUnplayed(bytes, film, track, handler);
  }
  addFragments(bytes, film, found);
  mustHold(
    found.media.length > 0 && found.shown.some(({ start, end }) => start < end),
    'The film holds no picture and no sound.',
  );
  blankUnshown(bytes, found);
  for (const { start, end, units } of found.shown)
    if (units === 'obus') stripObus(bytes, start, end);
    else if (units !== undefined) stripUnits(bytes, start, end, units);
  return bytes;
}
