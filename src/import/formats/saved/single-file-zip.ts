import { own } from '../../../domain/own.ts';
import { type FindMedium, inTurn } from '../../media/folder.ts';
import { ImportFault } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { type Part, sole } from '../format.ts';
import type { Source } from '../source.ts';
import { openZip, type Zip } from '../zip.ts';
import { readCapture, textOfPage } from './capture.ts';

const END = Buffer.from('PK\u0005\u0006', 'latin1');
const END_LENGTH = 22;

/** The zip in a page that unpacks itself: what stands after its end is the page’s. */
async function zipIn(bytes: Buffer): Promise<Uint8Array> {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + END_LENGTH > bytes.length)
    throw new ImportFault('It is a page of SingleFile that breaks off. Save the page again.');
  return bytes.subarray(0, end + END_LENGTH + bytes.readUInt16LE(end + END_LENGTH - 2));
}

/** Finds files of a zip by their paths from a page in it. */
const findIn =
  (zip: Zip, page: string): FindMedium =>
  async (reference) => {
    if (/^[a-z][a-z\d+.-]*:|^\//iu.test(reference)) return undefined;
    const base = `http://zip/${page}`;
    if (!URL.canParse(reference, base)) return undefined;
    const name = decodeURIComponent(new URL(reference, base).pathname.slice(1));
    return zip.names.has(name) ? { bytes: await zip.bytes(name) } : undefined;
  };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The page that SingleFile saved in a zip. @throws ImportFault where it holds no page of SingleFile */
export async function* partsOfSingleFileZip(source: Source): AsyncGenerator<Part> {
  const isPacked = source.head.bytes[0] === END[0];
  const zip = await openZip(
    isPacked
      ? source
      : { path: undefined, bytes: async () => zipIn(Buffer.from(await source.bytes())) },
  );
  try {
    const [manifest] = [...zip.names]
      .filter((name) => /^(?:\d+_\d*\/)?manifest\.json$/.test(name))
      .toSorted((a, b) => a.length - b.length);
    const said = manifest && parsed((await zip.bytes(manifest)).toString('utf8'));
    const address = own(said, 'originalUrl');
    const page = manifest?.replace(/manifest\.json$/, 'index.html');
    if (!page || !zip.names.has(page) || typeof address !== 'string')
      throw new ImportFault('It is a zip; unpack it, and import the folder.');
    const bytes = await zip.bytes(page);
    const digest = await source.sha256();
    yield sole(() => {
      const { text, notes, encoding, find } = textOfPage(bytes, undefined, source.encoding);
      const time = asTime(own(said, 'archiveTime'));
      const saved = { bytes, encoding, time: time?.published };
      const capture = {
        address,
        day: time?.date,
        notes,
        saved,
        find: inTurn(find, findIn(zip, page)),
      };
      return readCapture(text, capture, digest);
    });
  } finally {
    zip.close();
  }
}
