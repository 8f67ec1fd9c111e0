import { decoded, xmlEncoding } from './encoding.ts';
import { jsonForm } from './foreign/json.ts';
import { isNinjs, readNinjs } from './form/ninjs.ts';
import { readText } from './form/text.ts';
import { type Input, linesOf, readAll, sha256Of } from './input.ts';
import { type Form, formOf, isLines } from './sniff.ts';
import { ImportFault, type Reading } from './story.ts';

/** One item of an input: what it states, why it is passed over, or what is wrong with it. */
export interface Item {
  /** File, and line or number of the item where a file has several. */
  origin: string;
  /** Whether the bytes that its SHA-256 is of hold nothing else. */
  isSole: boolean;
  reading: Found;
}

const SNIFFED = 64 * 1024;

const faultOf = (error: unknown): ImportFault => {
  if (error instanceof ImportFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new ImportFault(
    code ? `It cannot be read (${code}).` : `It cannot be read: ${message.split('\n')[0]}.`,
  );
};

function readJsonItem(value: unknown, sha256: string): Reading {
  if (isNinjs(value)) return readNinjs(value, sha256);
  const known = jsonForm(value);
  if (known)
    throw new ImportFault(
      `It is ${known}, which is not read. Give a feed, the web page, or ninjs.`,
    );
  throw new ImportFault(
    'It is JSON, but neither a ninjs item (which has “uri”) nor a JSON Feed (which has “version”). Give a feed, the web page, or ninjs.',
  );
}

const isJsonFeed = (value: unknown): value is { version: string; items?: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  /jsonfeed\.org\/version/.test(String((value as { version?: unknown }).version));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportFault(`It looks like JSON and is none: ${(error as Error).message}.`);
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

const nothingMore: AsyncIterator<Uint8Array> = {
  next: async () => ({ done: true, value: undefined }),
};

async function* jsonLines(
  origin: string,
  lines: AsyncIterable<{ bytes: Uint8Array; number: number }>,
  encoding: string | undefined,
): AsyncGenerator<Item> {
  for await (const { bytes, number } of lines) {
    const place = `${origin}:${number}`;
    try {
      const text = decoded(bytes, encoding).trim();
      if (text !== '')
        yield {
          origin: place,
          isSole: true,
          reading: readJsonItem(parseJson(text), sha256Of(bytes)),
        };
    } catch (error) {
      yield { origin: place, isSole: true, reading: { fault: faultOf(error) } };
    }
  }
}

async function* wholeItems(
  origin: string,
  form: Form,
  bytes: Uint8Array,
  encoding: string | undefined,
): AsyncGenerator<Item> {
  const sha256 = sha256Of(bytes);
  if (form === 'page') {
    // A browser’s document tree is large, and most imports need none.
    const { readPage } = await import('./form/page.ts');
    const page = encoding ? decoded(bytes, encoding) : bytes;
    yield { origin, isSole: true, reading: readPage(page, sha256) };
    return;
  }
  const text = decoded(bytes, encoding ?? (form === 'feed' ? xmlEncoding(bytes) : undefined));
  if (form === 'text') {
    yield { origin, isSole: true, reading: readText(text, sha256) };
    return;
  }
  if (form === 'json' && isLines(text)) {
    yield* jsonLines(origin, linesOf([bytes], nothingMore), encoding);
    return;
  }
  const value = form === 'json' ? parseJson(text) : undefined;
  const { readJsonFeed, readXmlFeed } = await import('./form/feed.ts');
  const values = Array.isArray(value) ? value : [value];
  const readings =
    form === 'feed'
      ? readXmlFeed(text, sha256)
      : isJsonFeed(value)
        ? readJsonFeed(value, sha256)
        : values.map((item) => () => readJsonItem(item, sha256));
  if (readings.length === 0) throw new ImportFault('It is a feed without items.');
  const isSole = readings.length === 1;
  for (const [index, read] of readings.entries()) {
    const place = isSole ? origin : `${origin}, item ${index + 1}`;
    try {
      yield { origin: place, isSole, reading: read() };
    } catch (error) {
      yield { origin: place, isSole, reading: { fault: faultOf(error) } };
    }
  }
}
