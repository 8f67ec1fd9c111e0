import type { FileFacts } from '../../../../domain/media/media-type.ts';
import type { FileBytes } from '../file-bytes.ts';
import { active, damaged, unfit } from '../media-fault.ts';
import { type Element, elementsIn, floatOf, numberOf, textOf } from './ebml.ts';

/** Elements by their ids (RFC 9559). */
const [HEADER, DOC_TYPE, SEGMENT, INFO, SCALE, DURATION, TRACKS, TRACK, CLUSTER] = [
  0x1a45dfa3, 0x4282, 0x18538067, 0x1549a966, 0x2ad7b1, 0x4489, 0x1654ae6b, 0xae, 0x1f43b675,
];
const [CODEC, VIDEO, AUDIO, ENCODINGS, ATTACHMENTS] = [0x86, 0xe0, 0xe1, 0x6d80, 0x1941a469];
const [WIDTH, HEIGHT, SHOWN_WIDTH, SHOWN_HEIGHT, SHOWN_UNIT] = [0xb0, 0xba, 0x54b0, 0x54ba, 0x54b2];
const PLAYED = ['V_VP8', 'V_VP9', 'V_AV1', 'A_VORBIS', 'A_OPUS'];
const AS_FILM = 'Save it as MP4 (H.264 and AAC) or WebM (VP9 and Opus).';

type Size = { width: number; height: number };

const first = (elements: Iterable<Element>, id: number): Element | undefined => {
  for (const one of elements) if (one.id === id) return one;
  return undefined;
};

/** The size of a track; undefined where it is one of sound. @throws MediaFault where browsers do not play it */
function sizeOf(bytes: FileBytes, track: Element): Size | undefined {
  const fields = [...elementsIn(bytes, track)];
  const codec = first(fields, CODEC);
  const name = codec ? textOf(bytes, codec) : '';
  const video = first(fields, VIDEO);
  if (!video && !first(fields, AUDIO)) return undefined;
  if (first(fields, ENCODINGS))
    throw active('this WebM is locked or packed', 'Save it without protection.');
  if (!PLAYED.includes(name))
    throw unfit(
      `this WebM is kept as ${name.replace(/[^\w./-]/g, '?').slice(0, 40)}, which not all browsers play`,
      AS_FILM,
    );
  if (!video) return undefined;
  const sides = [...elementsIn(bytes, video)];
  const side = (id: number) => {
    const found = first(sides, id);
    return found ? numberOf(bytes, found) : 0;
  };
  // Its shown size may be a ratio.
  const isPixels = side(SHOWN_UNIT) === 0;
  const size = {
    width: (isPixels && side(SHOWN_WIDTH)) || side(WIDTH),
    height: (isPixels && side(SHOWN_HEIGHT)) || side(HEIGHT),
  };
  if (size.width === 0 || size.height === 0)
    throw damaged('this WebM does not say how large it is');
  return size;
}

/** What a WebM holds. @throws MediaFault where it is not whole, or not played by browsers; CutOff where it ends too early */
export function inspectWebm(bytes: FileBytes): Pick<FileFacts, 'width' | 'height' | 'seconds'> {
  const [header, segment, more] = elementsIn(bytes, { id: 0, from: 0, to: bytes.size });
  if (!header || header.id !== HEADER || !segment || segment.id !== SEGMENT)
    throw damaged('this WebM ends before its content does');
  const kind = first(elementsIn(bytes, header), DOC_TYPE);
  if (!kind || textOf(bytes, kind) !== 'webm')
    throw unfit('this is a Matroska film, which not all browsers play', AS_FILM);
  if (more)
    throw unfit('after the end of this WebM stands something else', 'Save it as WebM anew.');
  let size: Size | undefined;
  let seconds: number | undefined;
  let tracks = 0;
  let hasContent = false;
  for (const part of elementsIn(bytes, segment)) {
    if (part.id === CLUSTER) hasContent = true;
    if (part.id === ATTACHMENTS)
      throw active('this WebM has other files in it', 'Save it without attachments.');
    if (part.id === INFO) {
      const fields = [...elementsIn(bytes, part)];
      const [scale, length] = [first(fields, SCALE), first(fields, DURATION)];
      // Parts of a second, in thousand millionths.
      const each = scale ? numberOf(bytes, scale) : 1_000_000;
      const stated = length ? (floatOf(bytes, length) * each) / 1e9 : 0;
      if (stated > 0 && Number.isFinite(stated)) seconds = stated;
    }
    if (part.id !== TRACKS) continue;
    for (const track of elementsIn(bytes, part))
      if (track.id === TRACK && ++tracks < 100) size ??= sizeOf(bytes, track);
  }
  if (!hasContent || tracks === 0) throw damaged('this WebM ends before its content does');
  if (!size)
    throw unfit(
      'this WebM has sound alone',
      'Save it as Ogg (Opus): the same sound without the container of films.',
    );
  return { ...size, ...(seconds === undefined ? {} : { seconds }) };
}
