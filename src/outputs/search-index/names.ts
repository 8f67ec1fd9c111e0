import {
  type NamedRecord,
  type NamesFile,
  type NamesShard,
  type SpeltRecord,
  spread,
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

/** A beginning with more entries is parted by its next letter. */
const MOST_OF_BEGINNING = 300;
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

/** The names of each beginning. */
function namesByBeginning(records: readonly (readonly [SpeltRecord, NamedRecord])[]) {
  const files = new Map<string, NamesFile>();
  const part = (all: readonly Entry[], length: number) => {
    const groups = Map.groupBy(all, ({ word }) => word.slice(0, length).join(''));
    for (const [beginning, group] of groups) {
      const isParted = group.length > MOST_OF_BEGINNING;
      const first = group.toSorted((a, b) => b.record.count - a.record.count);
      // A whole word here is not repeated at longer beginnings; a spelling is found by its longest word.
      const whole = group.filter(({ word, isLongest }) => isLongest && word.length === length);
      const entries = isParted ? [...first.slice(0, FIRST_IN_PARTED), ...whole] : group;
      files.set(beginning, fileOf([...new Set(entries)]));
      const longer = group.filter(({ word }) => word.length > length);
      if (isParted) part(longer, length + 1);
    }
  };
  part(
    records.flatMap(([record, named]) => entriesOf(record, named)),
    1,
  );
  return files;
}

/** A file is full with so many spellings. */
const FULL = 120;
/** Of so many beginnings one ends a full file. */
const ONE_IN = 2;

/**
 * Beginnings, in the order of the alphabet, that share a file. Where one ends depends on its last beginning alone, so
 * that a new name changes the files beside it and no others.
 */
function* shards(files: ReadonlyMap<string, NamesFile>) {
  let some: [string, NamesFile][] = [];
  let spellings = 0;
  for (const [beginning, file] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    some.push([beginning, file]);
    spellings += file.spellings.length;
    if (spellings < FULL || spread(beginning) % ONE_IN !== 0) continue;
    yield some;
    some = [];
    spellings = 0;
  }
  if (some.length > 0) yield some;
}

function shardOf(files: readonly [string, NamesFile][]): NamesShard {
  const records = [...new Set(files.flatMap(([, file]) => file.records))];
  const at = new Map(records.map((record, index) => [record, index]));
  return {
    records,
    beginnings: files.map(([beginning, file]) => [
      beginning,
      file.spellings.flatMap(([written, index]): NamesFile['spellings'] => {
        const record = file.records[index];
        return record ? [[written, at.get(record) ?? 0]] : [];
      }),
    ]),
  };
}

/** The files of names, and the beginnings that each has. */
export function namesFiles(records: readonly (readonly [SpeltRecord, NamedRecord])[]) {
  const all = [...shards(namesByBeginning(records))];
  return {
    files: all.map(shardOf),
    beginnings: all.map((some) => some.map(([beginning]) => beginning)),
  };
}
