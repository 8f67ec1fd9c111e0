/** How a picture is to be turned (EXIF, TIFF 6.0), 1 to 8; 1 is as it is. */
export type Orientation = number;

const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY = 12;

/** The orientation in EXIF data; 1 where they say none that is one. @param tiff from the mark of its byte order on */
export function orientationIn(tiff: Buffer): Orientation {
  const order = tiff.toString('latin1', 0, 2);
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return 1;
  const word = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  const entries = word(start);
  for (let index = 0; index < entries; index++) {
    const at = start + 2 + index * ENTRY;
    if (at + ENTRY > tiff.length) return 1;
    if (word(at) !== ORIENTATION) continue;
    const value = word(at + 8);
    return word(at + 2) === SHORT && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF data that say an orientation and nothing else. */
export function exifOf(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\u0000*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
