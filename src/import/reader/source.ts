import { decoded, decodedPage, decodedXml } from '../formats/encoding.ts';
import { jsonForm } from '../formats/foreign/json.ts';
import { isNinjs, readNinjs } from '../formats/ninjs.ts';
import { type Form, isLines } from '../formats/sniff.ts';
import { readText } from '../formats/text.ts';
import { linesOf, sha256Of } from '../input.ts';
import { ImportFault, type Reading } from '../source-document.ts';

/** Bytes that hold one item or several. */
export interface Source {
  /** What they are; `line` for one line of a file that has an item on each. */
  form: Exclude<Form, 'lines'> | 'line';
  bytes: Uint8Array;
  /** The encoding that the archivist named. */
  encoding: string | undefined;
}

/** An item of a source, not read yet. */
export interface Part {
  /** Where in the source it stands: `, item 2`, or `:3` for a line; empty where the source holds nothing else. */
  place: string;
  isSole: boolean;
  /** Reads it. Throws an `ImportFault` where it cannot be read. */
  read: () => Reading;
}

const sole = (read: Part['read']): Part => ({ place: '', isSole: true, read });

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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportFault(`It looks like JSON and is none: ${(error as Error).message}.`);
  }
}

const readLine = (text: string, bytes: Uint8Array) => () =>
  readJsonItem(parseJson(text), sha256Of(bytes));

const nothingMore: AsyncIterator<Uint8Array> = {
  next: async () => ({ done: true, value: undefined }),
};

async function* lines({ bytes, encoding }: Source): AsyncGenerator<Part> {
  for await (const line of linesOf([bytes], nothingMore)) {
    if ('fault' in line) throw line.fault;
    const text = decoded(line.bytes, encoding).trim();
    if (text === '') continue;
    yield { place: `:${line.number}`, isSole: true, read: readLine(text, line.bytes) };
  }
}

const isJsonFeed = (value: unknown): value is { version: string; items?: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  /jsonfeed\.org\/version/.test(String((value as { version?: unknown }).version));

/** The items of a source, in order; each is read when it is asked for. Throws where the source as a whole cannot be read. */
export async function* partsOf(source: Source): AsyncGenerator<Part> {
  const { form, bytes, encoding } = source;
  const sha256 = sha256Of(bytes);
  if (form === 'line') {
    const text = decoded(bytes, encoding).trim();
    if (text !== '') yield sole(readLine(text, bytes));
    return;
  }
  if (form === 'page') {
    // What reads pages is large, and most imports need none of it.
    const { readPage } = await import('../formats/page/page.ts');
    const { text, notes } = encoding
      ? { text: decoded(bytes, encoding), notes: [] }
      : decodedPage(bytes);
    yield sole(() => {
      const reading = readPage(text, sha256);
      if ('document' in reading) reading.document.notes.unshift(...notes);
      return reading;
    });
    return;
  }
  const text = form === 'feed' && !encoding ? decodedXml(bytes) : decoded(bytes, encoding);
  if (form === 'text') {
    yield sole(() => readText(text, sha256));
    return;
  }
  if (form === 'json' && isLines(text)) {
    yield* lines(source);
    return;
  }
  const value = form === 'json' ? parseJson(text) : undefined;
  const values = Array.isArray(value) ? value : [value];
  const { readJsonFeed, readXmlFeed } = await import('../formats/feed/feed.ts');
  const readers =
    form === 'feed'
      ? readXmlFeed(text, sha256)
      : isJsonFeed(value)
        ? readJsonFeed(value, sha256)
        : values.map((item) => () => readJsonItem(item, sha256));
  if (readers.length === 0) throw new ImportFault('It is a feed without items.');
  const isSole = readers.length === 1;
  for (const [index, read] of readers.entries())
    yield { place: isSole ? '' : `, item ${index + 1}`, isSole, read };
}
