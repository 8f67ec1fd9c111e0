import { join } from 'node:path';
import { stringify } from 'yaml';
import { type AuthorityRecord, KINDS, type Kind, spellings } from '../archive/authority.ts';
import { fold } from '../archive/fold.ts';
import { needles, type Spelling } from '../archive/mention.ts';
import { freeSlug, slugOf } from '../archive/slug.ts';
import { readRecords } from '../loaders/record.ts';
import type { Disk } from './disk.ts';

/** A record that an article names: where it is filed, and whether this import made it. */
export interface Filed {
  kind: Kind;
  id: string;
  /** Every spelling by which it is known. */
  spellings: string[];
  /** The record as it is to be written, where it is new. */
  made?: Pick<AuthorityRecord, 'name' | 'aliases'>;
}

/** The authority records of an archive, found by any spelling, and those that an import adds. */
export interface Cabinet {
  /** The record of a kind that goes by a name: one, none, or several that the name alone does not tell apart. */
  find: (kind: Kind, name: string) => Filed[];
  /** Makes a record that is not there; it is filed when an article that names it is. */
  make: (kind: Kind, name: string, aliases: readonly string[]) => Filed;
  /** Writes the new ones of these records; true of each that it wrote. */
  file: (records: readonly Filed[], disk: Disk) => number;
  /** Every spelling of the records that a text with these folded words could mention. */
  spellingsIn: (words: ReadonlySet<string>) => Spelling[];
  /** The record of an id. */
  get: (kind: Kind, id: string) => Filed | undefined;
}

const NOUNS: Record<Kind, string> = {
  people: 'person',
  places: 'place',
  organisations: 'organisation',
};

const firstWord = (spelling: string) =>
  fold(spelling)
    .split(/[^\p{L}\p{N}\p{M}']+/u)
    .find(Boolean) ?? '';

/** From how many records of a kind on new ones are put into folders by their first letter. */
const MOST_TOGETHER = 2000;

const drawerOf = ({ kind, id }: Filed, filed: number) =>
  filed < MOST_TOGETHER ? kind : join(kind, id.slice(0, 1));

/** Opens the records of an archive. */
export function openCabinet(root: string): Cabinet {
  const records = readRecords(root);
  const filed = new Map<string, Filed>();
  const bySpelling = new Map<string, Filed[]>();
  const byFirstWord = new Map<string, Spelling[]>();
  const ids = new Set(KINDS.flatMap((kind) => records.ids(kind)));
  const pending = new Set<Filed>();
  const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  const add = (record: Filed) => {
    filed.set(`${record.kind}/${record.id}`, record);
    for (const spelling of record.spellings) {
      const key = `${record.kind}/${fold(spelling)}`;
      if (!bySpelling.get(key)?.includes(record)) push(bySpelling, key, record);
      push(byFirstWord, firstWord(spelling), { kind: record.kind, id: record.id, spelling });
    }
  };
  for (const { kind, id, data } of records.all) add({ kind, id, spellings: spellings(data) });
  return {
    find: (kind, name) => bySpelling.get(`${kind}/${fold(name)}`) ?? [],
    get: (kind, id) => filed.get(`${kind}/${id}`),
    make: (kind, name, aliases) => {
      const slug = slugOf(name, NOUNS[kind]);
      // A city and a ministry may have one name, and an id names one record of all kinds.
      const taken = (id: string) => ids.has(id);
      const own = taken(slug) ? slugOf(`${name} ${NOUNS[kind]}`, NOUNS[kind]) : slug;
      const id = freeSlug(own, taken);
      const others = aliases.filter((alias, at) => alias !== name && aliases.indexOf(alias) === at);
      const record: Filed = {
        kind,
        id,
        spellings: [name, ...others],
        made: { name, aliases: others },
      };
      ids.add(id);
      add(record);
      pending.add(record);
      return record;
    },
    file: (wanted, disk) => {
      let count = 0;
      for (const record of wanted) {
        if (!record.made || !pending.has(record)) continue;
        const { name, aliases } = record.made;
        const text = stringify({ name, ...(aliases.length > 0 && { aliases }) }, { lineWidth: 0 });
        disk.create(
          join(root, drawerOf(record, records.ids(record.kind).length), `${record.id}.yaml`),
          text,
        );
        pending.delete(record);
        count++;
      }
      return count;
    },
    spellingsIn: (words) => [...words].flatMap((word) => byFirstWord.get(word) ?? []),
  };
}

/** The needles of records. */
export const needlesOf = (records: readonly Filed[]) =>
  needles(
    records.flatMap(({ kind, id, spellings }) =>
      spellings.map((spelling) => ({ kind, id, spelling })),
    ),
  );
