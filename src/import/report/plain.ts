import { shownText } from '../../domain/problem.ts';
import type { Report } from './report.ts';
import { dryText, isTold, lineOf, summaryLines } from './wording.ts';

/** Lines of text: what is in to standard output, what failed to standard error. */
export function plainReport(isDry: boolean): Report {
  return {
    item: (outcome) => {
      if (!isTold(outcome)) return;
      if (outcome.outcome === 'failed') console.error(shownText(lineOf(outcome, isDry)));
      else
        console.log(
          shownText(
            [lineOf(outcome, isDry), isDry ? dryText(outcome) : ''].filter(Boolean).join('\n'),
          ),
        );
    },
    pause: () => undefined,
    end: (summary, hints) =>
      console.log(['', ...summaryLines(summary, isDry), ...hints].join('\n')),
  };
}
