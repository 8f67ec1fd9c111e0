/** Markers of a JPEG file (ITU-T T.81, table B.1) that say how its picture is decoded, by what their segments hold. */
const FRAMES = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const [HUFFMAN, ARITHMETIC, SCAN, QUANTIZATION, LINES, RESTART] = [
  0xc4, 0xcc, 0xda, 0xdb, 0xdc, 0xdd,
];

/** How many bytes the tables take that follow each other. @param lengthAt of the table at a place; undefined where none is */
function tablesLength(content: Buffer, lengthAt: (at: number) => number | undefined): number {
  let at = 0;
  for (let length = lengthAt(at); length !== undefined; length = lengthAt(at)) {
    if (at + length > content.length) break;
    at += length;
    if (at === content.length) break;
  }
  return at;
}

/** A table of codes: its kind, how many codes there are of each length, and what they mean. */
function codesAt(content: Buffer, at: number): number | undefined {
  const kind = content[at] ?? 0xff;
  if (kind >> 4 > 1 || (kind & 15) > 3 || at + 17 > content.length) return undefined;
  return 17 + content.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
}

/** A table of steps: of one or two bytes for each of 64 numbers. */
function stepsAt(content: Buffer, at: number): number | undefined {
  const kind = content[at] ?? 0xff;
  if (kind >> 4 > 1 || (kind & 15) > 3) return undefined;
  return 1 + 64 * (kind >> 4 === 1 ? 2 : 1);
}

/**
 * What a segment holds that says how the picture is decoded, without bytes that stand behind it.
 *
 * @param isBegun whether a picture stands before it
 * @returns undefined where it says nothing of that
 */
export function decodingOf(marker: number, content: Buffer, isBegun: boolean): Buffer | undefined {
  if (FRAMES.has(marker)) return content.subarray(0, 6 + 3 * (content[5] ?? 0));
  if (marker === HUFFMAN)
    return content.subarray(
      0,
      tablesLength(content, (at) => codesAt(content, at)),
    );
  if (marker === QUANTIZATION)
    return content.subarray(
      0,
      tablesLength(content, (at) => stepsAt(content, at)),
    );
  if (marker === SCAN) return content.subarray(0, 4 + 2 * (content[0] ?? 0));
  if (marker === RESTART) return content.subarray(0, 2);
  // Pairs of a table and its value, and the number of lines, which follows the first scan.
  if (marker === ARITHMETIC) return content.subarray(0, 16);
  return marker === LINES && isBegun ? content.subarray(0, 2) : undefined;
}
