import type { StatedRights } from './stated-rights.ts';

/** A field of IPTC’s Information Interchange Model, as the bytes of its dataset. */
function dataset(record: number, number: number, value: Uint8Array): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

/** That the words are UTF-8 (ISO 2022). */
const UTF8 = dataset(1, 90, Buffer.from('\u001b%G', 'latin1'));
const VERSION = dataset(2, 0, Buffer.from([0, 4]));

const FIELDS: [number: number, field: keyof StatedRights][] = [
  [80, 'creator'],
  [110, 'creditLine'],
  [115, 'source'],
  [116, 'copyrightNotice'],
];

/** The block of resources in which JPEG files carry IPTC’s fields, which Photoshop began. */
export function iptcOf(rights: StatedRights): Uint8Array {
  const fields = FIELDS.flatMap(([number, field]) => {
    const words = rights[field];
    return words === undefined ? [] : [dataset(2, number, Buffer.from(words))];
  });
  const data = Buffer.concat([UTF8, VERSION, ...fields]);
  const head = Buffer.from(
    'Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000\u0000\u0000\u0000\u0000',
    'latin1',
  );
  head.writeUInt32BE(data.length, head.length - 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
