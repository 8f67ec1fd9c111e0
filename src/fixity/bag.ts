import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isOfLock } from '../lock/lock-place.ts';
import { checkManifest, contentsOf, digestOf, type Findings, unreadable } from './copy.ts';
import { manifestText } from './manifest.ts';

/** A bag as in BagIt 1.0 (RFC 8493): the archive's content and its site, for preservation. */

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const PAYLOAD = 'manifest-sha512.txt';
const TAGS = 'tagmanifest-sha512.txt';
const TAG_FILES = ['bag-info.txt', 'bagit.txt', PAYLOAD];

/** True for a folder with the declaration of a bag. */
export const isBag = (folder: string): boolean =>
  lstatSync(join(folder, 'bagit.txt'), { throwIfNoEntry: false }) !== undefined;

// BagIt's encoding of line ends in paths, and of the “%” that begins an encoded character.
const encoded = (path: string) =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

function payloadOf(folder: string) {
  const paths = contentsOf(join(folder, 'data')).map(({ path }) => `data/${path}`);
  const size = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return { paths, oxum: `${size}.${paths.length}` };
}

/**
 * Writes a bag of the files of these folders, each folder under its name.
 * @param info further lines of bag-info.txt
 * @param leftOut files that the bag does not have, by the name of their folder and their path in it
 */
export function writeBag(
  folder: string,
  parts: ReadonlyMap<string, string>,
  info: ReadonlyMap<string, string>,
  leftOut: ReadonlySet<string> = new Set(),
): void {
  for (const [name, part] of parts) {
    mkdirSync(join(folder, 'data'), { recursive: true });
    for (const { path, isFile } of contentsOf(part)) {
      if (!isFile || isOfLock(path) || leftOut.has(`${name}/${path}`)) continue;
      const copy = join(folder, 'data', name, path);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(part, path), copy);
    }
  }
  const { paths, oxum } = payloadOf(folder);
  const digests = (all: readonly string[]) =>
    manifestText(
      new Map(all.map((path) => [encoded(path), digestOf(join(folder, path), 'sha512')])),
    );
  writeFileSync(join(folder, PAYLOAD), digests(paths));
  writeFileSync(join(folder, 'bagit.txt'), DECLARATION);
  const fields = [...info, ['Payload-Oxum', oxum]].toSorted();
  writeFileSync(
    join(folder, 'bag-info.txt'),
    fields.map((field) => `${field.join(': ')}\n`).join(''),
  );
  writeFileSync(join(folder, TAGS), digests(TAG_FILES));
}

/** Checks a bag against its manifests: changed, missing and extra files. */
export function checkBag(folder: string): Findings {
  const isPayload = (path: string) => path.startsWith('data/');
  const payload = checkManifest(folder, PAYLOAD, 'sha512', isPayload);
  const tags = checkManifest(folder, TAGS, 'sha512', (path) => !isPayload(path) && path !== TAGS);
  const differences = [...payload.differences, ...tags.differences];
  const declaration = join(folder, 'bagit.txt');
  if (
    unreadable(declaration, DECLARATION.length) ||
    readFileSync(declaration, 'utf8') !== DECLARATION
  )
    differences.push({ path: 'bagit.txt', how: 'does not say BagIt 1.0' });
  return { held: payload.held + tags.held, differences };
}

/** Removes a bag that was not finished. */
export const removeBag = (folder: string): void => rmSync(folder, { recursive: true, force: true });
