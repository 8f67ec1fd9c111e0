import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { ImportFault } from '../../source-document.ts';
import { wordRuns } from './word-runs.ts';

/** What a page holds, in another place, of the text of its article: the chosen text is proven by it. */
export interface Witness {
  /** What it is, for the archivist. */
  name: string;
  /** Its paragraphs. */
  paragraphs: readonly string[];
  /** The share of it that the text has at least, from 0 to 1. */
  least: number;
}

/** A witness of fewer words may be a teaser. */
const FEWEST = 100;

/**
 * The chosen text has at least this share of the text in the page’s data. Of the pages of three corpora that have one, those
 * that were read right have 0.86 and more; what is another text has next to none.
 */
export const LEAST_OF_DATA = 0.4;
/** And of the only article: some pages put lists of other articles in it, and what is right has 0.33 and more. */
export const LEAST_OF_ARTICLE = 0.2;

/** How much of a witness stands in a text. */
function standing({ name, paragraphs, least }: Witness, there: ReadonlySet<string>) {
  const runs = paragraphs.flatMap(wordRuns);
  return { name, least, words: runs.length, found: runs.filter((run) => there.has(run)).length };
}

/**
 * Proves a text by the strongest of its witnesses, which is the one with most words.
 *
 * @throws ImportFault where the text lacks most of it
 */
export function prove(
  { body, summary }: { body: Root; summary: string | undefined },
  witnesses: readonly Witness[],
): void {
  const there = new Set(
    [summary ?? '', ...body.children.map((one) => toText(one))].flatMap(wordRuns),
  );
  const [strongest] = witnesses
    .map((witness) => standing(witness, there))
    .toSorted((one, other) => other.words - one.words);
  if (!strongest || strongest.words < FEWEST) return;
  const { name, least, words, found } = strongest;
  if (found < least * words)
    throw new ImportFault(
      `Of ${name}, ${found.toLocaleString('en')} of ${words.toLocaleString('en')} words are in the text that was found, which may be another one. Save the article’s own page once it is shown whole, or paste its text into a .txt file.`,
    );
}
