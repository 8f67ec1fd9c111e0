import { basename, join } from 'node:path';
import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { crossFaults } from '../checks/record-reference.ts';
import { shownPath } from '../files/archive-path.ts';
import { filesBelow } from '../files/files-below.ts';
import { knownFile } from '../files/known-file.ts';
import { notYetTold, problemWith } from '../files/problem-place.ts';
import { readText } from '../files/text-file.ts';
import type { KnownFiles } from '../store/known-files.ts';
import {
  type ReadRecord,
  type RecordFile,
  type Records,
  readRecordText,
  recordDigest,
  recordsOf,
} from './record.ts';

/** What is known of the records of the last reading. Those of other code are read again. */
export interface LastRecords {
  /** Those that were sound. */
  records: readonly RecordFile[];
  /** A digest of the code that reads. */
  code: string;
  /** What is known of their files. */
  files: KnownFiles;
}

function readRecord(kind: Kind, path: string, last: LastRecords | undefined): ReadRecord {
  const { text, problems, file } = readText(path);
  if (file) last?.files.see(path, knownFile(file));
  const read = readRecordText(kind, path, problems.length > 0 ? undefined : text, last?.code);
  return { ...read, problems: [...problems, ...read.problems] };
}

/**
 * Reads the authority records below `root`, with their problems. A record that was sound when it was last read, and has
 * not changed, is not read again.
 */
export function readRecords(root: string, last?: LastRecords): Records {
  const known = new Map(last?.records.map((record) => [record.path, record]));
  /** The record that was read of a file, if it would be the same now. */
  const same = (path: string) => {
    const record = known.get(path);
    return record && last && record.digest === recordDigest(last.code, last.files.sha256Of(path))
      ? record
      : undefined;
  };
  const problems: Problem[] = [];
  const all: RecordFile[] = [];
  const faulty: { parts: RecordFile; told: Problem[] }[] = [];
  const present: Record<Kind, string[]> = { people: [], places: [], organisations: [] };
  for (const kind of KINDS) {
    for (const path of recordFiles(join(root, kind), problems)) {
      present[kind].push(basename(path, '.yaml'));
      const known = same(path);
      const result = known ? { record: known, problems: [] } : readRecord(kind, path, last);
      problems.push(...result.problems);
      const { record, parts, problems: told }: ReadRecord = result;
      if (record) all.push(record);
      else if (parts) faulty.push({ parts, told });
    }
  }
  const records = recordsOf(all, present, problems);
  for (const record of all) problems.push(...crossFaults(record, records));
  for (const { parts, told } of faulty)
    problems.push(...notYetTold(crossFaults(parts, records), told));
  return records;
}

function recordFiles(folder: string, problems: Problem[]): string[] {
  const named = new Map<string, string>();
  return filesBelow(folder, problems).flatMap(({ path, isFolder }) => {
    // Archivists may use subfolders as they like, since nobody wants to look through one list of thousands of files.
    const isNamed = path.endsWith('.yaml');
    if (isFolder && !isNamed) return [];
    if (isFolder || !isNamed) {
      const fault = because(
        'file/record',
        'A folder of authority records holds files named <id>.yaml, and folders of such files.',
        isFolder ? 'Rename the folder.' : 'Rename the file, or move it elsewhere.',
      );
      problems.push(problemWith(path, basename(path), fault));
      return [];
    }
    const other = named.get(basename(path));
    named.set(basename(path), path);
    if (other === undefined) return [path];
    const fault = because(
      'record/id',
      `An id names one record of the archive; ${shownPath(other)} has this one too.`,
      'Rename one of the two files, and the id in the articles that mean it.',
    );
    problems.push(problemWith(path, basename(path, '.yaml'), fault));
    return [];
  });
}
