import {
  type NamedRecord,
  type NamesFile,
  namesFile,
  type SpeltRecord,
} from '../../domain/search/layout.ts';
import { spellingWords } from '../../domain/search/spelling.ts';

/** A word of a spelling, and its record. */
interface Entry {
  word: string[];
  written: string;
  record: NamedRecord;
  /** True for the longest word of its spelling, which always finds it. */
  isLongest: boolean;
}

const MOST_IN_FILE = 300;
const FIRST_IN_PARTED = 40;

function entriesOf(record: SpeltRecord, named: NamedRecord): Entry[] {
  return record.spellings.flatMap((written) => {
    const words = [...new Set(spellingWords(written))].filter(Boolean);
    const longest = Math.max(...words.map((word) => Array.from(word).length));
    return words.map((word) => {
      const letters = Array.from(word);
      return { word: letters, written, record: named, isLongest: letters.length === longest };
    });
  });
}

function fileOf(entries: readonly Entry[]): NamesFile {
  const records = [...new Set(entries.map(({ record }) => record))];
  const at = new Map(records.map((record, index) => [record, index]));
  const spellings = new Map<string, [string, number]>();
  for (const { written, record } of entries) {
    const index = at.get(record) ?? 0;
    spellings.set(`${index} ${written}`, [written, index]);
  }
  return { records, spellings: [...spellings.values()] };
}

/** The files of names, by their paths below the folder of the release, with the beginnings that they are for. */
export function namesFiles(records: readonly (readonly [SpeltRecord, NamedRecord])[]) {
  const files = new Map<string, NamesFile>();
  const beginnings: string[] = [];
  const part = (all: readonly Entry[], length: number) => {
    const groups = Map.groupBy(all, ({ word }) => word.slice(0, length).join(''));
    for (const [beginning, group] of groups) {
      beginnings.push(beginning);
      const isParted = group.length > MOST_IN_FILE;
      const first = group.toSorted((a, b) => b.record.count - a.record.count);
      // A whole word in this file is not repeated in longer files; a spelling is found by its longest word.
      const whole = group.filter(({ word, isLongest }) => isLongest && word.length === length);
      const entries = isParted ? [...first.slice(0, FIRST_IN_PARTED), ...whole] : group;
      files.set(namesFile(beginning), fileOf([...new Set(entries)]));
      const longer = group.filter(({ word }) => word.length > length);
      if (isParted) part(longer, length + 1);
    }
  };
  part(
    records.flatMap(([record, named]) => entriesOf(record, named)),
    1,
  );
  return { files, beginnings: beginnings.toSorted() };
}
