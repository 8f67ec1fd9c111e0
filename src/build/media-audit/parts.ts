import { constants, gunzipSync, inflateSync } from 'node:zlib';
import { encodedIn, isText } from './encoded-bytes.ts';
import { streamsOfPdf } from './own-bytes.ts';
import { endsWithZip, zipMembers } from './zip-members.ts';

/** Bytes that lie in a file, or in a part of it. */
export interface Part {
  bytes: Buffer;
  /** Where they lie, as a reader of a message knows it: `page.html in the zip`. Empty for the file itself. */
  within: string;
  /** True where a picture may begin with them. */
  mayBePicture: boolean;
}

/** How deep parts lie in each other: a picture in a page in a zip in base64. */
const DEEPEST = 5;
/** What is unpacked may take so many bytes. */
const LARGEST = 2 ** 28;
/** Of what looks like the beginning of pictures in one part, so many are looked at. */
const MOST_PICTURES = 2000;

const latin = (text: string) => Buffer.from(text, 'latin1');

/** How pictures begin, and how many bytes they begin before that. */
const BEGINNINGS: readonly [sign: Buffer, before: number][] = [
  [latin('\xff\xd8\xff'), 0],
  [latin('\x89PNG\r\n\x1a\n'), 0],
  [latin('GIF8'), 0],
  [latin('WEBPVP8'), 8],
  [latin('ftypavi'), 4],
  [latin('ftypmif1'), 4],
  [latin('ftyphei'), 4],
  [latin('II*\0'), 0],
  [latin('MM\0*'), 0],
];

/** True where bytes begin as a picture does. */
const beginsAsPicture = (bytes: Buffer) =>
  BEGINNINGS.some(([sign, before]) => bytes.subarray(before, before + sign.length).equals(sign)) ||
  isDrawing(bytes);

const isDrawing = (bytes: Buffer) => {
  const start = bytes.toString('latin1', 0, 1000);
  return /<svg[\s>]/.test(start) && !/<html/i.test(start);
};

/** The pictures that begin within bytes, and not with them: previews, covers, pages of other formats. */
function* carved(bytes: Buffer): Generator<Part> {
  let count = 0;
  for (const [sign, before] of BEGINNINGS)
    for (
      let at = bytes.indexOf(sign, before + 1);
      at >= 0;
      at = bytes.indexOf(sign, at + sign.length)
    ) {
      if (++count > MOST_PICTURES) return;
      const start = at - before;
      yield {
        bytes: bytes.subarray(start),
        within: `the picture at byte ${start}`,
        mayBePicture: true,
      };
    }
}

function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    return undefined;
  }
}

const GZIP = latin('\x1f\x8b\b');

/** What is packed in bytes: with gzip, in a zip, in the streams of a PDF. */
async function* packedIn(bytes: Buffer): AsyncGenerator<Omit<Part, 'mayBePicture'>> {
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 3)) {
    const content = unpacked(bytes.subarray(at));
    if (content) yield { bytes: content, within: 'what is packed with gzip' };
    if (content && at === 0) break;
  }
  if (endsWithZip(bytes))
    for await (const { name, bytes: content } of zipMembers(bytes))
      yield { bytes: content, within: `${name} in the zip` };
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return;
  for (const [start, end] of streamsOfPdf(bytes)) {
    try {
      const content = inflateSync(bytes.subarray(start, end), {
        maxOutputLength: LARGEST,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      yield { bytes: content, within: `the stream at byte ${start}` };
    } catch {
      // It is packed in another way, or holds a picture as it is.
    }
  }
}

/**
 * A file, and everything that lies in it: what is packed, what is written as text, and the pictures that begin somewhere
 * in these. Parts that cannot be unpacked are passed over.
 */
export async function* partsOf(bytes: Buffer, within = '', depth = 0): AsyncGenerator<Part> {
  yield { bytes, within, mayBePicture: beginsAsPicture(bytes) };
  const inside = (what: string) => (within === '' ? what : `${what}, in ${within}`);
  for (const part of carved(bytes)) yield { ...part, within: inside(part.within) };
  if (depth === DEEPEST) return;
  for await (const part of packedIn(bytes))
    yield* partsOf(part.bytes, inside(part.within), depth + 1);
  if (!isText(bytes) && bytes.toString('latin1', 0, 5) !== '%PDF-') return;
  for (const { bytes: content, form } of encodedIn(bytes))
    yield* partsOf(content, inside(form), depth + 1);
}
