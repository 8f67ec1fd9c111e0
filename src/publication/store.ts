import type { SiteHeaders } from './site-headers.ts';

/** Thrown where a store cannot be reached, or refuses what it was asked. The message says why, and what to do. */
export class StoreFault extends Error {
  override name = 'StoreFault';
}

/** A file to be sent. */
export interface SentFile {
  path: string;
  /** Its SHA-256, as the manifest has it. */
  digest: string;
  /** True where the same file may be there already. */
  isPerhapsThere: boolean;
}

/** Where a site is published: files by their paths, each replaced whole or not at all. */
export interface Store {
  /** The contents of small files; those that are missing are left out. @throws StoreFault */
  read(paths: readonly string[]): Promise<Map<string, Buffer>>;
  /** Writes a small file. @throws StoreFault */
  write(path: string, content: Buffer, headers: SiteHeaders): Promise<void>;
  /**
   * Sends files of a folder. All are there when this ends.
   *
   * @param at is told how many are done
   * @throws StoreFault
   */
  send(
    folder: string,
    files: readonly SentFile[],
    headers: SiteHeaders,
    at: (done: number) => void,
  ): Promise<void>;
  /** Removes files; one that is missing is no fault. @throws StoreFault */
  remove(paths: readonly string[], at: (done: number) => void): Promise<void>;
  /** Removes those of these folders in which nothing is, where the store has folders. @throws StoreFault */
  removeFolders?(folders: readonly string[]): Promise<void>;
}
