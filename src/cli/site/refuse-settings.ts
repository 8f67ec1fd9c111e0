import { settingFaults } from '../../content/checks/settings.ts';
import { contentRoot } from '../../content/files/archive-path.ts';
import { problemReport } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';

/**
 * Checks the settings for a command that reads nothing else of an archive.
 * @param undone what was not done if they are faulty: “packed”
 * @throws Refusal with all their faults
 */
export function refuseSettings(undone: string): void {
  const problems = settingFaults(contentRoot());
  if (problems.length > 0) throw new Refusal(problemReport(problems, undone));
}
