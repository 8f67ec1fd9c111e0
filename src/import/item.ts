import { formOf } from './formats/sniff.ts';
import { type Input, linesOf, readAll } from './input.ts';
import { type Found, type Item as Read, readSource, reasonOf } from './reader/reading.ts';
import type { Source } from './reader/source.ts';

/** One item of an input: what it states, why it is passed over, or what is wrong with it. */
export interface Item {
  /** File, and line or number of the item where a file has several. */
  origin: string;
  /** True where the bytes of its SHA-256 hold this item and no other. */
  isSole: boolean;
  reading: Found;
}

const SNIFFED = 64 * 1024;

/**
 * Reads every item of an input, one after another. A bad item is reported in its place and the next one is read.
 *
 * @param encoding the encoding that the archivist named
 * @param reads what reads a source; a reader bounds time and memory of each item
 */
export async function* itemsOf(
  input: Input,
  encoding: string | undefined,
  reads: (source: Source) => AsyncIterable<Read> = readSource,
): AsyncGenerator<Item> {
  const stream = input.open()[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  async function* items(origin: string, source: Source): AsyncGenerator<Item> {
    try {
      for await (const { place, isSole, found } of reads(source))
        yield { origin: `${origin}${place}`, isSole, reading: found };
    } catch (error) {
      yield faulty(origin, error);
    }
  }
  try {
    const start: Uint8Array[] = [];
    for (let size = 0; size < SNIFFED; ) {
      const { value, done } = await stream.next();
      if (done) break;
      start.push(value);
      size += value.length;
    }
    const form = formOf(Buffer.concat(start), input.name);
    if (form !== 'lines') {
      yield* items(input.name, { form, bytes: await readAll(start, stream), encoding });
      return;
    }
    for await (const { number, ...line } of linesOf(start, stream)) {
      const origin = `${input.name}:${number}`;
      if ('fault' in line) yield faulty(origin, line.fault);
      else yield* items(origin, { form: 'line', bytes: line.bytes, encoding });
    }
  } catch (error) {
    yield faulty(input.name, error);
  }
}

const faulty = (origin: string, error: unknown): Item => ({
  origin,
  isSole: true,
  reading: { fault: reasonOf(error) },
});
