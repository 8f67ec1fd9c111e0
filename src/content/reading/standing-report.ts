import { join } from 'node:path';
import { workFolder } from '../store/cache.ts';
import { keepText, keptText } from '../store/kept-text.ts';

/**
 * The file with the report of the archive's problems while someone edits. It is empty while there are none. It is a
 * file because the loaders and the server that shows it have no other connection.
 */
export const reportFile = (): string => join(workFolder(), 'report.txt');

/** The current report. It is empty while there are no problems. */
export function standingReport(): string {
  return keptText(reportFile()) ?? '';
}

/** Sets the current report. An empty one means that there are no problems. */
export function setReport(report: string): void {
  if (keptText(reportFile()) !== report) keepText(reportFile(), report);
}
