import { statSync } from 'node:fs';
import { shownPath } from '../../content/files/archive-path.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { inputsOf } from '../../import/input.ts';
import { jsonReport } from '../../import/report/json.ts';
import { plainReport } from '../../import/report/plain.ts';
import type { Mode, Report } from '../../import/report/report.ts';
import { openReportFile, type ReportFile } from '../../import/report/report-file.ts';
import { terminalReport } from '../../import/report/terminal.ts';
import type { Arguments } from './arguments.ts';

/** How many bytes there are to read, for the progress bar; standard input cannot be known. */
function sizeOf(paths: readonly string[]): number {
  let size = 0;
  for (const path of paths.filter((path) => path !== '-'))
    for (const input of inputsOf(path)) if ('path' in input) size += statSync(input.path).size;
  return size;
}

/** Whether a command writes, shows what it would write, or compares. */
export const modeOf = ({ values }: Arguments): Mode =>
  values.check ? 'check' : values['dry-run'] ? 'dry-run' : 'import';

/** How a command tells what it does: on a terminal, to a program, or in lines. */
export function reportFor(args: Arguments): Report {
  const mode = modeOf(args);
  if (args.values.json) return jsonReport(mode);
  return process.stdout.isTTY ? terminalReport(mode, sizeOf(args.paths)) : plainReport(mode);
}

const TITLES = {
  import: 'What an import brought in',
  'dry-run': 'What an import would bring in',
  check: 'How the archive differs from its sources',
} as const satisfies Record<Mode, string>;

/** The report that --report asks for. @throws Refusal where it cannot be written */
export function reportFileFor(args: Arguments): ReportFile | undefined {
  const { report } = args.values;
  const mode = modeOf(args);
  try {
    return report === undefined ? undefined : openReportFile(report, TITLES[mode], mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(`The report ${shownPath(report ?? '')} cannot be written (${code}).`, 1);
  }
}
