import type { ArchiveFiles } from '../../../domain/search/archive-files.ts';
import { canBeMisspelt } from '../../../domain/search/corrections/entry.ts';
import {
  guessRank,
  type Near,
  type NearFiles,
} from '../../../domain/search/corrections/near-words.ts';
import { isDense } from '../../../domain/search/corrections/unlikeness.ts';
import type { Part } from '../../../domain/search/query/part.ts';
import { spellingKey, spellingWords } from '../../../domain/search/spelling.ts';

/** What words of a query probably mean. */
export interface Guess {
  /** The words as they stand in the query. */
  written: string;
  meant: Near;
}

/** What a guess may lack in likeness to another if a name has it beside a word of the query. */
const BESIDE = 0.4;
/** Two words are seldom one that was written apart; what is one must be no more unlike than this. */
const APART = 0.5;

/** A word that is no more unlike than this, a letter, hardly differs. */
const HARDLY = 0.075;

const isPerson = (part: Part): boolean =>
  part.type === 'name' && part.records.some(({ kind }) => kind === 'people');

/** Looks something up once. What fails is looked up again. */
function kept<T>(all: Map<string, Promise<T>>, key: string, look: () => Promise<T>): Promise<T> {
  const known = all.get(key);
  if (known) return known;
  const asked = look();
  all.set(key, asked);
  asked.catch(() => all.delete(key));
  return asked;
}

/** How long a word is, in letters, before names are offered that are spelt otherwise, and how many of these are tried. */
const SHORTEST = 5;
const MOST = 3;

const lettersOf = (parts: readonly Pick<Part, 'words'>[]): string =>
  parts.flatMap(({ words }) => words.map((word) => spellingKey([word]))).join('');

/** The words of all names that have this one. */
async function besideIn(word: string, files: ArchiveFiles): Promise<Set<string>> {
  const { spellings } = await files.names(word);
  const spelt = spellings.map(([written]) => spellingWords(written));
  return new Set(spelt.filter((words) => words.includes(word)).flat());
}

const rankApart = ({ meant }: Guess) => guessRank(meant) + (meant.isSeveral ? -BESIDE : APART);

/** Guesses what misspelt words mean, by what the archive has. */
export class Guesses {
  readonly #near: NearFiles;
  readonly #files: ArchiveFiles;
  /** What was looked up, by letters: of a long query each word is compared with all others. */
  readonly #nearTo = new Map<string, Promise<Near[]>>();
  readonly #beside = new Map<string, Promise<Set<string>>>();

  constructor(near: NearFiles, files: ArchiveFiles) {
    this.#near = near;
    this.#files = files;
  }

  /**
   * What a part of a query most likely means, beside its other parts; undefined where nothing is like it. Beside the name of a
   * person it is a word of that name, or one that hardly differs: “Maggie Thatcher” is not “make Thatcher”.
   *
   * @param isDoubtful true for a word that texts have: it means another only as a word of a name that is searched for
   */
  async of(
    part: Pick<Part, 'words'>,
    parts: readonly Part[],
    isDoubtful = false,
  ): Promise<Near | undefined> {
    const letters = lettersOf([part]);
    if (!canBeMisspelt(letters)) return undefined;
    const others = parts
      .filter((other) => other !== part && !other.excluded)
      .flatMap(({ words }) => words.map((word) => spellingKey([word])));
    const [near, ...beside] = await Promise.all([
      kept(this.#nearTo, letters, () => this.#near.to(letters)),
      ...others.map((word) => kept(this.#beside, word, () => besideIn(word, this.#files))),
    ]);
    const isBeside = (one: Near) => beside.some((words) => words.has(one.letters));
    const isByName = parts.some(
      (one, at) => isPerson(one) && (parts[at - 1] === part || parts[at + 1] === part),
    );
    const hardlyDiffers = (one: Near) => !isDoubtful && one.unlike <= HARDLY * letters.length;
    const isStrict = isByName || (isDoubtful && others.length > 0);
    const passing = isStrict ? near.filter((one) => isBeside(one) || hardlyDiffers(one)) : near;
    const rank = (one: Near) => guessRank(one) - (isBeside(one) ? BESIDE : 0);
    return passing.toSorted((a, b) => rank(a) - rank(b))[0];
  }

  /** The words of names that a word may mean, the likeliest first; none where it is a word itself. */
  async names(word: string): Promise<string[]> {
    const letters = spellingWords(word).join('');
    if (Array.from(letters).length < SHORTEST || !canBeMisspelt(letters)) return [];
    if (await this.#near.has(letters)) return [];
    // While someone types, little is fetched.
    return (await this.#near.sounding(letters))
      .filter(({ isName }) => isName)
      .slice(0, MOST)
      .map(({ written }) => written);
  }

  /** What misspelt parts of a query mean. Those that nothing is like are left out. */
  async ofAll(
    misspelt: readonly Part[],
    parts: readonly Part[],
    isDoubtful = false,
  ): Promise<Guess[]> {
    const guesses = await Promise.all(
      misspelt.map(async (part): Promise<Guess[]> => {
        const [meant, apart] = await Promise.all([
          this.of(part, parts, isDoubtful),
          this.#apart(part, parts),
        ]);
        if (apart && (!meant || rankApart(apart) < guessRank(meant))) return [apart];
        return meant ? [{ written: part.written, meant }] : [];
      }),
    );
    return [...new Map(guesses.flat().map((guess) => [guess.written, guess])).values()];
  }

  /** A word that was written apart, “gorba chev”, or a name of which another word is beside the misspelt one. */
  async #apart(part: Part, parts: readonly Part[]): Promise<Guess | undefined> {
    const at = parts.indexOf(part);
    const pairs = [parts.slice(at, at + 2), parts.slice(Math.max(0, at - 1), at + 1)].filter(
      (pair) => pair.length === 2 && pair.every(({ excluded }) => !excluded),
    );
    for (const pair of pairs) {
      const letters = lettersOf(pair);
      // Of a script without spaces, “潮沢” may have been read as a name, and the rest as another word.
      const isOne = isDense(letters);
      if (!isOne && pair.some(({ type }) => type === 'phrase')) continue;
      const [meant] = await this.#near.toJoined(letters);
      if (meant && (isOne || meant.isSeveral || meant.unlike <= APART))
        return { written: pair.map(({ written }) => written).join(isOne ? '' : ' '), meant };
    }
    return undefined;
  }
}
