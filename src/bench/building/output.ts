import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build has written. */
export interface Output {
  /** The number of HTML files. */
  pages: number;
  files: number;
  bytes: number;
  /** What the files take up on the disk, in bytes: whole blocks. */
  diskBytes: number;
}

/** The bytes of a block, as systems count them. */
const BLOCK = 512;

/** Counts the files in a folder and below it. */
export function outputOf(folder: string): Output {
  const output = { pages: 0, files: 0, bytes: 0, diskBytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const { pages, files, bytes, diskBytes } = outputOf(path);
      output.pages += pages;
      output.files += files;
      output.bytes += bytes;
      output.diskBytes += diskBytes;
    } else {
      output.pages += entry.name.endsWith('.html') ? 1 : 0;
      output.files += 1;
      const { size, blocks } = statSync(path);
      output.bytes += size;
      output.diskBytes += blocks * BLOCK;
    }
  }
  return output;
}
