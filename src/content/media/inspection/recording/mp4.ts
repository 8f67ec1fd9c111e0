import type { FileFacts } from '../../../../domain/media/media-type.ts';
import { type Box, boxAt, boxesIn, boxesOf } from '../box.ts';
import type { FileBytes } from '../file-bytes.ts';
import { active, damaged, unfit } from '../media-fault.ts';

type Played = Pick<FileFacts, 'type' | 'width' | 'height' | 'seconds'>;

const AS_FILM = 'Save it as MP4 with H.264 and AAC.';
/** What all browsers of today play, by its name in the list of samples. */
const PLAYED = {
  vide: ['avc1', 'avc3', 'av01', 'vp09', 'vp08'],
  soun: ['mp4a', 'Opus', 'fLaC', '.mp3'],
};
const KNOWN = new Map([
  ['hvc1', 'HEVC (H.265)'],
  ['hev1', 'HEVC (H.265)'],
  ['dvh1', 'Dolby Vision'],
  ['dvhe', 'Dolby Vision'],
  ['mp4v', 'MPEG-4 Visual'],
  ['s263', 'H.263'],
  ['apch', 'ProRes'],
  ['apcn', 'ProRes'],
  ['alac', 'Apple Lossless'],
  ['ac-3', 'Dolby Digital'],
  ['ec-3', 'Dolby Digital Plus'],
  ['samr', 'AMR'],
  ['sawb', 'AMR'],
]);
const LOCKED = ['encv', 'enca', 'encs', 'drms', 'drmi'];
const MOST_TRACKS = 100;

/** A box that has a version before its fields: 1 where its numbers have eight bytes. */
const isLong = (bytes: FileBytes, box: Box) => bytes.u8(box.from) === 1;

/** The seconds that a header of a film or track states; undefined where it states none. */
function secondsOf(bytes: FileBytes, header: Box): number | undefined {
  const at = header.from + (isLong(bytes, header) ? 20 : 12);
  const scale = bytes.u32(at);
  const length = isLong(bytes, header) ? bytes.u64(at + 4) : bytes.u32(at + 4);
  const isStated = length > 0 && length !== 0xffffffff && scale > 0;
  return isStated ? length / scale : undefined;
}

/** The size in which a track is shown: turned where its matrix says so. */
function shownSize(bytes: FileBytes, track: Box): { width: number; height: number } {
  const header = boxAt(bytes, track, 'tkhd');
  if (!header) throw damaged('this film does not say how large it is');
  const at = header.from + (isLong(bytes, header) ? 52 : 40);
  const [width, height] = [bytes.u32(at + 36), bytes.u32(at + 40)].map((side) =>
    Math.round(side / 65_536),
  );
  const isTurned = bytes.u32(at) === 0 && bytes.u32(at + 16) === 0;
  const size = isTurned
    ? { width: height ?? 0, height: width ?? 0 }
    : { width: width ?? 0, height: height ?? 0 };
  if (size.width === 0 || size.height === 0)
    throw damaged('this film does not say how large it is');
  return size;
}

/** @throws MediaFault where the data of a track lie in another file */
function refuseOutside(bytes: FileBytes, media: Box): void {
  const list = boxAt(bytes, media, 'minf', 'dinf', 'dref');
  if (!list) throw damaged('this film does not say where its data are');
  for (const one of boxesIn(bytes, list.from + 8, list.to))
    if ((bytes.u32(one.from) & 1) === 0)
      throw active(
        'the data of this film lie in another file',
        'Save it as one file that holds all.',
      );
}

/** @throws MediaFault where pieces of a track lie beyond the end of the file */
function refuseCutOff(bytes: FileBytes, table: Box): void {
  for (const [type, width] of [
    ['stco', 4],
    ['co64', 8],
  ] as const)
    for (const list of boxesOf(bytes, table, type)) {
      const count = bytes.u32(list.from + 4);
      if (list.from + 8 + count * width > list.to)
        throw damaged('this film ends before its content does');
      const last = list.from + 8 + (count - 1) * width;
      const place = count === 0 ? 0 : width === 4 ? bytes.u32(last) : bytes.u64(last);
      if (place >= bytes.size) throw damaged('this film ends before its content does');
    }
}

/** @throws MediaFault where browsers do not play what a track holds */
function refuseUnplayed(bytes: FileBytes, kind: 'vide' | 'soun', table: Box): void {
  const list = boxAt(bytes, table, 'stsd');
  const forms = list ? [...boxesIn(bytes, list.from + 8, list.to)].map(({ type }) => type) : [];
  if (forms.length === 0) throw damaged('this film does not say how its content is kept');
  for (const form of forms) {
    if (LOCKED.includes(form))
      throw active('this film is locked (encrypted)', 'Save it without protection.');
    if (!PLAYED[kind].includes(form))
      throw unfit(
        `the ${kind === 'vide' ? 'pictures' : 'sound'} of this file are kept as ${KNOWN.get(form) ?? form.replace(/[^\w.-]/g, '?')}, which not all browsers play`,
        kind === 'vide' ? AS_FILM : 'Save it with AAC, MP3 or Opus.',
      );
  }
}

/**
 * What an MP4 or M4A holds.
 *
 * @throws MediaFault where it is not whole, is not played by browsers, or leads to other files; CutOff where it ends too early
 */
export function inspectMp4(bytes: FileBytes): Played {
  const all = [...boxesIn(bytes, 0, bytes.size)];
  const film = all.find(({ type }) => type === 'moov');
  if (!film || !all.some(({ type }) => type === 'mdat'))
    throw damaged('this film ends before its content does');
  const header = boxAt(bytes, film, 'mvhd');
  if (!header) throw damaged('this film does not say what it holds');
  const tracks = boxesOf(bytes, film, 'trak').slice(0, MOST_TRACKS);
  let size: { width: number; height: number } | undefined;
  let hasSound = false;
  for (const track of tracks) {
    const media = boxAt(bytes, track, 'mdia');
    const handler = media && boxAt(bytes, media, 'hdlr');
    if (!media || !handler) throw damaged('this film does not say what its parts are');
    refuseOutside(bytes, media);
    const kind = bytes.text(handler.from + 8, 4);
    const table = boxAt(bytes, media, 'minf', 'stbl');
    if (!table) throw damaged('this film does not say where its content is');
    refuseCutOff(bytes, table);
    if (kind === 'vide') {
      refuseUnplayed(bytes, kind, table);
      size ??= shownSize(bytes, track);
    } else if (kind === 'soun') {
      refuseUnplayed(bytes, kind, table);
      hasSound = true;
    }
  }
  if (!size && !hasSound) throw damaged('this file has neither pictures nor sound in it');
  const fragments = boxAt(bytes, film, 'mvex', 'mehd');
  const scale = bytes.u32(header.from + (isLong(bytes, header) ? 20 : 12));
  const whole =
    fragments && scale > 0
      ? (isLong(bytes, fragments) ? bytes.u64(fragments.from + 4) : bytes.u32(fragments.from + 4)) /
        scale
      : undefined;
  const seconds = secondsOf(bytes, header) ?? whole;
  return { type: size ? 'video/mp4' : 'audio/mp4', ...size, ...(seconds ? { seconds } : {}) };
}
