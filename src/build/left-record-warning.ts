import type { LeftRecord } from '../content/checks/left-record.ts';
import { shownPath } from '../content/files/archive-path.ts';

/** How many are told one by one. */
const SHOWN = 10;

/** Warns on standard error of records that only withdrawn articles name, and says how to take them away. */
export function warnOfLeftRecords(left: readonly LeftRecord[]): void {
  for (const { record, article } of left.slice(0, SHOWN))
    console.error(
      `Warning: ${shownPath(record.path)} is published, with its page, feeds and name in the search, and only a withdrawn article names it: ${shownPath(article)}. If the name is to go too, take ${record.id} out of the fields of that article (${record.kind}, about, media), add there “withheld: [{ name, as, reason, date }]” with each spelling of the name, and delete ${shownPath(record.path)}; then npm run seal.`,
    );
  if (left.length > SHOWN)
    console.error(
      `Warning: ${left.length - SHOWN} more records are named by withdrawn articles alone.`,
    );
}
