import { posix } from 'node:path';
import { byDepth } from '../emptied.ts';
import type { SiteHeaders } from '../site-headers.ts';
import type { SentFile, Store } from '../store.ts';
import { runProgram } from './program.ts';
import { filesOf, inScratch, writeInto } from './scratch.ts';

/** Secluded arguments: no shell of the other machine reads a path. */
const ALWAYS = ['--secluded-args', '--files-from=-'];
/**
 * Files are compared by their content and renamed into their places once they are there whole: as each is, or, of one
 * call, all at its end, so that pages that belong together change together.
 */
const SENDING = [
  '--checksum',
  '--times',
  '--omit-dir-times',
  '--mkpath',
  '--delay-updates',
  '--chmod=D755,F644',
];
/** The exit codes of a folder that is not there, of files that could not be had, and of files that were to vanish. */
const [NO_FOLDER, PARTIAL, VANISHED] = [3, 23, 24];

/** Where rsync keeps, in each folder, what waits for its place: what a killed one left there goes with the file. */
const WAITING = '.~tmp~';
const halfSent = (path: string) => posix.join(posix.dirname(path), WAITING, posix.basename(path));

/** A site in a folder of this machine or another, reached by rsync. */
export class RsyncStore implements Store {
  readonly #place: string;

  /** @param place as rsync takes it: `user@host:folder` or a folder */
  constructor(place: string) {
    this.#place = place.endsWith('/') ? place : `${place}/`;
  }

  read(paths: readonly string[]): Promise<Map<string, Buffer>> {
    return inScratch(async (folder) => {
      const args = [...ALWAYS, '--ignore-missing-args', '--', this.#place, `${folder}/`];
      await runProgram('rsync', args, paths, [0, NO_FOLDER, PARTIAL]);
      return filesOf(folder, paths);
    });
  }

  write(path: string, content: Buffer): Promise<void> {
    return inScratch(async (folder) => {
      writeInto(folder, path, content);
      await this.#send(folder, [path]);
    });
  }

  async send(
    folder: string,
    files: readonly SentFile[],
    _: SiteHeaders,
    at: (done: number) => void,
  ) {
    await this.#send(
      folder,
      files.map(({ path }) => path),
    );
    at(files.length);
  }

  async remove(paths: readonly string[], at: (done: number) => void): Promise<void> {
    await this.#remove([...paths, ...paths.map(halfSent)], [0, VANISHED]);
    at(paths.length);
  }

  async removeFolders(folders: readonly string[]): Promise<void> {
    const all = folders.flatMap((folder) => [folder, `${folder}/${WAITING}`]);
    // It takes a folder before what is in it, and leaves one in which something is.
    for (const level of byDepth(all)) await this.#remove(level, [0, PARTIAL, VANISHED]);
  }

  /** What an empty folder lacks is removed at the other side. */
  #remove(paths: readonly string[], passed: readonly number[]): Promise<void> {
    return inScratch(async (empty) => {
      const args = [...ALWAYS, '--delete-missing-args', '--', `${empty}/`, this.#place];
      await runProgram('rsync', args, paths, passed);
    });
  }

  async #send(folder: string, paths: readonly string[]): Promise<void> {
    await runProgram('rsync', [...ALWAYS, ...SENDING, '--', `${folder}/`, this.#place], paths);
  }
}
