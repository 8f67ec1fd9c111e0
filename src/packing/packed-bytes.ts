import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compressed = promisify(gzip);

/** Where gzip names the system that wrote it; and what it says there of one that is unknown. */
const SYSTEM = 9;
const UNKNOWN = 255;
/** How much smaller something must get: to unpack it costs a host that cannot hand it on. */
const WORTH = 0.95;

/** Compresses. The same content gives the same bytes on each system. */
export async function gzipped(content: Uint8Array): Promise<Buffer> {
  const bytes = await compressed(content, { level: 9 });
  bytes[SYSTEM] = UNKNOWN;
  return bytes;
}

/** What lies in a pack of a file: its bytes, compressed where that is worth it. */
export async function packedBytes(
  content: Uint8Array,
): Promise<{ bytes: Uint8Array; isGzip: boolean }> {
  const smaller = await gzipped(content);
  return smaller.length < content.length * WORTH
    ? { bytes: smaller, isGzip: true }
    : { bytes: content, isGzip: false };
}
