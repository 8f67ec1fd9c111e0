import { shownPath } from '../../content/files/archive-path.ts';
import { shownJson } from '../../domain/problem.ts';
import { articlePath } from '../../domain/url.ts';
import type { Mode, Report } from './report.ts';
import { reportedItem } from './reported-item.ts';

/** One JSON object a line: each item, then the summary. */
export function jsonReport(mode: Mode): Report {
  const isDry = mode !== 'import';
  const write = (value: unknown) => console.log(shownJson(value));
  return {
    item: (outcome) => {
      if (mode === 'check') return write(reportedItem(outcome, true));
      if (outcome.outcome !== 'imported') return write({ dryRun: isDry, ...outcome });
      const { origin, id, path, entry, text, like, media } = outcome;
      return write({
        dryRun: isDry,
        origin,
        outcome: 'imported',
        id,
        url: articlePath(id),
        path: shownPath(path),
        title: entry.data.title ?? null,
        records: entry.records.map((record) => `${record.kind}/${record.id}`),
        suggested: entry.suggested,
        notes: entry.notes,
        media: media ?? null,
        duplicateOf: like ?? null,
        ...(isDry && { text }),
      });
    },
    pause: () => undefined,
    end: (summary) => write({ summary }),
  };
}
