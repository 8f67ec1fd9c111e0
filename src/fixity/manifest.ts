/**
 * A manifest: the digest of each file of a folder, in the format of `sha256sum -c` and `sha512sum -c`. It is read
 * strictly: every malformed line is reported.
 */

/** How many hexadecimal digits a digest has. */
const DIGITS = { sha256: 64, sha512: 128 } as const;
export type Algorithm = keyof typeof DIGITS;

/** The largest manifest that is read; one of a million files has about this size. */
export const MANIFEST_BYTES = 128 * 2 ** 20;
/** A file with this many malformed lines is not a manifest. */
const MOST_FAULTS = 1000;

/** A malformed line, counted from 1. */
export interface ManifestFault {
  line: number;
  reason: string;
}

const byPath = (a: readonly [string, string], b: readonly [string, string]) =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;

/** The text of a manifest: one line for each file, sorted by path. */
export const manifestText = (digests: ReadonlyMap<string, string>): string =>
  [...digests]
    .toSorted(byPath)
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');

/** True for a path that is not one of a file below its folder. */
export const leavesFolder = (path: string) =>
  path.startsWith('/') || path.split('/').some((part) => ['', '.', '..'].includes(part));

/** Reads a manifest. @returns the digests by path, and every malformed line */
export function readManifest(
  text: string,
  algorithm: Algorithm,
): { digests: Map<string, string>; faults: ManifestFault[] } {
  const form = new RegExp(`^([0-9a-f]{${DIGITS[algorithm]}}) {2}([^\\0\\r\\\\]+)$`);
  const digests = new Map<string, string>();
  const faults: ManifestFault[] = [];
  let last = '';
  let line = 0;
  // One line at a time: a hostile manifest may have as many lines as bytes.
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    line += 1;
    end = text.indexOf('\n', start);
    if (end < 0) {
      faults.push({ line, reason: 'does not end its line' });
      break;
    }
    const [, digest = '', path = ''] = form.exec(text.slice(start, end)) ?? [];
    const reason =
      path === ''
        ? `is not ${DIGITS[algorithm]} digits, two spaces and a path`
        : leavesFolder(path)
          ? 'has a path that leaves the folder'
          : path <= last
            ? 'is not in the order of the paths'
            : undefined;
    if (reason) faults.push({ line, reason });
    else digests.set(path, digest);
    last = path > last ? path : last;
    if (faults.length < MOST_FAULTS) continue;
    faults.push({ line, reason: 'is the last that was read: this is no manifest' });
    break;
  }
  return { digests, faults };
}
