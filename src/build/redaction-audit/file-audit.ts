import { closeSync, openSync, readSync } from 'node:fs';
import { articlePath } from '../../domain/url.ts';
import { judged } from '../../domain/withholding/certainty.ts';
import { isExcepted, pageOf } from '../../domain/withholding/excepted.ts';
import type { Judgement } from '../../domain/withholding/judgement.ts';
import { BareText } from './bare-text.ts';
import {
  type CommonWord,
  commonWords,
  isCommonAt,
  isPlainWord,
  type Occurrences,
} from './common.ts';
import { textsOf } from './file-texts.ts';
import { RunFinder } from './run-finder.ts';
import type { WithheldWords } from './withheld-words.ts';
import type { PlacedWords } from './words.ts';

/** A file of a site that is about to be published: its path in the site, and its present path on the disk. */
export type SiteFile = readonly [path: string, file: string];

/** Withheld words that were found in a file. */
export interface Disclosure {
  withheldWords: WithheldWords;
  /** The path of the file in the site. */
  path: string;
  /** Where in the file, in bytes; 0 where the words stand in its name or had to be decoded. */
  place: number;
  /** True where an index of words holds what the text does not show. */
  isIndexed: boolean;
  /** How sure it is that the withheld words are meant. */
  judgement: Judgement;
}

/** The disclosures in files, and the words of names that these files also use as ordinary words. */
export interface FileFindings {
  disclosures: Disclosure[];
  occurrences: Occurrences;
}

/** The judgement where the words can mean nothing else. */
export const CERTAIN: Judgement = { certainty: 'certain', ifCommon: 'certain', words: [] };

/** The scripts of the site, which are made of code, the archive's settings among it. */
const SCRIPT = /^_astro\/[^/]+\.js$/;

/** The files of the index of words, and those for misspelt ones; they are decoded separately. */
export const INDEX = /^search\/words\/(?:map|terms|places|near)-[^/]+\.json$/;

/** Reads files one after another into the same memory. Each is valid until the next is read. */
class FileBuffer {
  #memory = Buffer.allocUnsafe(1 << 20);

  read(file: string): Buffer {
    const descriptor = openSync(file, 'r');
    try {
      for (let length = 0; ; ) {
        const free = this.#memory.length - length;
        const read = readSync(descriptor, this.#memory, length, free, null);
        length += read;
        if (read < free) return this.#memory.subarray(0, length);
        this.#memory = Buffer.concat([this.#memory, Buffer.allocUnsafe(length)]);
      }
    } finally {
      closeSync(descriptor);
    }
  }
}

/** Withheld words that were found in bytes. */
export interface FoundWords {
  of: WithheldWords;
  /** The words that were read, and the index of the first one found. */
  words: PlacedWords;
  at: number;
}

/**
 * Finds withheld words in bytes. Nearly always there are none; then the words of the bytes need not be spelt.
 * @param isPassed is asked about each place where hashes match; true where it does not count. If no place counts,
 * nothing is yielded; else everything found is, also what does not count.
 */
export function* foundIn<R extends WithheldWords | CommonWord>(
  bytes: Buffer,
  bare: BareText,
  finder: RunFinder<R>,
  isPassed: (of: R, words: PlacedWords, at: number) => boolean = () => false,
): Generator<FoundWords> {
  let mayBe = false;
  for (const words of bare.wordsOf(bytes, false))
    for (const { of, at } of finder.candidates(words)) mayBe = !isPassed(of, words, at) || mayBe;
  if (!mayBe) return;
  for (const words of bare.wordsOf(bytes, true))
    for (const { of, at } of finder.in(words)) if ('id' in of) yield { of, words, at };
}

/** How many bytes before a word are searched for a character that reverses the direction of writing. */
const BEFORE = 200;
/** How many bytes are read for a word; no word of a name is longer. */
const WORD = 200;

/** Looks for withheld words in files and in their paths. @param looked is called after each file */
export function disclosuresInFiles(
  files: readonly SiteFile[],
  withheldWords: readonly WithheldWords[],
  looked: () => void = () => undefined,
): FileFindings {
  const bare = new BareText();
  const buffer = new FileBuffer();
  const occurrences: Occurrences = new Map();
  const finder = new RunFinder<WithheldWords | CommonWord>([
    ...withheldWords,
    ...commonWords(withheldWords),
  ]);
  const disclosures: Disclosure[] = [];
  const occur = (word: string, page: string) =>
    occurrences.set(word, (occurrences.get(word) ?? new Set()).add(page));
  const look = (text: Buffer, path: string, isPlain: boolean) => {
    const page = pageOf(path);
    const isPage = page !== '' && path.endsWith('.html');
    const isPassed = (of: WithheldWords | CommonWord, words: PlacedWords, at: number) => {
      if ('id' in of)
        return isPlainWord(of, text, words, at, occurrences, page === articlePath(of.id));
      if (isPage && isCommonAt(of, text, words, at)) occur(of.word, page);
      return true;
    };
    for (const { of, words, at } of foundIn(text, bare, finder, isPassed)) {
      const judgement = judgementOf(of, words, at, path, text);
      if (judgement.certainty !== 'none')
        disclosures.push({
          withheldWords: of,
          path,
          place: isPlain ? words.place(at) : 0,
          isIndexed: false,
          judgement,
        });
    }
  };
  for (const [path, file] of files) {
    look(Buffer.from(path), path, false);
    if (!INDEX.test(path)) {
      const bytes = buffer.read(file);
      for (const text of textsOf(bytes)) look(text, path, text === bytes);
    }
    looked();
  }
  return { disclosures, occurrences };
}

function judgementOf(
  { form, id, except = [], words: sought }: WithheldWords,
  words: PlacedWords,
  at: number,
  path: string,
  bytes: Buffer,
): Judgement {
  if (!form) return CERTAIN;
  const source = {
    before: () => bytes.toString('latin1', Math.max(0, words.place(at) - BEFORE), words.place(at)),
    from: (index: number) => bytes.toString('utf8', words.place(index), words.place(index) + WORD),
  };
  const judgement = judged(form, words, at, pageOf(path) === articlePath(id), source);
  const isOther =
    judgement.certainty !== 'none' &&
    // A script is no text: a word of it that may be a name is one of a programmer's.
    ((SCRIPT.test(path) && judgement.certainty !== 'certain') ||
      isExcepted(except, words, { at, length: sought.length }, path));
  return isOther ? { ...CERTAIN, certainty: 'none' } : judgement;
}
