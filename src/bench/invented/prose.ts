import type { Chance } from './chance.ts';
import type { Language } from './language.ts';
import { capital, wordOf } from './script.ts';

/** Invented sentences and paragraphs. They make no sense, but word counts and frequencies are those of real texts. */

/** The length of sentences, in words. */
const [SHORTEST, MEAN, LONGEST] = [5, 18, 40] as const;

function smallWord({ small }: Language, chance: Chance): string {
  // The first words are far more frequent than the last, so that some are in every text.
  return small[Math.floor(small.length ** chance.part()) - 1] ?? '';
}

/** A content word, or sometimes a number. */
function senseWord({ common, script, endings }: Language, chance: Chance): string {
  if (chance.oneIn(80)) return `${1 + chance.below(3000)}`;
  const rank = chance.rank();
  const own = common[rank];
  if (own !== undefined) return own;
  return `${wordOf(rank - common.length, script)}${chance.oneIn(5) ? chance.pick(endings) : ''}`;
}

/** Words for a headline or a table cell. @param length how many */
export const phrase = (length: number, language: Language, chance: Chance): string =>
  Array.from({ length }, () => senseWord(language, chance)).join(' ');

/** A sentence with these names in order, with other words between them. @param length how many words, without names */
export function sentence(
  length: number,
  names: readonly string[],
  language: Language,
  chance: Chance,
): string {
  const parts: string[] = [];
  let isSmall = false;
  for (let at = 0; at < length - 1; at++) {
    isSmall = chance.part() < (isSmall ? 0.15 : 0.65);
    const word = isSmall ? smallWord(language, chance) : senseWord(language, chance);
    parts.push(!isSmall && chance.oneIn(8) ? `${word}${language.comma}` : word);
  }
  // From the last to the first, so that earlier positions do not move.
  for (const [index, name] of [...names.entries()].toReversed()) {
    const place = Math.floor(((index + chance.part()) * parts.length) / names.length);
    // A word is put between two names, or they would read as one.
    parts.splice(place, 0, name, smallWord(language, chance));
  }
  parts.push(senseWord(language, chance));
  return `${capital(parts.join(' '))}.`;
}

/** A random length of a sentence, in words. */
const sentenceLength = (chance: Chance): number =>
  Math.round(Math.min(LONGEST, Math.max(SHORTEST, MEAN + 7 * chance.normal())));

/** Paragraphs of about `words` words together, with the names spread over them. */
export function paragraphs(
  words: number,
  names: readonly string[],
  language: Language,
  chance: Chance,
): string[] {
  const lengths: number[] = [];
  for (let left = words; left > 0; left -= lengths.at(-1) ?? left)
    lengths.push(Math.min(Math.max(left, SHORTEST), sentenceLength(chance)));
  const named = (index: number) => Math.floor((index * names.length) / lengths.length);
  const sentences = lengths.map((length, index) =>
    sentence(length, names.slice(named(index), named(index + 1)), language, chance),
  );
  const found: string[] = [];
  for (let at = 0; at < sentences.length; ) {
    const end = at + 1 + chance.below(3);
    found.push(sentences.slice(at, end).join(' '));
    at = end;
  }
  return found;
}
