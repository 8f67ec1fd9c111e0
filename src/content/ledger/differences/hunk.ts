import { diffArrays } from 'diff';
import type { Correction } from '../../../domain/article/correction.ts';
import { likeness, shareIn, sharesOf } from '../../../domain/article/likeness.ts';

/** A place where two versions of a text differ: the ids of the parts removed, and of those added there. */
export interface Hunk {
  removed: string[];
  added: string[];
}

/** The hunks between two versions of a text, given as ids of their parts. */
export function hunksOf(sealed: readonly string[], now: readonly string[]): Hunk[] {
  if (sealed.join() === now.join()) return [];
  const found: Hunk[] = [];
  let open = false;
  for (const { value, added, removed } of diffArrays([...sealed], [...now])) {
    if ((added || removed) && !open) found.push({ removed: [], added: [] });
    open = added || removed;
    if (added) found.at(-1)?.added.push(...value);
    if (removed) found.at(-1)?.removed.push(...value);
  }
  return found;
}

/** A corrected part of a text: its old words, and whether the correction calls it a typing error. */
export interface Corrected {
  text: string;
  typo: boolean;
}

/** The old words of a part, by its last correction. */
export function correctedBy(
  corrections: readonly Pick<Correction, 'was' | 'text' | 'typo'>[],
  part: string,
): Corrected {
  const { text = '', typo = false } = corrections.findLast(({ was }) => was === part) ?? {};
  return { text, typo };
}

/** The least share of each part that must occur in the paragraph that was split into them. */
const MADE_OF = 0.75;

type TextOf = (part: string) => string;

/** The parts that a corrected part became: those made of its words, each used once, or else the most similar one. */
function becameParts(
  { text, typo }: Corrected,
  parts: readonly string[],
  textOf: TextOf,
): string[] {
  const likest = parts.toSorted((a, b) => likeness(textOf(b), text) - likeness(textOf(a), text));
  const isMade = sharesOf(likest.map(textOf), text).every((share) => share >= MADE_OF);
  return isMade && !typo ? likest : likest.slice(0, 1);
}

/** The parts that are new where others were corrected: those that no corrected part became. */
export function newParts(
  corrected: readonly Corrected[],
  fresh: readonly string[],
  textOf: TextOf,
): string[] {
  if (fresh.length <= corrected.length) return [];
  const origins = new Map<Corrected, string[]>();
  for (const id of fresh) {
    const [best] = corrected
      .map((one) => ({ one, share: shareIn(textOf(id), one.text) }))
      .toSorted((a, b) => b.share - a.share);
    if (best && best.share > 0) origins.set(best.one, [...(origins.get(best.one) ?? []), id]);
  }
  const placed = new Set([...origins].flatMap(([one, ids]) => becameParts(one, ids, textOf)));
  // Each remaining corrected part accounts for one more new part.
  const more = fresh.filter((id) => !placed.has(id));
  return more.slice(corrected.length - origins.size);
}
