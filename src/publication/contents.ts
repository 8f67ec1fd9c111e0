import { gunzipSync } from 'node:zlib';
import { leavesFolder, MANIFEST_BYTES, readManifest } from '../fixity/manifest.ts';
import { ROOT, readRoot } from '../hosting/packed/layout.ts';

/** The SHA-256 of each file by its path, as a manifest says. @param text whose paths are bytes */
export const digestsIn = (text: string): Map<string, string> =>
  new Map(
    [...readManifest(text, 'sha256').digests].map(([path, digest]) => [
      Buffer.from(path, 'latin1').toString(),
      digest,
    ]),
  );

/** The file of a packed site that has the manifest of what readers get; undefined where a site is not packed. */
export function packedManifest(root: string | undefined): string | undefined {
  if (root === undefined) return undefined;
  const { manifest } = readRoot(root);
  if (typeof manifest !== 'string' || leavesFolder(manifest))
    throw new Error(`${ROOT} names no manifest.`);
  return manifest;
}

/** What such a file says. @throws an error where it is not compressed, or too large */
export const packedDigests = (content: Uint8Array): Map<string, string> =>
  digestsIn(gunzipSync(content, { maxOutputLength: MANIFEST_BYTES }).toString('latin1'));
