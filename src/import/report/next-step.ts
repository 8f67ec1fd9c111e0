import type { Mode } from './report.ts';
import type { Tally } from './tally.ts';

/** What an archivist does after an import, in sentences; nothing where all is in. */
export function nextSteps({ outcomes, missing, toReview }: Tally, mode: Mode): string[] {
  const { failed = 0, changed = 0, recalled = 0, imported = 0 } = outcomes;
  const notIn = outcomes.missing ?? 0;
  const isWritten = mode === 'import';
  return [
    ...(mode === 'dry-run' && imported + (outcomes.updated ?? 0) > 0
      ? ['Nothing is written yet: run the same command without --dry-run.']
      : []),
    ...(failed > 0
      ? ['Mend what failed, and run the same command again: what is in is not imported twice.']
      : []),
    ...(notIn > 0 ? ['Import what is not in: npm run import -- FILE.'] : []),
    ...(changed > 0
      ? ['Look at what differs below; to take it over, run the import again with --update.']
      : []),
    ...(recalled > 0
      ? ['Withdraw the articles that their sources keep back now, or take them out.']
      : []),
    ...(missing > 0 && isWritten
      ? [
          'Each missing file is named below with why. Where an address is given, npm run import -- --fetch asks the web for it; else put it where its source names it, and run the import again with --update. A picture that waits for words needs altText in its entry first.',
        ]
      : []),
    ...(toReview > 0 && isWritten
      ? ['Go through what is suggested and not published yet: npm run import -- --review.']
      : []),
    ...(imported > 0 && isWritten ? ['See the result: npm start.'] : []),
  ];
}
