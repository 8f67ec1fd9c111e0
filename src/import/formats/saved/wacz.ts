import { ImportFault } from '../../source-document.ts';
import type { Part } from '../format.ts';
import { linesOf } from '../line.ts';
import type { Source } from '../source.ts';
import { openZip, type Zip } from '../zip.ts';
import { partsOfArchive } from './warc/archive.ts';
import { addressKey } from './warc/captures.ts';
import { isGzip, unpacked } from './warc/unpacked.ts';

/** The bytes of the WARC files of a WACZ, one after another and unpacked. Records stand by themselves, so that files may follow each other. */
async function* recordBytes(zip: Zip, names: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const name of names) {
    const start = await zip.start(name);
    yield* isGzip(start) ? unpacked(zip.stream(name)) : zip.stream(name);
    yield Buffer.from('\r\n\r\n');
  }
}

/** What the archive lists as pages: those that were asked for, and those that the crawler came to from there. */
async function listedPages(zip: Zip, names: readonly string[]): Promise<Set<string> | undefined> {
  const listed = new Set<string>();
  for (const name of names)
    for await (const line of linesOf(zip.stream(name))) {
      const address =
        'bytes' in line ? addressIn(Buffer.from(line.bytes).toString('utf8')) : undefined;
      if (address !== undefined) listed.add(addressKey(address));
    }
  return listed.size > 0 ? listed : undefined;
}

/** The address in a line of a list of pages; its first line describes the list, and has none. */
function addressIn(line: string): string | undefined {
  try {
    const { url } = JSON.parse(line) as { url?: unknown };
    return typeof url === 'string' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The pages of a web archive with its list of pages (WACZ). @throws ImportFault where it holds no WARC */
export async function* partsOfWacz(source: Source): AsyncGenerator<Part> {
  const zip = await openZip(source);
  try {
    const archives = [...zip.names].filter((name) => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(name));
    if (archives.length === 0)
      throw new ImportFault('It is a zip like a web archive (WACZ), and holds no WARC.');
    const listed = await listedPages(
      zip,
      [...zip.names].filter((name) => /^pages\/[^/]+\.jsonl$/i.test(name)),
    );
    yield* partsOfArchive({
      stream: () => recordBytes(zip, archives),
      listed,
      encoding: source.encoding,
    });
  } finally {
    zip.close();
  }
}
