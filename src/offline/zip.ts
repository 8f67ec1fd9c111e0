import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file of a zip. Its content is asked for only when it is written. */
export interface ZippedFile {
  path: string;
  content: () => string | Uint8Array;
}

// A fixed date that every zip can hold: with the real date, no two zips of one archive would be the same.
const MADE = new Date(2000, 0, 1);

/**
 * Writes a zip, one file after another: however many there are, one is held at a time. The same files give the same
 * bytes.
 *
 * @param folder in which all of them lie
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
