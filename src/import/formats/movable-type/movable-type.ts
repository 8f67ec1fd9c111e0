import { ImportFault } from '../../source-document.ts';
import { decoded } from '../encoding.ts';
import type { Part } from '../format.ts';
import { linesOf } from '../line.ts';
import { LARGEST, type Source } from '../source.ts';
import { readEntry } from './entry.ts';

/** Movable Type’s export, which TypePad has as well: entries as text, a line of eight hyphens apart. */

const END = /^--------\r?$/u;
const END_LENGTHS = new Set([8, 9]);

const isEnd = (line: Uint8Array) =>
  END_LENGTHS.has(line.length) && END.test(Buffer.from(line).toString('latin1'));

/** The entries of an export, one after another. */
export async function* partsOfMovableType(source: Source): AsyncGenerator<Part> {
  const sha256 = await source.sha256();
  let number = 0;
  let lines: Uint8Array[] = [];
  let size = 0;
  const part = (): Part => {
    number++;
    const text = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
    const isTooLong = size > LARGEST;
    return {
      place: `, item ${number}`,
      isSole: false,
      read: () => {
        if (isTooLong) throw new ImportFault('It is longer than 64 MB; it is no entry.');
        return readEntry(decoded(text, source.encoding), sha256);
      },
    };
  };
  for await (const line of linesOf(source.stream())) {
    if ('fault' in line) throw line.fault;
    if (isEnd(line.bytes)) {
      if (lines.some(({ length }) => length > 1)) yield part();
      lines = [];
      size = 0;
      continue;
    }
    size += line.bytes.length;
    if (size > LARGEST) lines = [];
    else lines.push(line.bytes);
  }
  // What does not end may be cut off, and its last lines with it.
  if (lines.some(({ length }) => length > 1))
    yield {
      place: `, item ${number + 1}`,
      isSole: false,
      read: () => {
        throw new ImportFault(
          'Here the export is cut off: its last entry has no line of eight hyphens below it. Export it again.',
        );
      },
    };
}
