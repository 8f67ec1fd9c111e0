import type { NameForm } from './name-form.ts';
import type { ReadWords } from './word.ts';

/** True where a form stands in words, beginning with the one at an index. */
const standsAt = (
  { words: sought }: Pick<NameForm, 'words'>,
  words: Pick<ReadWords, 'count' | 'word'>,
  at: number,
): boolean =>
  at >= 0 &&
  at + sought.length <= words.count &&
  sought.every((all, index) => all.length === 0 || all.includes(words.word(at + index)));

/** Where forms stand in words. */
export function findForms(forms: readonly NameForm[], words: ReadWords) {
  const indexes = Array.from({ length: words.count }, (_, at) => at);
  const present = new Set(indexes.map((at) => words.word(at)));
  // Of nearly every form a word is missing.
  const possible = forms.filter((form) =>
    form.words.every((all) => all.length === 0 || all.some((word) => present.has(word))),
  );
  return possible.flatMap((form) =>
    indexes.filter((at) => standsAt(form, words, at)).map((at) => ({ form, at })),
  );
}
