import type { Head } from '../head.ts';

/** The name of a zip’s first entry, which stands in its first bytes. */
export function firstEntry(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024));
  if (start.toString('latin1', 0, 4) !== 'PK\u0003\u0004' || start.length < 30) return undefined;
  return start.toString('utf8', 30, 30 + start.readUInt16LE(26));
}

/** Whether a source is a web archive with its index in a zip (WACZ). */
export function isWacz({ name, bytes }: Head): boolean {
  const entry = firstEntry(bytes);
  if (entry === undefined) return false;
  return (
    /\.wacz$/i.test(name) ||
    /^(?:archive|pages|indexes)\/|^(?:datapackage(?:-digest)?\.json|webarchive\.yaml|fuzzy\.json)$/.test(
      entry,
    )
  );
}
