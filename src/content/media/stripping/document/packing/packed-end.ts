import { constants, createInflate } from 'node:zlib';

/** What text that stands for bytes ends with. */
const ENDS = new Map([
  ['ASCII85Decode', '~>'],
  ['ASCIIHexDecode', '>'],
]);

/** Where packed data end; behind them anything may stand, which nobody unpacks. */
async function endOfInflated(bytes: Uint8Array): Promise<number> {
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  inflate.end(bytes);
  try {
    for await (const _ of inflate);
  } catch {
    // Where it is torn, its sum is wrong, or an end is not found.
    return bytes.length;
  }
  return inflate.bytesWritten;
}

/**
 * The data of a stream without what stands behind their end.
 *
 * @param filter the first that is undone
 */
export async function packedAlone(
  bytes: Uint8Array,
  filter: string | undefined,
): Promise<Uint8Array> {
  const sign = ENDS.get(filter ?? '');
  if (sign !== undefined) {
    const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(sign);
    return end < 0 ? bytes : bytes.subarray(0, end + sign.length);
  }
  return filter === 'FlateDecode' ? bytes.subarray(0, await endOfInflated(bytes)) : bytes;
}
