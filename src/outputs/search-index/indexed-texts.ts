import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Cbor } from './cbor.ts';

/** What Pagefind's own files begin with once they are unpacked. */
const MARK = 'pagefind_dcd';

/** The content of a file that Pagefind wrote, unpacked and without its mark. */
export function unpacked(bytes: Buffer): Buffer {
  const content = gunzipSync(bytes);
  return content.toString('latin1', 0, MARK.length) === MARK
    ? content.subarray(MARK.length)
    : content;
}

/** The words of the texts of an index, as they stand in it: stems, each text's in their order. */
export interface IndexedTexts {
  /** Each word that the index holds. */
  words: string[];
  /** For each text, in the order in which they were indexed, the index in `words` of what stands at each place; -1 for nothing. */
  texts: Int32Array[];
}

/** Where words stand: text, place and word, one after another. */
class Places {
  length = 0;
  values = new Int32Array(3 << 16);

  push(text: number, at: number, word: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = text;
    this.values[this.length++] = at;
    this.values[this.length++] = word;
  }
}

/**
 * Reads the words out of an index.
 *
 * @param files its `.pf_index` files
 * @throws where they are not laid out as Pagefind 1.6 does
 */
export function indexedTexts(files: readonly string[]): IndexedTexts {
  const words: string[] = [];
  const places = new Places();
  for (const file of files) {
    const cbor = new Cbor(unpacked(readFileSync(file)));
    readIndex(cbor, words, places);
    if (!cbor.isAtEnd) throw new Error(`${file} holds more than an index of words.`);
  }
  return { words, texts: textsOf(places) };
}

function textsOf({ values, length }: Places): Int32Array[] {
  const lengths: number[] = [];
  for (let index = 0; index < length; index += 3) {
    const text = values[index] ?? 0;
    lengths[text] = Math.max(lengths[text] ?? 0, (values[index + 1] ?? 0) + 1);
  }
  const texts = Array.from(lengths, (count = 0) => new Int32Array(count).fill(-1));
  for (let index = 0; index < length; index += 3) {
    const text = texts[values[index] ?? 0];
    if (text) text[values[index + 1] ?? 0] = values[index + 2] ?? 0;
  }
  return texts;
}

/** An index is an array of one: its words, each with its texts and with other forms of it. */
function readIndex(cbor: Cbor, words: string[], places: Places): void {
  cbor.array();
  for (let left = cbor.array(); left > 0; left--) {
    const parts = cbor.array();
    readWord(cbor, words, places);
    if (parts < 3) continue;
    for (let forms = cbor.array(); forms > 0; forms--) {
      cbor.array();
      readWord(cbor, words, places);
    }
  }
}

/** A word with its texts; the number of each is told by how much more it is than the one before. */
function readWord(cbor: Cbor, words: string[], places: Places): void {
  words.push(cbor.text());
  let text = 0;
  for (let left = cbor.array(); left > 0; left--) {
    const parts = cbor.array();
    text += cbor.number();
    let at = 0;
    for (let more = cbor.array(); more > 0; more--) {
      const step = cbor.number();
      // Below zero it is a weight, and the places begin anew.
      at = step < 0 ? 0 : at + step;
      if (step >= 0) places.push(text, at, words.length - 1);
    }
    // The same places once more, as parts of headings.
    if (parts > 2) cbor.value();
  }
}
