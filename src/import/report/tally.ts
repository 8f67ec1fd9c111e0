import { counted } from '../../messages/wording.ts';
import { PASSED_OVER, type PassedOver } from '../formats/skipped.ts';
import type { ReportedItem } from './reported-item.ts';

/** How many items of a source became what. */
export interface Tally {
  outcomes: Partial<Record<ReportedItem['outcome'], number>>;
  /** Those passed over, by the reason. */
  passedOver: Partial<Record<PassedOver, number>>;
  /** Pictures and other files that came in, and those that are missing. */
  files: number;
  missing: number;
  /** Articles of which names, figures or what files say of themselves waits for review. */
  toReview: number;
}

export const emptyTally = (): Tally => ({
  outcomes: {},
  passedOver: {},
  files: 0,
  missing: 0,
  toReview: 0,
});

/** Counts an item. */
export function tally(counted: Tally, { outcome, as, media, hasSuggestions }: ReportedItem): void {
  const { outcomes, passedOver } = counted;
  // What differs and was left brought nothing in.
  if (media && outcome !== 'changed') {
    counted.files += media.files;
    counted.missing += media.gaps.length;
  }
  if (hasSuggestions) counted.toReview++;
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  if (as) passedOver[as] = (passedOver[as] ?? 0) + 1;
}

/** The numbers of several sources together. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const total = emptyTally();
  for (const { outcomes, passedOver, files, missing, toReview } of tallies) {
    for (const [outcome, count] of Object.entries(outcomes) as [keyof typeof outcomes, number][])
      total.outcomes[outcome] = (total.outcomes[outcome] ?? 0) + count;
    for (const [as, count] of Object.entries(passedOver) as [keyof typeof passedOver, number][])
      total.passedOver[as] = (total.passedOver[as] ?? 0) + count;
    total.files += files;
    total.missing += missing;
    total.toReview += toReview;
  }
  return total;
}

/** “2 drafts, 1 private”: those passed over, in a fixed order. */
export const passedOverInWords = (passedOver: Tally['passedOver']): string =>
  Object.entries(PASSED_OVER)
    .flatMap(([as, [one, many]]) => {
      const count = passedOver[as as PassedOver] ?? 0;
      return count > 0 ? [counted(count, one, many, 'en')] : [];
    })
    .join(', ');
