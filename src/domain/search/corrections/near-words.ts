import type { ReadFile } from '../archive-files.ts';
import { isSeveral, lettersOf } from './entry.ts';
import { joinedKey, keysOf } from './keys.ts';
import { type NearFile, nearFileName, nearFilesOf, nearNumbers } from './layout.ts';
import { type Heard, heard, isDense, soundAlike, unlikeness } from './unlikeness.ts';

/** A word, or a name, that a misspelling may mean. */
export interface Near {
  /** As it is written where it is a name or a word of one; else as it is indexed. */
  written: string;
  /** In letters, as the misspelling is compared with it. */
  letters: string;
  /** True where it is a name or a word of one. */
  isName: boolean;
  /** The step of its frequency: that is at least 2 to the power of the step, in articles. */
  step: number;
  /** True for a name of several words, which may be written as one. */
  isSeveral: boolean;
  /** How unlike it is: 0 for the same letters. */
  unlike: number;
}

/** What a word must lack in likeness to be passed over for one that is twice as frequent, and for a name. */
const DOUBLED = 0.09;
const NAMED = 0.1;

/** A word that sounds the same and is no more unlike than this, a letter, is taken without looking further. */
const ENOUGH = 0.13;

/** How good a guess is: the lower the better. */
export const guessRank = ({ unlike, step, isName }: Pick<Near, 'unlike' | 'step' | 'isName'>) =>
  unlike - DOUBLED * step - (isName ? NAMED : 0);

/** The best guess first. Equal ones are in the order of their letters. */
const byRank = (a: Near, b: Near): number =>
  guessRank(a) - guessRank(b) || (a.written < b.written ? -1 : 1);

/** No misspelling has so many more letters, or fewer. */
const MOST_MORE = 4;

/** A word of a file before it is compared. */
interface Entry extends Omit<Near, 'unlike'> {
  heard: Heard;
}

const entryOf = (entry: Omit<Entry, 'heard'>): Entry => ({ ...entry, heard: heard(entry.letters) });

function* entriesOf(file: NearFile): Generator<Entry> {
  for (const [step, words, names] of file) {
    for (const word of words === '' ? [] : words.split(' '))
      yield entryOf({
        written: word,
        letters: word.replaceAll("'", ''),
        isName: false,
        step,
        isSeveral: false,
      });
    for (const name of names)
      yield entryOf({
        written: name,
        letters: lettersOf(name),
        isName: true,
        step,
        isSeveral: isSeveral(name),
      });
  }
}

/** The keys of a word as it sounds, by itself and as several. */
const ownKeys = (letters: string): string[] => {
  const [first = ''] = keysOf(letters);
  return [first, joinedKey(letters) ?? first];
};

/** Finds what misspellings may mean, in the files of a release. Each is read when first needed, then kept. */
export class NearFiles {
  readonly #digests: string;
  readonly #read: ReadFile;
  readonly #kept = new Map<string, Promise<Entry[]>>();

  /** @param digests of the names of the files, as the manifest has them */
  constructor(digests: string, read: ReadFile) {
    this.#digests = digests;
    this.#read = read;
  }

  /**
   * The words and names that a misspelling most likely means, the best first; the word itself is not among them.
   *
   * @param letters a folded word without apostrophes
   */
  async to(letters: string): Promise<Near[]> {
    const near = await this.sounding(letters);
    const [best] = near;
    const isSure = best && best.unlike <= ENOUGH * letters.length;
    if (isSure && soundAlike(heard(best.letters), heard(letters))) return near;
    return this.#among(letters, [...ownKeys(letters), ...keysOf(letters)]);
  }

  /** Those of them that sound alike: these take one file, or two. There may be others among them. */
  sounding(letters: string): Promise<Near[]> {
    return this.#among(letters, ownKeys(letters));
  }

  /** The names of several words, and the words, that sound like some written as one; the best first. */
  async toJoined(letters: string): Promise<Near[]> {
    const key = joinedKey(letters);
    const keys = isDense(letters) ? keysOf(letters) : keysOf(letters).slice(0, 1);
    return key === undefined ? [] : this.#among(letters, [key, ...keys], true);
  }

  /** True where the archive has a word, and it is frequent enough to be here. */
  async has(letters: string): Promise<boolean> {
    const entries = await this.#entries(keysOf(letters).slice(0, 1));
    return entries.some((entry) => entry.letters === letters);
  }

  /** @param isApart true where the letters were not written as one word, so that this is another */
  async #among(letters: string, keys: readonly string[], isApart = false): Promise<Near[]> {
    const written = heard(letters);
    const found = new Map<string, Near>();
    for (const entry of await this.#entries(keys)) {
      if (Math.abs(entry.letters.length - letters.length) > MOST_MORE) continue;
      if (entry.letters === letters && !entry.isSeveral && !isApart) continue;
      if (found.has(entry.written)) continue;
      const unlike = unlikeness(written, entry.heard);
      if (unlike !== undefined) found.set(entry.written, { ...entry, unlike });
    }
    return [...found.values()].toSorted(byRank);
  }

  async #entries(keys: readonly string[]): Promise<Entry[]> {
    const numbers = nearNumbers(keys, nearFilesOf(this.#digests));
    return (await Promise.all(numbers.map((number) => this.#file(number)))).flat();
  }

  #file(number: number): Promise<Entry[]> {
    const name = nearFileName(this.#digests, number);
    const known = this.#kept.get(name);
    if (known) return known;
    const asked = this.#read<NearFile>(name).then((file) => {
      if (!file) throw new Error(`${name} is missing from this release.`);
      return [...entriesOf(file)];
    });
    this.#kept.set(name, asked);
    asked.catch(() => this.#kept.delete(name));
    return asked;
  }
}
