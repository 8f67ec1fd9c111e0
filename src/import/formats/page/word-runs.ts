/** Texts compared by their runs of words, whatever their signs and spaces, in time that grows with their length. */

// Scripts that write without spaces have a word in each sign.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
const LENGTH = 4;

/** Every run of four words of a text; all its words as one where there are fewer. */
export function wordRuns(text: string): string[] {
  const words = text.normalize('NFC').toLowerCase().match(WORD) ?? [];
  if (words.length === 0) return [];
  return Array.from({ length: Math.max(1, words.length - LENGTH + 1) }, (_, at) =>
    words.slice(at, at + LENGTH).join(' '),
  );
}

/** The share of a text's runs that are among others, from 0 to 1; nothing of a text without words. */
export function shareAmong(text: string, runs: ReadonlySet<string>): number {
  const own = wordRuns(text);
  return own.length === 0 ? 0 : own.filter((run) => runs.has(run)).length / own.length;
}

/** The letters and figures of a text alone: data and markup differ in all else. */
export const bareText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
