import type { Chance } from './chance.ts';
import type { Language } from './language.ts';
import { capital, wordOf } from './script.ts';

/** Sentences and paragraphs of invented text: no sense, but the words of a text in number and spread. */

/** In words. */
const [SHORTEST, MEAN, LONGEST] = [5, 18, 40] as const;

function smallWord({ small }: Language, chance: Chance): string {
  // Their frequency falls with their rank, which is what makes a word stand in every text.
  return small[Math.floor(small.length ** chance.part()) - 1] ?? '';
}

/** A word that carries sense, or now and then a number. */
function senseWord({ common, script, endings }: Language, chance: Chance): string {
  if (chance.oneIn(80)) return `${1 + chance.below(3000)}`;
  const rank = chance.rank();
  const own = common[rank];
  if (own !== undefined) return own;
  return `${wordOf(rank - common.length, script)}${chance.oneIn(5) ? chance.pick(endings) : ''}`;
}

/** So many words in a row, as a headline or a cell of a table has them. */
export const phrase = (length: number, language: Language, chance: Chance): string =>
  Array.from({ length }, () => senseWord(language, chance)).join(' ');

/** A sentence of so many words, in which the names stand, each whole and apart from the next, in their order. */
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
  // From the last to the first, so that the earlier places stay where they are.
  for (const [index, name] of [...names.entries()].toReversed()) {
    const place = Math.floor(((index + chance.part()) * parts.length) / names.length);
    // Between two names stands a word, or they would read as one.
    parts.splice(place, 0, name, smallWord(language, chance));
  }
  parts.push(senseWord(language, chance));
  return `${capital(parts.join(' '))}.`;
}

/** In words. */
const sentenceLength = (chance: Chance): number =>
  Math.round(Math.min(LONGEST, Math.max(SHORTEST, MEAN + 7 * chance.normal())));

/** Paragraphs of about so many words, with the names spread over them. */
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
