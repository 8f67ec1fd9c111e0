import { log, progress } from '@clack/prompts';
import { shownText } from '../../domain/problem.ts';
import type { Mode, Report } from './report.ts';
import { dryText, lineOf, needsAttention, summaryLines } from './wording.ts';

/** A progress bar over `total` bytes, with what needs attention above it. */
export function terminalReport(mode: Mode, total: number): Report {
  const start = () => {
    const made = progress({ max: Math.max(1, total), style: 'heavy' });
    made.start(mode === 'check' ? 'Comparing' : 'Importing');
    return made;
  };
  let bar: ReturnType<typeof start> | undefined;
  let shown = 0;
  const pause = () => {
    bar?.clear();
    bar = undefined;
  };
  return {
    pause,
    item: (outcome, summary, done) => {
      if (needsAttention(outcome, summary, mode)) {
        pause();
        const line = shownText(
          [lineOf(outcome, mode), mode === 'dry-run' ? dryText(outcome) : '']
            .filter(Boolean)
            .join('\n'),
        );
        if (outcome.outcome === 'failed') log.error(line);
        else if (outcome.outcome === 'imported') log.success(line);
        else log.warn(line);
      }
      bar ??= start();
      bar.advance(
        done - shown,
        `${summary.imported} ${mode === 'check' ? 'not in' : 'imported'}, ${summary.unchanged} unchanged, ${summary.skipped} skipped, ${summary.failed} failed`,
      );
      shown = done;
    },
    end: (summary, hints) => {
      pause();
      console.log([...summaryLines(summary, mode), ...hints].join('\n'));
    },
  };
}
