import { crc32 } from 'node:zlib';

/** Files of invented media that tell more than is seen, made byte by byte. */

/** What a file may tell, as it stands in each of them: where, with which camera, whose, and what a small picture shows. */
export const SECRETS = [
  '+59.1234+010.5678',
  'SERIAL-4711',
  'Ada Owner',
  'THUMBNAIL-BYTES',
] as const;
export const SECRET = SECRETS.join('\n');

/** The secrets that are still in bytes, as bytes or as UTF-16. */
export const toldIn = (bytes: Uint8Array): string[] => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return SECRETS.filter((one) => all.includes(one) || all.includes(Buffer.from(one, 'utf16le')));
};

const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const u32le = (value: number) => u32(value).reverse();
const text = (words: string) => Buffer.from(words, 'latin1');

/** A segment of a JPEG file. */
export const segment = (marker: number, content: Buffer | string): Buffer => {
  const bytes = typeof content === 'string' ? text(content) : content;
  return Buffer.concat([Buffer.from([0xff, marker]), u16(bytes.length + 2), bytes]);
};

/** EXIF data with an orientation, a place, and a small picture. */
export const exif = (orientation: number): Buffer =>
  Buffer.concat([
    text('MM\u0000*'),
    u32(8),
    u16(2),
    Buffer.concat([u16(0x010f), u16(2), u32(SECRET.length), u32(64)]),
    Buffer.concat([u16(0x0112), u16(3), u32(1), u16(orientation), u16(0)]),
    u32(0),
    Buffer.alloc(26),
    text(SECRET),
  ]);

/** A JPEG file that tells all in every way that it can. */
export function tellingJpeg(jpeg: Buffer, orientation: number): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe0, `JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0002\u0001${SECRET}`),
    segment(0xe0, `JFXX\u0000\u0010${SECRET}`),
    segment(0xe1, Buffer.concat([text('Exif\u0000\u0000'), exif(orientation)])),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\u0000<x>${SECRET}</x>`),
    segment(0xe2, `MPF\u0000${SECRET}`),
    segment(0xed, `Photoshop 3.0\u00008BIM${SECRET}`),
    segment(0xef, SECRET),
    segment(0xfe, SECRET),
    // Another segment of JFIF stands before.
    jpeg.subarray(jpeg[3] === 0xe0 ? jpeg.readUInt16BE(4) + 4 : 2),
    jpeg.subarray(0, 40),
    text(SECRET),
  ]);
}

export const pngChunk = (type: string, content: Buffer | string): Buffer => {
  const named = Buffer.concat([text(type), typeof content === 'string' ? text(content) : content]);
  return Buffer.concat([u32(named.length - 4), named, u32(crc32(named))]);
};

/** A PNG file that tells all in every way that it can. */
export const tellingPng = (png: Buffer, orientation: number): Buffer =>
  Buffer.concat([
    png.subarray(0, 33),
    pngChunk('eXIf', exif(orientation)),
    pngChunk('tEXt', `Comment\u0000${SECRET}`),
    pngChunk('iTXt', `XML:com.adobe.xmp\u0000\u0000\u0000\u0000\u0000${SECRET}`),
    pngChunk('vpAg', SECRET),
    png.subarray(33),
    text(SECRET),
  ]);

/** The value that a profile of colours (ICC) has under a tag. */
export function numbersUnder(profile: Buffer, tag: string): Buffer | undefined {
  for (let at = 132; at < 132 + profile.readUInt32BE(128) * 12; at += 12)
    if (profile.toString('latin1', at, at + 4) === tag) {
      const start = profile.readUInt32BE(at + 4);
      return profile.subarray(start, start + profile.readUInt32BE(at + 8));
    }
  return undefined;
}

/** A profile of colours with names, notes and the serial number of a device beside its numbers. @param profile a plain one */
export function tellingProfile(profile: Buffer): Buffer {
  const said = Buffer.concat([text('text\u0000\u0000\u0000\u0000'), text(SECRET)]);
  const numbers = ['rXYZ', 'gXYZ', 'bXYZ', 'wtpt', 'chad', 'rTRC', 'gTRC', 'bTRC'].map(
    (tag): [string, Buffer] => [tag, numbersUnder(profile, tag) ?? Buffer.alloc(0)],
  );
  const chad = numbers.find(([tag, value]) => tag === 'chad' && value.length > 0);
  // Behind its nine numbers.
  if (chad) chad[1] = Buffer.concat([chad[1], text(SECRET)]);
  const tags: [string, Buffer][] = [
    ...numbers.filter(([, value]) => value.length > 0),
    ...['desc', 'cprt', 'dmnd', 'dmdd', 'meta', 'lumi', 'A2Bx'].map((tag): [string, Buffer] => [
      tag,
      said,
    ]),
    ['note', Buffer.alloc(66_000, 'tides ')],
  ];
  const head = Buffer.from(profile.subarray(0, 128));
  let at = 132 + tags.length * 12;
  const entries: Buffer[] = [];
  const values: Buffer[] = [];
  for (const [tag, value] of tags) {
    const padded = Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
    entries.push(text(tag), u32(at), u32(value.length));
    values.push(padded);
    at += padded.length;
  }
  head.writeUInt32BE(at);
  return Buffer.concat([head, u32(tags.length), ...entries, ...values]);
}

export const riffChunk = (name: string, content: Buffer | string): Buffer => {
  const bytes = typeof content === 'string' ? text(content) : content;
  return Buffer.concat([text(name), u32le(bytes.length), bytes, Buffer.alloc(bytes.length % 2)]);
};
export const riff = (form: string, ...chunks: Buffer[]): Buffer =>
  riffChunk('RIFF', Buffer.concat([text(form), ...chunks]));

/** A box of an MP4 file. */
export const box = (type: string, ...contents: (Buffer | string)[]): Buffer => {
  const content = Buffer.concat(contents.map((one) => (typeof one === 'string' ? text(one) : one)));
  return Buffer.concat([u32(content.length + 8), text(type), content]);
};
const full = (type: string, ...contents: (Buffer | string)[]) => box(type, u32(0), ...contents);

/** A track whose only sample lies at a place of the file. */
const track = (handler: string, at: number, length: number) =>
  box(
    'trak',
    full('tkhd', u32(3_900_000_000), u32(3_900_000_000), Buffer.alloc(72)),
    box('udta', SECRET),
    box(
      'mdia',
      full('mdhd', u32(3_900_000_000), u32(3_900_000_000), Buffer.alloc(12)),
      full('hdlr', u32(0), handler, Buffer.alloc(12), SECRET),
      box(
        'minf',
        box(
          'stbl',
          full('stsd', u32(0)),
          full('stts', u32(0)),
          full('stsc', u32(1), u32(1), u32(1), u32(1)),
          full('stsz', u32(0), u32(1), u32(length)),
          full('stco', u32(1), u32(at)),
        ),
      ),
    ),
  );

/** A film with a picture, and a track of places beside it. @param picture its only sample */
export function tellingMp4(picture: string, measures = 'meta'): Buffer {
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const start = head.length + 8;
  const media = box('mdat', picture, SECRET, 'between', SECRET);
  return Buffer.concat([
    head,
    media,
    box(
      'moov',
      full('mvhd', u32(3_900_000_000), u32(3_900_000_000), Buffer.alloc(88)),
      track('vide', start, picture.length),
      track(measures, start + picture.length, SECRET.length),
      box('udta', box('\u00a9xyz', SECRET)),
      box('meta', SECRET),
    ),
    box('uuid', SECRET),
    box('free', SECRET),
  ]);
}
