import { ImportFault } from '../../source-document.ts';
import { linesOf } from '../line.ts';
import { LARGEST } from '../source.ts';

const LINE_FEED = Buffer.from('\n');
const FROM = Buffer.from('From ');
const ESCAPED = /^>+From /;

const isBlank = (line: Uint8Array) => line.length === 0 || (line.length === 1 && line[0] === 0x0d);

/** A line as it was sent: a mailbox sets a sign before “From ” at its beginning. */
function asSent(line: Uint8Array): Uint8Array {
  const start = Buffer.from(line.subarray(0, 100)).toString('latin1');
  return ESCAPED.test(start) ? line.subarray(1) : line;
}

/** The messages of a mailbox (mbox), each let go of before the next; one that is too large is a fault in its place. */
export async function* messagesOf(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | ImportFault> {
  let lines: Uint8Array[] | undefined;
  let size = 0;
  let isAfterBlank = true;
  const message = () =>
    size > LARGEST
      ? new ImportFault('This message is larger than 64 MB, as no newsletter is.')
      : Buffer.concat(lines ?? []);
  for await (const line of linesOf(stream)) {
    const bytes = 'bytes' in line ? line.bytes : undefined;
    if (isAfterBlank && bytes && FROM.equals(bytes.subarray(0, FROM.length))) {
      if (lines) yield message();
      lines = [];
      size = 0;
    } else if (lines) {
      size += bytes ? bytes.length + 1 : LARGEST + 1;
      if (size > LARGEST) lines = [];
      else if (bytes) lines.push(asSent(bytes), LINE_FEED);
    }
    isAfterBlank = bytes !== undefined && isBlank(bytes);
  }
  if (lines) yield message();
}
