import { join } from 'node:path';
import { workFolder } from '../store/cache.ts';
import { keepText, keptText } from '../store/kept-text.ts';

/**
 * Where the report of what is wrong with the archive stands while someone edits; it is empty while all is well. A file,
 * since the loaders and the server that shows it know nothing else of each other.
 */
export const reportFile = (): string => join(workFolder(), 'report.txt');

/** The report that stands; empty while all is well. */
export function standingReport(): string {
  return keptText(reportFile()) ?? '';
}

/** Lets a report stand; an empty one says that all is well. */
export function setReport(report: string): void {
  if (keptText(reportFile()) !== report) keepText(reportFile(), report);
}
