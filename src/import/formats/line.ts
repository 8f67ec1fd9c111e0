import { ImportFault } from '../source-document.ts';
import { LARGEST } from './source.ts';

const LINE_FEED = 0x0a;

/** A line of a stream, or why it is not taken. */
export type Line = { number: number } & ({ bytes: Uint8Array } | { fault: ImportFault });

/** The lines of a stream, counted from 1; a line is let go of before the next is read. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size > LARGEST) pending = [];
    else pending.push(part);
  };
  const line = (): Line => {
    const taken: Line =
      size > LARGEST
        ? { number, fault: new ImportFault('This line is longer than 64 MB; it is no item.') }
        : { number, bytes: Buffer.concat(pending) };
    pending = [];
    size = 0;
    number++;
    return taken;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, at));
      yield line();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
