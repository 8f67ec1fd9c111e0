/** IPTC’s older form (IIM 4.2): numbered datasets of bytes, in Photoshop’s blocks of resources or by themselves. */

/** The texts of a file by the numbers of their datasets in record 2, in order. */
export type Iim = ReadonlyMap<number, readonly string[]>;

const [DATASET, RESOURCE] = [0x1c, 0x0404];
const MOST_DATASETS = 2000;
const LONGEST = 32_000;
/** What says that all that follows is UTF-8. */
const UTF_8 = '\u001b%G';

/** The resource of IPTC among those of Photoshop. */
function resourceIn(bytes: Buffer): Buffer {
  let at = bytes.indexOf('8BIM', 0, 'latin1');
  for (let count = 0; at >= 0 && at + 12 <= bytes.length && count < MOST_DATASETS; count++) {
    if (bytes.toString('latin1', at, at + 4) !== '8BIM') break;
    // Its name is as long as its first byte says, and even with it.
    const name = ((bytes[at + 6] ?? 0) + 2) & ~1;
    const from = at + 6 + name + 4;
    if (from > bytes.length) break;
    const length = bytes.readUInt32BE(from - 4);
    if (bytes.readUInt16BE(at + 4) === RESOURCE) return bytes.subarray(from, from + length);
    at = from + length + (length % 2);
  }
  return Buffer.alloc(0);
}

function decoded(bytes: Buffer, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads what a picture says in IIM; what cannot be read is left out. */
export function readIim(bytes: Buffer): Iim {
  const texts = new Map<number, string[]>();
  const data = bytes[0] === DATASET ? bytes : resourceIn(bytes);
  let isUtf8 = false;
  for (
    let at = 0, count = 0;
    at + 5 <= data.length && data[at] === DATASET && count < MOST_DATASETS;
    count++
  ) {
    const [record, number] = [data[at + 1], data[at + 2] ?? 0];
    const length = data.readUInt16BE(at + 3);
    // A length of its own length is for pictures and the like, of which none is read here.
    if (length > LONGEST) break;
    const value = data.subarray(at + 5, at + 5 + length);
    if (record === 1 && number === 90) isUtf8 = value.toString('latin1') === UTF_8;
    if (record === 2) texts.set(number, [...(texts.get(number) ?? []), decoded(value, isUtf8)]);
    at += 5 + length;
  }
  return texts;
}
