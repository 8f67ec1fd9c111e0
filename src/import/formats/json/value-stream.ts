import { JSONParser } from '@streamparser/json';
import { ImportFault } from '../../source-document.ts';
import { decodedStream } from '../decoded-stream.ts';
import type { Source } from '../source.ts';

/** A value that stands in a JSON text, and the keys that lead to it. */
export interface PlacedValue {
  keys: (string | number)[];
  value: unknown;
}

/**
 * The values of a JSON text at some paths, in order, each let go of before the next: the text may be larger than memory.
 *
 * @param paths such as `$.*` for the members of a list; `*` stands for any key
 * @throws ImportFault where the text is no JSON
 */
export async function* valuesAt(
  { stream, encoding }: Pick<Source, 'stream' | 'encoding'>,
  paths: readonly string[],
): AsyncGenerator<PlacedValue> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  let found: PlacedValue[] = [];
  parser.onValue = ({ key, value, stack }) => {
    const keys = [...stack.slice(1).map((one) => one.key), key];
    found.push({ value, keys: keys.filter((one) => one !== undefined) });
  };
  // An error that is not thrown here would be thrown by the parser, with less said.
  const take = (text: string | undefined) => {
    try {
      if (text !== undefined) parser.write(text);
      else if (!parser.isEnded) parser.end();
    } catch (error) {
      throw new ImportFault(
        `It looks like JSON and is none: ${(error as Error).message.split('\n')[0]}. The items before that are in.`,
      );
    }
  };
  for await (const text of decodedStream(stream(), encoding)) {
    // What follows the value is white space, or no part of it.
    if (parser.isEnded && text.trim() === '') continue;
    take(text);
    yield* found;
    found = [];
  }
  take(undefined);
}
