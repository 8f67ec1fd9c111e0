import type { Correction } from './correction.ts';
import { likeness, shareIn } from './likeness.ts';
import type { Paragraph } from './paragraph.ts';

/** The least likeness of a paragraph to the old text that it replaced. */
const KEPT = 0.4;
/** The least share of one paragraph in the other where it was split, or joined with another. */
const PART = 0.75;

/** The item with the highest measure; undefined where none reaches the least. */
function best<T>(all: readonly T[], measure: (one: T) => number, least: number): T | undefined {
  let found: T | undefined;
  let most = least;
  for (const one of all) {
    const value = measure(one);
    if (value >= most) {
      // Of equal ones the first is kept.
      if (found === undefined || value > most) found = one;
      most = value;
    }
  }
  return found;
}

/** The paragraphs that an old text became: several that are parts of it, one that is like it, or one that holds it. */
function successorsOf(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const parts = paragraphs.filter((paragraph) => shareIn(paragraph.text, text) >= PART);
  if (parts.length > 1) return parts;
  const like = best(paragraphs, (paragraph) => likeness(paragraph.text, text), KEPT);
  if (like) return [like];
  const joined = best(paragraphs, (paragraph) => shareIn(text, paragraph.text), PART);
  return joined ? [joined] : parts;
}

/**
 * For each correction, the ids of the paragraphs of the present text that its old paragraph became, or that it added.
 * The list is empty where the paragraph was taken out, or where something else was corrected. Where a paragraph was
 * corrected several times, each correction leads to what it is now.
 */
export function becameOf(
  corrections: readonly Correction[],
  paragraphs: readonly Paragraph[],
): string[][] {
  const present = new Set(paragraphs.map(({ id }) => id));
  const became = corrections.map((): string[] => []);
  // The latest first, since what an earlier one led to may have been corrected again.
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
    const successors = successorsOf(text, [...paragraphs, ...later]);
    became[index] = [
      ...new Set(
        successors.flatMap(({ id }) => {
          const again = later.find((other) => other.id === id);
          return again && !present.has(id) ? (became[again.index] ?? []) : [id];
        }),
      ),
    ];
  });
  return became;
}
