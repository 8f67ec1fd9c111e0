import { crc32 } from 'node:zlib';
import { mustHold } from '../unsound.ts';
import { exifOf, orientationIn } from './orientation.ts';

const SIGNATURE = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');

/** What says how the picture is decoded, its colours and, of a moving one, its pictures; PNG (third edition). */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT'.split(
    ' ',
  ),
);

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * A PNG file without all that it tells beside the picture, whose bytes stay as they are. What follows its end is left out:
 * programs that write a smaller picture over a larger one leave the rest of that there.
 *
 * @throws UnsoundFile
 */
export function strippedPng(bytes: Buffer): Uint8Array {
  mustHold(bytes.subarray(0, 8).equals(SIGNATURE), 'It does not begin as a PNG file does.');
  const parts: Buffer[] = [SIGNATURE];
  for (let at = 8; ; ) {
    mustHold(at + 12 <= bytes.length, 'The PNG file has no end.');
    const end = at + 12 + bytes.readUInt32BE(at);
    mustHold(end <= bytes.length, 'A part of the PNG file is too long.');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'eXIf') {
      const orientation = orientationIn(bytes.subarray(at + 8, end - 4));
      if (orientation !== 1) parts.push(chunk(type, exifOf(orientation)));
    }
    if (type === 'IEND') return Buffer.concat(parts);
    at = end;
  }
}
