import type { NameForm } from './name-form.ts';
import type { ReadWords } from './word.ts';

/** True if a form stands in the words and begins at an index. */
const standsAt = (
  { words: sought }: Pick<NameForm, 'words'>,
  words: Pick<ReadWords, 'count' | 'word'>,
  at: number,
): boolean =>
  at >= 0 &&
  at + sought.length <= words.count &&
  sought.every((all, index) => all.length === 0 || all.includes(words.word(at + index)));

/** Finds all forms that stand in the words, each with the index of its first word. */
export function findForms(forms: readonly NameForm[], words: ReadWords) {
  const indexes = Array.from({ length: words.count }, (_, at) => at);
  const present = new Set(indexes.map((at) => words.word(at)));
  // Nearly every form has a word that is not in the text. Such forms are dropped first.
  const possible = forms.filter((form) =>
    form.words.every((all) => all.length === 0 || all.some((word) => present.has(word))),
  );
  return possible.flatMap((form) =>
    indexes.filter((at) => standsAt(form, words, at)).map((at) => ({ form, at })),
  );
}
