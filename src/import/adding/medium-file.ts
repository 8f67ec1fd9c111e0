import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { LARGEST, regularBytes } from '../../content/files/regular-file.ts';
import { fileNameFault, SHARED } from '../../domain/media/file-name.ts';
import { endingOf, type FileFacts, type MediumKind } from '../../domain/media/media-type.ts';
import { shownWords } from '../../domain/problem.ts';
import { freeSlug, slugOf } from '../../domain/slug.ts';
import type { AuthorityFile } from '../matching/authority-file.ts';
import { ImportFault } from '../source-document.ts';
import type { Disk } from '../writing/disk.ts';
import type { NamedEntry } from './named-entry.ts';

const MB = 1024 * 1024;

/** A file that is to lie with an entry. */
export interface PlaceableFile {
  from: string;
  /** What it is called elsewhere; its name here is made of it. */
  called: string;
  /** Its size in bytes. */
  bytes: number;
  ending: string;
  /** Its name, where no letter of what it is called can stand in one. */
  fallback: string;
}

/** A file that is to be a medium of an entry. */
export interface FoundFile {
  from: string;
  /** What it is called elsewhere; its name here is made of it. */
  called: string;
  facts: FileFacts;
  kind: MediumKind;
}

/** The file of a medium as it is placed. */
export const placeable = ({ from, called, facts, kind }: FoundFile): PlaceableFile => ({
  from,
  called,
  bytes: facts.bytes,
  ending: endingOf(facts.type),
  fallback: kind,
});

/** The archive that it comes into. */
export interface AddingArchive {
  root: string;
  disk: Disk;
  authorityFile: AuthorityFile;
}

/** The file of a medium in the archive. */
export interface MediumFile {
  /** As its entry names it. */
  name: string;
  path: string;
  /** True where it was put there, and lay nowhere in the archive before. */
  isCopy: boolean;
  /** Takes it away again, if it was put there. */
  undo: () => void;
}

/** The name of a file that lies where an entry may name it already; undefined for one that lies elsewhere. */
function nameHere(root: string, entry: NamedEntry, path: string): string | undefined {
  const names = [
    [dirname(entry.path), ''],
    [join(root, 'media'), SHARED],
  ] as const;
  return names
    .map(([folder, prefix]) => [relative(folder, path), prefix] as const)
    .filter(([below]) => below !== '' && !below.startsWith('..') && resolve(below) !== below)
    .map(([below, prefix]) => prefix + below.split(sep).join('/'))
    .find((name) => fileNameFault(name) === undefined);
}

/**
 * Puts a file where its entry can name it, in a folder called as the entry; one that lies there already stays. Where
 * another file has its name, it gets a number.
 *
 * @throws ImportFault where it cannot be
 */
export function placeFile(
  { from, called, bytes: size, ending, fallback }: PlaceableFile,
  entry: NamedEntry,
  { root, disk }: AddingArchive,
): MediumFile {
  const here = nameHere(root, entry, from);
  if (here !== undefined) return { name: here, path: from, isCopy: false, undo: () => undefined };
  if (size > LARGEST)
    throw new ImportFault(
      `${shownWords(called)} has ${Math.ceil(size / MB)} MB, and a file of more than ${LARGEST / MB} MB is not copied: put it beside the entry yourself, and name it there.`,
    );
  const bytes = regularBytes(from);
  const folder = basename(entry.path, extname(entry.path));
  const nameOf = (slug: string) => `${folder}/${slug}.${ending}`;
  const pathOf = (slug: string) => join(dirname(entry.path), nameOf(slug));
  const slug = slugOf(basename(called, extname(called)), fallback);
  // The same bytes there are of a command that was killed before it wrote the entry.
  const isThere = (one: string) => disk.holds(pathOf(one), bytes);
  for (let taken = new Set<string>(); ; ) {
    const free = freeSlug(slug, (one) => taken.has(one));
    const path = pathOf(free);
    if (disk.create(path, bytes))
      return { name: nameOf(free), path, isCopy: true, undo: () => disk.remove(path) };
    if (isThere(free)) return { name: nameOf(free), path, isCopy: false, undo: () => undefined };
    taken = taken.add(free);
  }
}
