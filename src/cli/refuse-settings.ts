import { settingFaults } from '../content/checks/settings.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { problemReport } from '../domain/problem.ts';
import { Refusal } from '../errors/refusal.mjs';

/**
 * Lets a command go on that reads no archive, but its settings, where these are sound.
 *
 * @param undone what was not done where they are not: “packed”
 * @throws Refusal with all that is wrong with them
 */
export function refuseSettings(undone: string): void {
  const problems = settingFaults(contentRoot());
  if (problems.length > 0) throw new Refusal(problemReport(problems, undone));
}
