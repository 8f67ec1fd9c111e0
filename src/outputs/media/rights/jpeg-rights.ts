import { iptcOf } from './iptc.ts';
import { isStated, type StatedRights } from './stated-rights.ts';
import { xmpOf } from './xmp.ts';

const START = 2;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP13 = 0xed;
const XMP = 'http://ns.adobe.com/xap/1.0/\u0000';

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A JPEG file that says whose it is (XMP, and IPTC for older programs), so that it still does where it was saved. */
export function withRights(jpeg: Uint8Array, rights: StatedRights): Uint8Array {
  if (!isStated(rights)) return jpeg;
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.length);
  // The first segment says that it is JFIF, where it does.
  const first = bytes[START + 1] === APP0 ? START + 2 + bytes.readUInt16BE(START + 2) : START;
  return Buffer.concat([
    bytes.subarray(0, first),
    segment(APP1, Buffer.from(XMP + xmpOf(rights))),
    segment(APP13, iptcOf(rights)),
    bytes.subarray(first),
  ]);
}
