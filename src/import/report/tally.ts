import { counted } from '../../messages/wording.ts';
import { PASSED_OVER, type PassedOver } from '../formats/skipped.ts';
import type { ReportedItem } from './reported-item.ts';

/** How many items of a source became what. */
export interface Tally {
  outcomes: Partial<Record<ReportedItem['outcome'], number>>;
  /** Those passed over, by the reason. */
  passedOver: Partial<Record<PassedOver, number>>;
}

export const emptyTally = (): Tally => ({ outcomes: {}, passedOver: {} });

/** Counts an item. */
export function tally({ outcomes, passedOver }: Tally, { outcome, as }: ReportedItem): void {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  if (as) passedOver[as] = (passedOver[as] ?? 0) + 1;
}

/** “2 drafts, 1 private”: those passed over, in a fixed order. */
export const passedOverInWords = (passedOver: Tally['passedOver']): string =>
  Object.entries(PASSED_OVER)
    .flatMap(([as, [one, many]]) => {
      const count = passedOver[as as PassedOver] ?? 0;
      return count > 0 ? [counted(count, one, many, 'en')] : [];
    })
    .join(', ');
