import { ImportFault } from '../../source-document.ts';
import { decoded } from '../encoding.ts';
import { type Format, numbered, type Part } from '../format.ts';
import { linesOf } from '../line.ts';
import { LARGEST, type Source, sha256Of } from '../source.ts';
import { itemsOf } from './items.ts';
import { partsOfLarge } from './large.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportFault(`It looks like JSON and is none: ${(error as Error).message}.`);
  }
}

/** The items of one line; a line that cannot be read is an item that cannot. */
async function* lineParts(bytes: Uint8Array, place: string, encoding: string | undefined) {
  try {
    const text = decoded(bytes, encoding).trim();
    if (text === '') return;
    const items = await itemsOf(parsed(text), sha256Of(bytes), 1);
    for (const part of numbered(items)) yield { ...part, place: `${place}${part.place}` };
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    yield { place, isSole: true, read: () => Promise.reject(error) };
  }
}

async function* parts({ stream, encoding }: Source): AsyncGenerator<Part> {
  for await (const { number, ...line } of linesOf(stream()))
    if ('fault' in line)
      yield { place: `:${number}`, isSole: true, read: () => Promise.reject(line.fault) };
    else yield* lineParts(line.bytes, `:${number}`, encoding);
}

// “[PHOTO] The ferry…” and “{x}” begin texts as well.
const isJsonStart = (text: string) => /^\{\s*(?:"|\})/.test(text) || /^\[\s*(?:\{|\])/.test(text);

/** JSON with one item a line, of any length. */
export const jsonLines: Format = {
  is: ({ name, text }) => {
    if (!isJsonStart(text) || !text.startsWith('{')) return false;
    if (/\.(?:ndjson|jsonl)$/i.test(name)) return true;
    // The first line may be the one that is broken.
    const lines = text.split('\n');
    const isLine = (line: string, at: number) =>
      line.startsWith('{') && at < lines.length - 1 && isJson(line);
    return (
      lines.length > 1 && lines.slice(1).join('').trim() !== '' && lines.slice(0, 20).some(isLine)
    );
  },
  parts,
};

/** JSON: one value, which may hold several items. */
export const json: Format = {
  is: ({ text }) => isJsonStart(text),
  parts: async function* (source) {
    if (source.size > LARGEST) {
      yield* partsOfLarge(source);
      return;
    }
    const text = decoded(await source.bytes(), source.encoding);
    if (isLines(text)) {
      yield* parts(source);
      return;
    }
    const items = await itemsOf(parsed(text), await source.sha256());
    if (items.length === 0) throw new ImportFault('It is a feed without items.');
    yield* numbered(items);
  },
};

/** True where a JSON text has one item a line: its first line is a complete value, and there are more. */
function isLines(text: string): boolean {
  const end = text.trimEnd().indexOf('\n');
  return end > 0 && text.startsWith('{') && isJson(text.slice(0, end));
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
