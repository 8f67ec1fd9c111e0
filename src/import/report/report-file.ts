import { closeSync, mkdtempSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../outcome.ts';
import type { Mode } from './report.ts';
import { itemRow, PAGE_END, pageHead } from './report-page.ts';
import { type ReportedItem, reportedItem } from './reported-item.ts';
import { emptyTally, type Tally, tally } from './tally.ts';

/** A report that is kept in a file. Items go to the disk as they come, so that a report may be of any length. */
export interface ReportFile {
  /** Notes what became of an item of a source. */
  item: (source: string, outcome: Outcome) => void;
  /** Puts the report in its place, as far as it came. */
  close: () => void;
}

/** How the items and what stands around them are written in a form. */
interface Form {
  item: (item: ReportedItem) => string;
  head: (sources: ReadonlyMap<string, Tally>) => string;
  tail: string;
}

const page = (title: string, mode: Mode): Form => ({
  item: itemRow,
  head: (sources) => pageHead(title, mode, sources),
  tail: PAGE_END,
});

/** One item a line, so that programs may read it by lines too. */
const json = (title: string): Form => {
  let isFirst = true;
  return {
    item: (item) => {
      const between = isFirst ? '' : ',\n';
      isFirst = false;
      return `${between}${JSON.stringify(item)}`;
    },
    head: (sources) =>
      `{"title":${JSON.stringify(title)},\n"sources":${JSON.stringify(
        [...sources].map(([source, counted]) => ({ source, ...counted })),
      )},\n"items":[\n`,
    tail: '\n]}\n',
  };
};

/** Whether a report can be kept under this name. */
export const isReportName = (path: string): boolean => /\.(?:html?|json)$/i.test(path);

/** Begins a report: a page if its name ends in `.html`, else JSON. Throws as the file system does where it cannot be written. */
export function openReportFile(path: string, title: string, mode: Mode): ReportFile {
  const { item, head, tail } = /\.html?$/i.test(path) ? page(title, mode) : json(title);
  const folder = mkdtempSync(join(dirname(path), '.report-'));
  const items = openSync(join(folder, 'items'), 'w+');
  const sources = new Map<string, Tally>();

  function copyItems(to: number) {
    const buffer = Buffer.alloc(1024 * 1024);
    for (let at = 0; ; ) {
      const read = readSync(items, buffer, 0, buffer.length, at);
      if (read === 0) return;
      writeSync(to, buffer, 0, read);
      at += read;
    }
  }

  return {
    item: (source, outcome) => {
      const reported = reportedItem(outcome, mode === 'check');
      const counted = sources.get(source) ?? emptyTally();
      sources.set(source, counted);
      tally(counted, reported);
      writeSync(items, item(reported));
    },
    close: () => {
      const whole = join(folder, 'report');
      const file = openSync(whole, 'w');
      writeSync(file, head(sources));
      copyItems(file);
      writeSync(file, tail);
      closeSync(file);
      renameSync(whole, path);
      closeSync(items);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
