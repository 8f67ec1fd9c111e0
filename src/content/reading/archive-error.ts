import { type Problem, problemReport } from '../../domain/problem.ts';

/** Thrown if the archive's files have faults. The message is the whole report, ready to be printed. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  readonly problems: readonly Problem[];
  /** What could not be looked at, in a sentence; empty where everything was. */
  readonly unchecked: string;
  /** What a build refuses besides, and sealing enters. */
  readonly unlisted: readonly Problem[];
  constructor(
    problems: readonly Problem[],
    { unchecked = '', unlisted = [] }: { unchecked?: string; unlisted?: readonly Problem[] } = {},
  ) {
    super(problemReport(problems, undefined, unchecked));
    this.problems = problems;
    this.unchecked = unchecked;
    this.unlisted = unlisted;
  }
}
