import { buffer } from 'node:stream/consumers';
import { fromBuffer, type ZipFile } from 'yauzl';

/** What a file in a zip may take when it is unpacked, and how many files of one are read. */
const LARGEST = 2 ** 28;
const MOST = 5000;

/** The end of a zip’s list of files; a zip may stand at the end of any file. */
const END = Buffer.from('PK\u0005\u0006', 'latin1');

/** The beginning of a file in a zip. */
const BEGINNING = Buffer.from('PK\u0003\u0004', 'latin1');

/** True where bytes may end with a zip. */
export const endsWithZip = (bytes: Buffer): boolean =>
  bytes.subarray(Math.max(0, bytes.length - 66_000)).lastIndexOf(END) >= 0;

const opened = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(
      bytes,
      { lazyEntries: true, validateEntrySizes: true, decodeStrings: true },
      (error, zip) => (error ? reject(error) : resolve(zip)),
    );
  });

/** The files in a zip, unpacked; none where it is none. A file that cannot be unpacked is passed over: no reader can either. */
export async function* zipMembers(bytes: Buffer): AsyncGenerator<{ name: string; bytes: Buffer }> {
  // What stands before a zip, such as a picture, is passed over: its list counts from its own beginning.
  let zip: ZipFile;
  try {
    zip = await opened(bytes.subarray(Math.max(0, bytes.indexOf(BEGINNING))));
  } catch {
    return;
  }
  const entries: { fileName: string; uncompressedSize: number }[] = [];
  await new Promise<void>((resolve) => {
    zip.on('entry', (entry) => {
      entries.push(entry);
      if (entries.length < MOST) zip.readEntry();
      else resolve();
    });
    zip.on('end', resolve).on('error', () => resolve());
    zip.readEntry();
  });
  for (const entry of entries) {
    if (entry.uncompressedSize > LARGEST || entry.uncompressedSize === 0) continue;
    const content = await new Promise<Buffer | undefined>((resolve) => {
      zip.openReadStream(entry as never, (error, stream) => {
        if (error) resolve(undefined);
        else buffer(stream).then(resolve, () => resolve(undefined));
      });
    });
    if (content) yield { name: entry.fileName, bytes: content };
  }
}
