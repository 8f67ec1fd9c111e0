import type { ArchiveFiles } from '../../domain/search/archive-files.ts';
import type { NamedRecord, NamesFile } from '../../domain/search/layout.ts';
import { spellingWords, surnameKeys } from '../../domain/search/spelling.ts';

/** A record that a name means. */
export interface Match {
  record: NamedRecord;
  /** The spelling of the record that is the same. */
  spelling: string;
  /** True where the name is the end of that spelling alone: a surname. */
  isSurname: boolean;
}

type Index = ReadonlyMap<string, Match[]>;

const made = new WeakMap<NamesFile, Index>();

/** What the spellings of a file mean, and the surnames in them. */
function indexOf(file: NamesFile): Index {
  const known = made.get(file);
  if (known) return known;
  const index = new Map<string, Match[]>();
  const add = (key: string, match: Match) => {
    const matches = index.get(key) ?? [];
    const isThere = matches.some(
      ({ record, isSurname }) => record === match.record && isSurname === match.isSurname,
    );
    if (!isThere) index.set(key, [...matches, match]);
  };
  for (const [spelling, number] of file.spellings) {
    const record = file.records[number];
    if (!record) continue;
    add(spellingWords(spelling).join(' '), { record, spelling, isSurname: false });
    for (const key of surnameKeys(record, spelling))
      add(key, { record, spelling, isSurname: true });
  }
  made.set(file, index);
  return index;
}

/** What one spelling of a name means. The longest word of a spelling finds it, so that one file is read. */
async function matchesOf(spelling: string, files: Pick<ArchiveFiles, 'names'>): Promise<Match[]> {
  const words = spellingWords(spelling).filter(Boolean);
  const [longest] = words.toSorted((a, b) => Array.from(b).length - Array.from(a).length);
  if (longest === undefined) return [];
  return indexOf(await files.names(longest)).get(words.join(' ')) ?? [];
}

const byArticles = (a: Match, b: Match) => b.record.count - a.record.count;

/**
 * The records that a name means, those with the most articles first: several where the archive has several of that name.
 * A whole spelling goes before a surname, and the first spelling before the others.
 */
export async function recordsOf(
  spellings: readonly string[],
  files: Pick<ArchiveFiles, 'names'>,
): Promise<Match[]> {
  const surnames: Match[][] = [];
  for (const spelling of spellings) {
    const matches = await matchesOf(spelling, files);
    const whole = matches.filter(({ isSurname }) => !isSurname);
    if (whole.length > 0) return whole.toSorted(byArticles);
    surnames.push(matches);
  }
  return (surnames.find((matches) => matches.length > 0) ?? []).toSorted(byArticles);
}
