import { box, SECRET } from './files-with-secrets.ts';

/** A JPEG 2000 file of 24 x 16 pixels: from red to blue. In its codestream a comment stands before the first tile. */
const PLAIN = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAEAAAABgAAwgHAAAAAAAPY29scgEAAAAAABAAAAGeanAyY/9P/1EALwAAAAAAGAAAABAAAAAAAAAAAAAAAQAAAAEAAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAAYCAgAA/1wAKSJ/IH7gfuB+oHbwdvB2wG8AbwBu4GdQZ1BnaFAFUAVQR1fTV9NXYv9kABEAAUxhdmM1OS4zNy4xMDD/kAAKAAAAAAEVAAH/k8P5Agnn3/gwGAc4j8P5AgB0AAAAz/AGBC2/AM/wBgbdv8H4AUD7QOAfOCAHNwjKdwa/AMH4AUD7QOAfOCAEhwISDwQfw/AIgfUCwD5AgBE+3PdonD+/EJvhmuoMSCCPAMPwCYH1AsA+QIASSfJ7tFoY/38Py7qHnQuCcr/D6g6A+EiAdDAuoiIL1HcnRYdVQ74PRRp61mRiW82PLqh8AMPqDYD4SIB0QC74yvJqO5OixQfCbFUZvZvIxLebHy7+fX/AfClAOjQBEIHWvq8Qu7ZQnslFCa9omCLev10y1+j9bYMPAMB8KEA6RAEYgau+LxC7tlCeyUUJr2kwtVx5VW1tYUrdgv9//9k=',
  'base64',
);

/** The file with comments in its codestream and data of programs in boxes. @param isBare whether as its codestream alone */
export function tellingJpeg2000(isBare: boolean): Buffer {
  const start = PLAIN.indexOf('ff4fff51', 0, 'hex');
  const comment = Buffer.alloc(6 + SECRET.length);
  comment.writeUInt16BE(0xff64);
  comment.writeUInt16BE(4 + SECRET.length, 2);
  comment.writeUInt16BE(1, 4);
  comment.write(SECRET, 6, 'latin1');
  const codestream = PLAIN.subarray(start);
  const tile = codestream.indexOf('ff90', 0, 'hex');
  const told = Buffer.concat([codestream.subarray(0, tile), comment, codestream.subarray(tile)]);
  if (isBare) return Buffer.concat([told, Buffer.from(SECRET)]);
  return Buffer.concat([
    PLAIN.subarray(0, start - 8),
    box('uinf', box('url ', SECRET)),
    box('jp2c', told),
    box('uuid', SECRET),
    box('xml ', SECRET),
  ]);
}
