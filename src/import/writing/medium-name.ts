import { basename } from 'node:path';
import { mediumFile } from '../../content/media/media-path.ts';
import { SHARED } from '../../domain/media/file-name.ts';
import { freeSlug, slugOf } from '../../domain/slug.ts';
import type { Disk } from './disk.ts';

/** An entry, there or to be written. */
export interface EntryPlace {
  id: string;
  path: string;
}

/** What a file is called and where it goes. */
interface Called {
  /** What its source calls it, without its ending. */
  name: string;
  /** What it is called where no letter of that can be written. */
  fallback: string;
  ending: string;
  /** The folder of files that several articles show; left out where it lies beside its entry. */
  sharedIn?: string | undefined;
}

/** Names for the files that one entry shows: in a folder of its name, or in a shared one. */
export class MediumNames {
  readonly #entry: EntryPlace;
  readonly #disk: Pick<Disk, 'has' | 'holds'>;
  readonly #given = new Set<string>();

  constructor(entry: EntryPlace, disk: Pick<Disk, 'has' | 'holds'>) {
    this.#entry = entry;
    this.#disk = disk;
  }

  /** The path of a file by its name. */
  pathOf(file: string): string {
    return mediumFile(this.#entry, file);
  }

  /** A name that no other file has: one that is there with the same bytes is this one. */
  nameFor({ name, fallback, ending, sharedIn }: Called, bytes: Uint8Array): string {
    const folder =
      sharedIn === undefined
        ? basename(this.#entry.path, '.mdx')
        : `${SHARED}${slugOf(sharedIn, 'shared')}`;
    const fileOf = (slug: string) => `${folder}/${slug}.${ending}`;
    const isTaken = (slug: string) => {
      const path = this.pathOf(fileOf(slug));
      return (
        this.#given.has(fileOf(slug)) || (this.#disk.has(path) && !this.#disk.holds(path, bytes))
      );
    };
    const file = fileOf(freeSlug(slugOf(name, fallback), isTaken));
    this.#given.add(file);
    return file;
  }
}
