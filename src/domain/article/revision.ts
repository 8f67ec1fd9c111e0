import type { Correction } from './correction.ts';
import { likeness, shareIn } from './likeness.ts';
import type { Paragraph } from './paragraph.ts';

/** So much of an old text is in what it became, or of the one part in the other where it was split or joined. */
const KEPT = 0.4;
const PART = 0.75;

/** The best of some texts by a measure, where it reaches what is asked. */
function best<T>(all: readonly T[], measure: (one: T) => number, least: number): T | undefined {
  let found: T | undefined;
  let most = least;
  for (const one of all) {
    const value = measure(one);
    if (value >= most) {
      // Of two that are as like the first stands.
      if (found === undefined || value > most) found = one;
      most = value;
    }
  }
  return found;
}

/** The paragraphs that a text became: the one that is like it, or those that are parts of it, or hold it. */
function heirsOf(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const parts = paragraphs.filter((paragraph) => shareIn(paragraph.text, text) >= PART);
  if (parts.length > 1) return parts;
  const like = best(paragraphs, (paragraph) => likeness(paragraph.text, text), KEPT);
  if (like) return [like];
  const joined = best(paragraphs, (paragraph) => shareIn(text, paragraph.text), PART);
  return joined ? [joined] : parts;
}

/**
 * What each correction’s paragraph became: the ids of the paragraphs of the present text that are made of its words.
 * None where it was taken out, or where something else than a paragraph was corrected. Several corrections of one
 * paragraph all lead to what it is now.
 */
export function becameOf(
  corrections: readonly Correction[],
  paragraphs: readonly Paragraph[],
): string[][] {
  const present = new Set(paragraphs.map(({ id }) => id));
  const became = corrections.map((): string[] => []);
  // The last one first: what an earlier one became may have been corrected again.
  const order = corrections
    .map((correction, index) => ({ ...correction, index }))
    .toSorted((a, b) => b.date.localeCompare(a.date) || b.index - a.index);
  order.forEach(({ was, text, added, index }, at) => {
    if (added !== undefined) became[index] = present.has(added) ? [added] : [];
    if (text === undefined || !was?.startsWith('p-')) return;
    if (present.has(was)) {
      became[index] = [was];
      return;
    }
    const later = order
      .slice(0, at)
      .flatMap((other) =>
        other.was?.startsWith('p-') && other.was !== was && other.text !== undefined
          ? [{ id: other.was, text: other.text, index: other.index }]
          : [],
      );
    const heirs = heirsOf(text, [...paragraphs, ...later]);
    became[index] = [
      ...new Set(
        heirs.flatMap(({ id }) => {
          const again = later.find((other) => other.id === id);
          return again && !present.has(id) ? (became[again.index] ?? []) : [id];
        }),
      ),
    ];
  });
  return became;
}
