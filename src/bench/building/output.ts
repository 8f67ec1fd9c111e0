import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build has written. */
export interface Output {
  /** The number of HTML files. */
  pages: number;
  files: number;
  bytes: number;
}

/** Counts the files in a folder and below it. */
export function outputOf(folder: string): Output {
  const output = { pages: 0, files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const { pages, files, bytes } = outputOf(path);
      output.pages += pages;
      output.files += files;
      output.bytes += bytes;
    } else {
      output.pages += entry.name.endsWith('.html') ? 1 : 0;
      output.files += 1;
      output.bytes += statSync(path).size;
    }
  }
  return output;
}
