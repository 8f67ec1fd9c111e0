import { carried, likened } from '../../domain/withholding/look-alike.ts';
import { GAP, gapOf } from '../../domain/withholding/word.ts';
import { BareWords } from './bare-words.ts';
import { escaped, putFolded, referenced, unescaped, type Written } from './character.ts';
import { hashOf, SEED, withUnit } from './word-hash.ts';
import type { PlacedWords } from './words.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/**
 * For each byte the letter that it is compared as; 0 for a gap between words, 1 for a byte that needs a closer look.
 */
const LETTERS = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) return likened(character).charCodeAt(0);
  return code > 127 || '<>&\\%'.includes(character) ? 1 : 0;
});

/** For each byte the kind of gap between words that it is. */
const GAPS = Uint8Array.from({ length: 256 }, (_, code) => gapOf(String.fromCharCode(code)));

/** No character below this code point carries hidden text. */
const MAY_CARRY = 0xfe00;

/**
 * A character that carries hidden text begins with one of these bytes: as it is, or written as a reference, an escape
 * or percent-encoding.
 */
const MAY_GO_ON = new Set([0xef, 0xf0, 0xf3, 0x26, BACKSLASH, PERCENT]);

const isLatin = (byte = 0) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

// biome-ignore format: a list of names
/** Elements that do not separate words; all others do. `sup` is not here, since a footnote mark is not part of a word. */
const INLINE = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q',
  's', 'samp', 'small', 'span', 'strike', 'strong', 'time', 'tt', 'u', 'var', 'wbr',
  // In a drawing a letter may stand in one of its own, moved a little.
  'tspan', 'textpath',
].map(hashOf));

/** The hash of the tag name that begins at an index. */
function nameAt(bytes: Buffer, from: number): number {
  let hash = SEED;
  for (let at = from; ; at++) {
    const letter = LETTERS[bytes[at] ?? 0] ?? 0;
    if (letter <= 1) return hash;
    hash = withUnit(hash, letter);
  }
}

/**
 * Reads the words of a file without whatever could hide them: letters are folded; references, escapes and
 * percent-encoding are decoded; markup is left out. Punctuation only ends words. HTML, XML, JSON, CSV, scripts and
 * plain text are read by the same rules: no file holds syntax of one form that another form would read differently.
 */
export class BareText {
  readonly #stems = new BareWords();
  readonly #text = new BareWords(this.#stems);
  readonly #tags = new BareWords(this.#stems);
  #into = this.#text;
  #isInline = false;
  #isJoined = false;
  #parts = false;
  #isCarried = false;
  #reads = false;
  #carriedUntil = 0;

  /**
   * Yields the words of bytes, several times over: (1) the words of the text; (2) those inside tags (attributes,
   * comments); (3) long words without the digits at their ends, where there are any; (4) where an inline tag stood inside
   * a word, the text with every tag read as a gap; (5) where a character carries hidden text, text and tags with the
   * hidden text. Each set of words is valid only until the next is asked for.
   * @param isSpelt whether the spelling of the words is needed, or only their hashes
   */
  *wordsOf(bytes: Buffer, isSpelt: boolean): Generator<PlacedWords> {
    this.#parts = false;
    this.#reads = false;
    this.#isCarried = false;
    this.#read(bytes, isSpelt);
    yield this.#text;
    yield this.#tags;
    if (this.#stems.count > 0) yield this.#stems;
    const isCarried = this.#isCarried;
    if (this.#isJoined) {
      this.#parts = true;
      this.#read(bytes, isSpelt);
      yield this.#text;
    }
    if (!isCarried) return;
    this.#parts = false;
    this.#reads = true;
    this.#read(bytes, isSpelt);
    yield this.#text;
    yield this.#tags;
  }

  #read(bytes: Buffer, isSpelt: boolean): void {
    this.#text.clear(isSpelt);
    this.#tags.clear(isSpelt);
    this.#stems.clear(isSpelt);
    this.#into = this.#text;
    this.#isJoined = false;
    for (let at = 0; ; ) {
      at = this.#into.stretch(bytes, at, LETTERS, GAPS);
      const byte = bytes[at];
      if (byte === undefined) break;
      if (byte === LESS) this.#open(bytes, ++at);
      else if (byte === GREATER) this.#close(bytes, ++at);
      else at = byte < 128 ? this.#sign(bytes, at) : this.#character(bytes, at);
    }
    this.#text.gap(GAP.block);
    this.#tags.gap(GAP.block);
  }

  #sign(bytes: Buffer, at: number): number {
    const sign = bytes[at];
    const read = sign === BACKSLASH ? escaped : sign === PERCENT ? unescaped : referenced;
    const written = read(bytes, at);
    if (written) return this.#put(written, bytes, at);
    // A line feed may be written \n: its n is not a letter. A second backslash does not begin another escape.
    const next = sign === BACKSLASH ? String.fromCharCode(bytes[at + 1] ?? 0) : '';
    const isBlank = next !== '' && 'nrtbfv'.includes(next);
    this.#into.gap(isBlank ? GAP.space : GAP.sign);
    return at + (isBlank || next === '\\' ? 2 : 1);
  }

  #character(bytes: Buffer, at: number): number {
    const byte = bytes[at] ?? 0;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    let code = byte & (0x7f >> length);
    for (let more = 1; more < length; more++) code = (code << 6) | ((bytes[at + more] ?? 0) & 0x3f);
    const isCharacter = byte >= 0xc2 && code <= 0x10ffff;
    const next = at + (byte >= 0xc2 ? length : 1);
    if (isCharacter) this.#letter(code, at, next, bytes);
    else this.#into.gap(GAP.sign);
    return next;
  }

  #put({ code, next }: Written, bytes: Buffer, at: number): number {
    if (code === LESS) this.#open(bytes, next);
    else if (code === GREATER) this.#close(bytes, next);
    else this.#letter(code, at, next, bytes);
    return next;
  }

  #letter(code: number, at: number, next: number, bytes: Buffer): void {
    const other = code < MAY_CARRY ? '' : carried(code);
    if (other !== '') this.#isCarried = true;
    if (other === '' || !this.#reads) {
      putFolded(code, this.#into, at);
      return;
    }
    // Hidden text is not part of the word that it stands in.
    if (this.#carriedUntil !== at) this.#into.gap(GAP.sign);
    putFolded(other.charCodeAt(0), this.#into, at);
    this.#carriedUntil = next;
    if (!MAY_GO_ON.has(bytes[next] ?? 0)) this.#into.gap(GAP.sign);
  }

  /** A “<” starts a tag only if a name follows it. */
  #open(bytes: Buffer, at: number): void {
    const isEnd = bytes[at] === SLASH;
    const isTag =
      isEnd || isLatin(bytes[at]) || bytes[at] === EXCLAMATION || bytes[at] === QUESTION;
    if (!isTag || this.#into === this.#tags) {
      this.#into.gap(GAP.sign);
      return;
    }
    this.#isInline = !this.#parts && INLINE.has(nameAt(bytes, isEnd ? at + 1 : at));
    if (!this.#isInline) this.#text.gap(GAP.block);
    this.#into = this.#tags;
  }

  /** A “>” ends a tag only if one is open. */
  #close(bytes: Buffer, at: number): void {
    this.#into.gap(this.#into === this.#tags ? GAP.block : GAP.sign);
    this.#into = this.#text;
    const goesOn = LETTERS[bytes[at] ?? 0] !== 0 && bytes[at] !== LESS;
    if (this.#isInline && this.#text.isOpen && goesOn) this.#isJoined = true;
    this.#isInline = false;
  }
}
