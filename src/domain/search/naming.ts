import type { ArchiveFiles } from './archive-files.ts';
import type { NamedRecord, NamesFile } from './layout.ts';
import { spellingKey, spellingWords, surnameKeys } from './spelling.ts';

/** Finds the records with a spelling, given as its words. If there are none, finds the people with this surname. */
export type Naming = (words: readonly string[]) => NamedRecord[];

type Index = ReadonlyMap<string, NamedRecord[]>;

const MOST_WORDS = 32;

const made = new WeakMap<NamesFile, { spelt: Index; surnamed: Index }>();

/** The records of a file by their spellings, and the people among them by their surnames. */
function indexOf(file: NamesFile) {
  const known = made.get(file);
  if (known) return known;
  const spelt = new Map<string, NamedRecord[]>();
  const surnamed = new Map<string, NamedRecord[]>();
  const add = (index: typeof spelt, key: string, record: NamedRecord) => {
    const records = index.get(key) ?? [];
    if (!records.includes(record)) index.set(key, [...records, record]);
  };
  for (const [written, number] of file.spellings) {
    const record = file.records[number];
    if (!record) continue;
    add(spelt, spellingWords(written).join(' '), record);
    for (const key of surnameKeys(record, written)) add(surnamed, key, record);
  }
  const index = { spelt, surnamed };
  made.set(file, index);
  return index;
}

/** Keeps each record once, since several files may hold it. */
function once(records: readonly NamedRecord[]): NamedRecord[] {
  return [...new Map(records.map((record) => [`${record.kind}/${record.id}`, record])).values()];
}

/** Reads the files needed to recognise the names among these words. */
export async function namingOf(words: readonly string[], files: ArchiveFiles): Promise<Naming> {
  const distinct = [...new Set(words.map((word) => spellingKey([word])))].filter(Boolean);
  const read = await Promise.all(distinct.slice(0, MOST_WORDS).map((word) => files.names(word)));
  const indexes = [...new Set(read)].map(indexOf);
  return (run) => {
    const key = spellingKey(run);
    const spelt = once(indexes.flatMap((index) => index.spelt.get(key) ?? []));
    if (spelt.length > 0) return spelt;
    return once(indexes.flatMap((index) => index.surnamed.get(key) ?? []));
  };
}
