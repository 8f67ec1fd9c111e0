import { deflateSync } from 'node:zlib';

/** Files of other formats that hold a picture, as bytes. */

const be32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const latin = (text: string) => Buffer.from(text, 'latin1');

/** An object of a PDF that is a stream. */
const stream = (number: number, dictionary: string, bytes: Uint8Array) =>
  Buffer.concat([
    latin(`${number} 0 obj\n<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    latin('\nendstream\nendobj\n'),
  ]);

/** A PDF of one page that shows a picture. @param picture its dictionary and bytes */
function pdfOf(picture: Buffer, width: number, height: number): Buffer {
  const objects = [
    latin('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    latin('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    latin(
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>\nendobj\n`,
    ),
    stream(4, '', latin(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`)),
    picture,
  ];
  const header = latin('%PDF-1.4\n');
  let end = header.length;
  const places = objects.map((object) => {
    const place = end;
    end += object.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return Buffer.concat([header, ...objects, latin(table)]);
}

const imageOf = (width: number, height: number, filter: string) =>
  `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /${filter}`;

/** A PDF that shows a JPEG, as it is. */
export const pdfOfJpeg = (jpeg: Buffer, width: number, height: number): Buffer =>
  pdfOf(stream(5, imageOf(width, height, 'DCTDecode'), jpeg), width, height);

/** A PDF that shows points of three bytes, packed. */
export const pdfOfPoints = (points: Buffer, width: number, height: number): Buffer =>
  pdfOf(stream(5, imageOf(width, height, 'FlateDecode'), deflateSync(points)), width, height);

/** A PDF that shows shades of gray as points of one bit, as scanners write them: the error of each goes to its neighbours. */
export function pdfOfBits(gray: Buffer, width: number, height: number): Buffer {
  const shades = Float32Array.from(gray);
  const bits = Buffer.alloc(Math.ceil(width / 8) * height);
  for (let at = 0; at < width * height; at++) {
    const isLight = (shades[at] ?? 0) >= 128;
    const error = (shades[at] ?? 0) - (isLight ? 255 : 0);
    for (const [step, share] of [
      [1, 7],
      [width - 1, 3],
      [width, 5],
      [width + 1, 1],
    ] as const)
      shades[at + step] = (shades[at + step] ?? 0) + (error * share) / 16;
    const place = Math.floor(at / width) * Math.ceil(width / 8) + ((at % width) >> 3);
    if (isLight) bits[place] = (bits[place] ?? 0) | (0x80 >> ((at % width) % 8));
  }
  const about = imageOf(width, height, 'FlateDecode')
    .replace('/BitsPerComponent 8', '/BitsPerComponent 1')
    .replace('/DeviceRGB', '/DeviceGray');
  return pdfOf(stream(5, about, deflateSync(bits)), width, height);
}

/** A PDF with a file attached. */
export const pdfWithFile = (file: Buffer): Buffer =>
  pdfOf(stream(5, '/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(file)), 100, 100);

/** A sound that begins with a tag (ID3) that has a cover. */
export function mp3Of(cover: Buffer): Buffer {
  const frame = Buffer.concat([latin('\0image/jpeg\0\x03\0'), cover]);
  const body = Buffer.concat([latin('APIC'), be32(frame.length), latin('\0\0'), frame]);
  const size = Buffer.from([21, 14, 7, 0].map((shift) => (body.length >> shift) & 0x7f));
  return Buffer.concat([latin('ID3\x03\0\0'), size, body, Buffer.alloc(400, 0xff)]);
}

/** A box of a film or sound. */
const box = (name: string, content: Buffer): Buffer =>
  Buffer.concat([be32(8 + content.length), latin(name), content]);

/** A sound in MP4 that has a cover. */
export const m4aOf = (cover: Buffer): Buffer =>
  Buffer.concat([
    box('ftyp', latin('M4A \0\0\0\0')),
    box('moov', box('udta', box('covr', box('data', Buffer.concat([be32(13), be32(0), cover]))))),
  ]);

/** An icon that holds a PNG. */
export function icoOf(png: Buffer): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, png]);
}

/** A JPEG whose EXIF data have a small picture. */
export function withPreview(jpeg: Buffer, preview: Buffer): Buffer {
  const body = Buffer.concat([latin('Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0'), preview]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), latin('\xff\xe1'), length, body, jpeg.subarray(2)]);
}

/** A scan (TIFF) of several pages of one size, each a byte for each point. */
export function tiffOf(pages: readonly Buffer[], width: number, height: number): Buffer {
  const parts: Buffer[] = [latin('II*\0\x08\0\0\0')];
  const fields = 9;
  const directory = 2 + fields * 12 + 4;
  let at = 8;
  pages.forEach((page, index) => {
    const made = Buffer.alloc(directory);
    made.writeUInt16LE(fields, 0);
    const values = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + directory],
      [277, 1],
      [278, height],
      [279, page.length],
    ];
    values.forEach(([tag = 0, value = 0], field) => {
      made.writeUInt16LE(tag, 2 + field * 12);
      made.writeUInt16LE(4, 4 + field * 12);
      made.writeUInt32LE(1, 6 + field * 12);
      made.writeUInt32LE(value, 10 + field * 12);
    });
    at += directory + page.length;
    if (index < pages.length - 1) made.writeUInt32LE(at, directory - 4);
    parts.push(made, page);
  });
  return Buffer.concat(parts);
}
