import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';

/**
 * Reads the files of Pagefind 1.6 for the build: gzip, then a signature, then CBOR (RFC 8949), or JSON in a fragment.
 * Throws on what cannot be read. None of them is published.
 */

const MARK = Buffer.from('pagefind_dcd');

/** In bytes, unpacked. The largest file is that of a word which stands in every text: some megabytes in a large archive. */
const LARGEST = 1 << 27;
/**
 * No part of an index has more texts, and no text has more words. Larger numbers are refused, since they would only use
 * up memory.
 */
const MOST_TEXTS = 1 << 20;
const MOST_WORDS = 1 << 22;

/** A word of an index, and where it stands. */
export interface IndexedWord {
  word: string;
  /** The number of a text, then the place of the word in it, one after another. */
  places: number[];
}

/** What follows the signature of an unpacked file; undefined where it has none. */
const marked = (content: Buffer): Buffer | undefined =>
  content.subarray(0, MARK.length).equals(MARK) ? content.subarray(MARK.length) : undefined;

/**
 * @throws where the file is not packed, ends early, unpacks to more than a file of Pagefind can be, or has no signature
 */
function contentOf(file: Uint8Array): Buffer {
  const content = marked(gunzipSync(file, { maxOutputLength: LARGEST }));
  if (!content) throw new Error('This is no file of Pagefind: it does not begin as they do.');
  return content;
}

function not(what: string): never {
  throw new Error(`This is not as Pagefind 1.6 lays its files out: it has no ${what}.`);
}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : not('list there'));
const text = (value: unknown): string => (typeof value === 'string' ? value : not('text there'));
const below = (most: number, value: unknown): number =>
  Number.isSafeInteger(value) && Math.abs(value as number) < most
    ? (value as number)
    : not('number there that it could have');

/**
 * Pagefind's names for the texts of an index, in the order in which it was given them.
 *
 * @param file its `.pf_meta` file
 * @throws where it is none
 */
export function textNames(file: Uint8Array): string[] {
  // The version, the texts (each a name, how many words it has, and more), then what is of no use here.
  const [, texts] = list(decode(contentOf(file)));
  return list(texts).map((one) => text(list(one)[0]));
}

/**
 * The address under which Pagefind was given a text.
 *
 * @param file its `.pf_fragment` file
 * @throws where it is none
 */
export function fragmentAddress(file: Uint8Array): string {
  const fragment: unknown = JSON.parse(contentOf(file).toString('utf8'));
  return text(Object(fragment).url);
}

/**
 * The words of an index, each as it stands in it: a stem, and after it its other forms.
 *
 * @param file a `.pf_index` file
 * @throws where it is none
 */
export function* indexedWords(file: Uint8Array): Generator<IndexedWord> {
  const [words] = list(decode(contentOf(file)));
  for (const word of list(words)) {
    const [, , forms = []] = list(word);
    yield indexedWord(word);
    for (const form of list(forms)) yield indexedWord(form);
  }
}

/** A word: its text, then for each text the difference of its number from the one before, and the places. */
function indexedWord(value: unknown): IndexedWord {
  const [word, texts] = list(value);
  const places: number[] = [];
  let number = 0;
  for (const one of list(texts)) {
    const [more, steps] = list(one);
    number = below(MOST_TEXTS, number + below(MOST_TEXTS, more));
    let at = 0;
    for (const step of list(steps)) {
      // A number below zero is a weight; after it the places are counted from zero again.
      const further = below(MOST_WORDS, step);
      at = further < 0 ? 0 : below(MOST_WORDS, at + further);
      if (further >= 0) places.push(number, at);
    }
  }
  return { word: text(word), places };
}

const textsWithin = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsWithin) : [];

/** The texts that an unpacked file holds: of Pagefind's CBOR each by itself, of any other file all in one. */
export function textsIn(content: Buffer): Buffer[] {
  const body = marked(content);
  if (!body) return [content];
  try {
    return textsWithin(decode(body)).map((one) => Buffer.from(one));
  } catch {
    // Fragments are JSON, and the engine itself has the mark too.
    return [body];
  }
}
