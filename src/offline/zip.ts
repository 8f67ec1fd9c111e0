import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of a zip. Its content is read only when it is written. */
export interface ZippedFile {
  path: string;
  content: () => string | Uint8Array;
}

// A fixed date, so that two zips of one archive are the same.
const MADE = new Date(2000, 0, 1);

/**
 * Writes a zip. Only one file is in memory at a time. The same files give the same bytes.
 *
 * @param folder the folder of the zip that has all files
 */
export async function writeZip(
  path: string,
  folder: string,
  files: Iterable<ZippedFile>,
): Promise<void> {
  const zip = new ZipFile();
  const written = finished(zip.outputStream.pipe(createWriteStream(path)));
  for (const { path: name, content } of files)
    zip.addReadStreamLazy(
      `${folder}/${name}`,
      { mtime: MADE, mode: 0o100644, forceDosTimestamp: true },
      (give) => give(null, Readable.from([Buffer.from(content())])),
    );
  zip.end();
  await written;
}
