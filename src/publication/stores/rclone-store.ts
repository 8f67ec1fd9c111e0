import { topmost } from '../emptied.ts';
import type { SiteHeaders } from '../site-headers.ts';
import type { SentFile, Store } from '../store.ts';
import { runProgram } from './program.ts';
import { filesOf, inScratch, writeInto } from './scratch.ts';

const ALWAYS = ['--files-from-raw', '-', '--no-traverse', '--transfers', '16', '--checkers', '16'];
/** The most folders that are removed one by one. */
const MOST_ROOTS = 16;
/** The exit code where there is no such folder yet. */
const NO_FOLDER = 3;

/** A site at any of the stores that rclone knows. */
export class RcloneStore implements Store {
  readonly #place: string;

  /** @param place as rclone takes it: `remote:path` */
  constructor(place: string) {
    this.#place = place;
  }

  read(paths: readonly string[]): Promise<Map<string, Buffer>> {
    return inScratch(async (folder) => {
      const args = ['copy', ...ALWAYS, '--', this.#place, folder];
      await runProgram('rclone', args, paths, [0, NO_FOLDER]);
      return filesOf(folder, paths);
    });
  }

  write(path: string, content: Buffer, headers: SiteHeaders): Promise<void> {
    return inScratch(async (folder) => {
      writeInto(folder, path, content);
      await this.#copy(folder, [path], headers, '--ignore-times');
    });
  }

  async send(
    folder: string,
    files: readonly SentFile[],
    headers: SiteHeaders,
    at: (done: number) => void,
  ): Promise<void> {
    const pathsOf = (isPerhapsThere: boolean) =>
      files.filter((file) => file.isPerhapsThere === isPerhapsThere).map(({ path }) => path);
    // Stores without digests compare sizes alone: a file that has changed is sent without being compared.
    await this.#copy(folder, pathsOf(false), headers, '--ignore-times');
    await this.#copy(folder, pathsOf(true), headers, '--checksum');
    at(files.length);
  }

  async remove(paths: readonly string[], at: (done: number) => void): Promise<void> {
    const args = ['delete', '--files-from-raw', '-', '--', this.#place];
    await runProgram('rclone', args, paths, [0, NO_FOLDER]);
    at(paths.length);
  }

  async removeFolders(folders: readonly string[]): Promise<void> {
    const place = this.#place.replace(/\/$/, '');
    const features = await runProgram('rclone', ['backend', 'features', '--', place], []);
    // Most stores have no folders but those that files are in.
    if (!/"CanHaveEmptyDirectories":\s*true/.test(features)) return;
    const tops = topmost(folders);
    // One call for each would take hours where thousands go; what is above them is looked through then.
    const roots =
      tops.length > MOST_ROOTS ? new Set(tops.map((folder) => folder.split('/')[0])) : tops;
    for (const root of roots)
      await runProgram('rclone', ['rmdirs', '--', `${place}/${root}`], [], [0, NO_FOLDER]);
  }

  /** Sends files: those with the same caching in one call, since rclone takes headers for all that it sends. */
  async #copy(folder: string, paths: readonly string[], headers: SiteHeaders, comparing: string) {
    const groups = Map.groupBy(paths, (path) => headers.of(path).get('Cache-Control') ?? '');
    for (const [caching, group] of groups) {
      const header = ['--header-upload', `Cache-Control: ${caching}`];
      const args = ['copy', ...ALWAYS, comparing, ...header, '--', folder, this.#place];
      await runProgram('rclone', args, group);
    }
  }
}
