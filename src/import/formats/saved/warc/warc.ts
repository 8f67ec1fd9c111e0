import { ImportFault } from '../../../source-document.ts';
import type { Part } from '../../format.ts';
import type { Source } from '../../source.ts';
import { partsOfArchive } from './archive.ts';
import { isGzip, unpacked } from './unpacked.ts';
import { isArc, unpackedStart } from './warc-head.ts';

/** The pages of a web archive (WARC), packed with gzip or not. @throws ImportFault where it is an ARC */
export async function* partsOfWarc({ head, stream, encoding }: Source): AsyncGenerator<Part> {
  if (isArc(unpackedStart(head.bytes)))
    throw new ImportFault(
      'It is a web archive (ARC); make WARC of it, for instance with “warcio recompress”, and import that.',
    );
  yield* partsOfArchive({
    stream: () => (isGzip(head.bytes) ? unpacked(stream()) : stream()),
    encoding,
  });
}
