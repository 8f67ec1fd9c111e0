import { type RiffChunk, riffChunk, riffChunks, riffFile, riffOf } from '../riff.ts';
import { mustHold } from '../unsound.ts';
import { strippedProfile } from './colour-profile.ts';
import { exifOf, orientationIn } from './orientation.ts';

const PICTURE = new Set(['VP8 ', 'VP8L', 'ALPH']);
const KEPT = new Set([...PICTURE, 'VP8X', 'ICCP', 'ANIM', 'ANMF', 'EXIF']);

/** Bits of the head of an extended file that say what it holds besides. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;
/** What a picture of a moving one begins with: its place, size and time. */
const FRAME_HEAD = 16;
const EXIF_NAME = Buffer.from('Exif\u0000\u0000', 'latin1');

/** A picture of a moving one, without the parts that nobody knows. */
function frame({ name, content }: RiffChunk): RiffChunk {
  const inner = [...riffChunks(content.subarray(FRAME_HEAD))].filter((part) =>
    PICTURE.has(part.name),
  );
  return {
    name,
    content: Buffer.concat([content.subarray(0, FRAME_HEAD), ...inner.map(riffChunk)]),
  };
}

/** EXIF data that say the rotation alone; nothing where the picture is not turned. */
function rotation({ name, content }: RiffChunk): RiffChunk[] {
  // Some programs write the name that EXIF data have in a JPEG file.
  const isNamed = content.subarray(0, EXIF_NAME.length).equals(EXIF_NAME);
  const orientation = orientationIn(isNamed ? content.subarray(EXIF_NAME.length) : content);
  return orientation === 1 ? [] : [{ name, content: exifOf(orientation) }];
}

function keptOf(chunk: RiffChunk): RiffChunk[] {
  if (chunk.name === 'ANMF') return [frame(chunk)];
  if (chunk.name === 'ICCP') return [{ ...chunk, content: strippedProfile(chunk.content) }];
  return chunk.name === 'EXIF' ? rotation(chunk) : [chunk];
}

/**
 * A WebP file without all that it tells beside the picture, whose bytes stay as they are.
 *
 * @throws UnsoundFile
 */
export function strippedWebp(bytes: Buffer): Uint8Array {
  const chunks = [...riffFile(bytes, 'WEBP')].filter(({ name }) => KEPT.has(name)).flatMap(keptOf);
  mustHold(chunks.length > 0, 'The WebP file holds no picture.');
  const isTurned = chunks.some(({ name }) => name === 'EXIF');
  const told = chunks.map(({ name, content }) => {
    if (name !== 'VP8X') return { name, content };
    const head = Buffer.from(content);
    head[0] = ((head[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (isTurned ? HAS_EXIF : 0);
    return { name, content: head };
  });
  return riffOf('WEBP', told);
}
