import type { Withholding } from '../../../domain/withholding/withholding.ts';
import { sealDigest } from '../seal-digest.ts';
import type { Difference } from '../statements/field.ts';
import type { Statement } from '../statements/statement.ts';

/** The most words that a name or an address has; in scripts without spaces, the most letters. */
const MOST_WORDS = 8;
const MOST_LETTERS = 30;

/** The end of a sentence. A full stop after initials or short forms is none: “J. R. Varga”, “12 Quay St.” */
const SENTENCE = /[!?;…。！？；।]|\p{L}{5}\.(?:\s|$)/u;

/** True for words that can be a name, an address or a number: only a few, and no sentence. */
function isName(words: string): boolean {
  if (SENTENCE.test(words)) return false;
  return words.split(/\s+/u).length <= MOST_WORDS && unspacedLetters(words) <= MOST_LETTERS;
}

const unspacedLetters = (words: string) =>
  words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/gu)
    ?.length ?? 0;

/** What an article withholds now. */
export interface Withheld {
  withheld: readonly Withholding[];
  /** Paragraphs of which more than half is withheld, by the ids that they have with withheld words in place. */
  blanked: readonly string[];
}

/**
 * Published words that are now withheld but are not a name, or make up most of a paragraph. Otherwise whole texts could
 * be erased by withholding.
 */
export function erasures(
  sealed: readonly Statement[],
  { withheld, blanked }: Withheld,
): Difference[] {
  const known = new Set(sealed.flatMap(({ field, value }) => (field === 'withheld' ? value : [])));
  const fresh = withheld.filter(({ name }) => !known.has(sealDigest(name)));
  if (fresh.length === 0) return [];
  const published = new Set(sealed.map(({ field }) => field));
  const erased = (field: string): Difference => ({ field, how: 'erased', rule: 'refused' });
  return [
    ...(fresh.some(({ name }) => !isName(name)) ? [erased('withheld')] : []),
    ...blanked.filter((id) => published.has(id)).map(erased),
  ];
}
