import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { codeOf } from '../../dependencies/imports.ts';
import type { Problem } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import { siteAddress } from '../../site-address.ts';
import { settingFaults } from '../checks/settings.ts';
import { archiveFaults, articleFiles } from '../files/article-files.ts';
import { filesBelow } from '../files/files-below.ts';
import { type Ledger, readLedgerFiles } from '../ledger/ledger-files.ts';
import { halfwayFaults } from '../ledger/sample-fault.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { ArchiveError } from './archive-error.ts';
import type { RecordFile, Records } from './record.ts';
import { readRecords } from './records.ts';
import type { Terms } from './stored-article.ts';

/** What every reading of an archive starts from. */
export interface Start {
  terms: Terms;
  ledger: Ledger;
  records: Records;
  /** The records as they were last read. */
  last: readonly RecordFile[];
  files: ReturnType<typeof articleFiles>;
  /** Of the settings, and of `public`. */
  problems: Problem[];
}

/** The modules that make articles and records when they are read. If their code changes, all is read again. */
const MAKERS = [
  new URL('./stored-article.ts', import.meta.url),
  new URL('./record.ts', import.meta.url),
];

/** What readings here depend on besides files and records. @param base the site's base path */
export function termsOf(base: string): Terms {
  const made = [codeOf(...MAKERS), JSON.stringify(site), siteAddress().href, base];
  return { code: hash('sha256', made.join('\n')), base };
}

/**
 * Reads all but the articles.
 *
 * @param store what is known of the last reading
 * @param base the site's base path
 * @throws ArchiveError if there is no archive below `root`
 */
export function startReading(root: string, store: ArchiveStore, base: string): Start {
  const none = [...archiveFaults(root), ...halfwayFaults(root)];
  if (none.length > 0) throw new ArchiveError(none);
  const problems = settingFaults(root);
  // Files in `public` are copied into the site as they are, so they are checked too.
  filesBelow(resolve('public'), problems);
  const ledger = readLedgerFiles(root);
  const terms = termsOf(base);
  store.recognise();
  const last = store.records();
  const records = readRecords(root, { records: last, code: terms.code, files: store.files });
  return { terms, ledger, records, last, files: articleFiles(root), problems };
}
