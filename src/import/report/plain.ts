import { shownText } from '../../domain/problem.ts';
import type { Mode, Report } from './report.ts';
import { dryText, isTold, lineOf, summaryLines } from './wording.ts';

/** Lines of text: what is in to standard output, what failed to standard error. */
export function plainReport(mode: Mode): Report {
  return {
    item: (outcome) => {
      if (!isTold(outcome, mode)) return;
      if (outcome.outcome === 'failed') console.error(shownText(lineOf(outcome, mode)));
      else
        console.log(
          shownText(
            [lineOf(outcome, mode), mode === 'dry-run' ? dryText(outcome) : '']
              .filter(Boolean)
              .join('\n'),
          ),
        );
    },
    pause: () => undefined,
    end: (summary, hints) => console.log(['', ...summaryLines(summary, mode), ...hints].join('\n')),
  };
}
