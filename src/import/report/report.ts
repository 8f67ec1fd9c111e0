import type { PassedOver } from '../formats/skipped.ts';
import type { Outcome } from '../outcome.ts';
import { isEmpty } from '../suggestions/suggestion.ts';

/** What an import did, in numbers. */
export interface Summary {
  imported: number;
  unchanged: number;
  changed: number;
  taken: number;
  /** Those that are in the archive, and that their sources keep back now. */
  recalled: number;
  skipped: number;
  /** Those skipped, by the reason. */
  passedOver: Partial<Record<PassedOver, number>>;
  failed: number;
  /** Authority records made. */
  records: number;
  duplicates: number;
  /** Articles with suggestions left for review. */
  toReview: number;
  /** Files of media that came in. */
  media: number;
  /** Media whose files did not. */
  gaps: number;
}

/** `dry-run` says what would be written; `check` where the archive differs from its sources. Neither writes anything. */
export type Mode = 'import' | 'dry-run' | 'check';

/** Says what becomes of each item, and in the end of all. */
export interface Report {
  item: (outcome: Outcome, summary: Summary, done: number) => void;
  /** Takes the progress bar away, so that something can be asked. */
  pause: () => void;
  end: (summary: Summary, hints: readonly string[]) => void;
}

/** The numbers of an import that has done nothing yet. */
export const emptySummary = (): Summary => ({
  imported: 0,
  unchanged: 0,
  changed: 0,
  taken: 0,
  recalled: 0,
  skipped: 0,
  passedOver: {},
  failed: 0,
  records: 0,
  duplicates: 0,
  toReview: 0,
  media: 0,
  gaps: 0,
});

/** Counts what became of an item. */
export function count(summary: Summary, outcome: Outcome): void {
  if (outcome.outcome === 'changed' && outcome.taken) summary.taken++;
  else summary[outcome.outcome]++;
  if (outcome.outcome === 'skipped')
    summary.passedOver[outcome.as] = (summary.passedOver[outcome.as] ?? 0) + 1;
  const told =
    outcome.outcome === 'imported' || (outcome.outcome === 'changed' && outcome.taken)
      ? outcome.media
      : undefined;
  summary.media += told?.files ?? 0;
  summary.gaps += told?.gaps.length ?? 0;
  if (outcome.outcome !== 'imported') return;
  summary.records += outcome.records;
  if (outcome.like) summary.duplicates++;
  if (!isEmpty(outcome.entry.suggested)) summary.toReview++;
}
