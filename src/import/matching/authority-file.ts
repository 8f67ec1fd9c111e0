import { join } from 'node:path';
import { isSeq, parseDocument, stringify } from 'yaml';
import { shownPath } from '../../content/files/archive-path.ts';
import { regularBytes } from '../../content/files/regular-file.ts';
import { textProblem } from '../../content/files/text-file.ts';
import { type RecordFile, type Records, readRecordText } from '../../content/reading/record.ts';
import { readRecords } from '../../content/reading/records.ts';
import {
  type AuthorityRecord,
  KINDS,
  type Kind,
  spellings,
} from '../../domain/authorities/authority.ts';
import { needles, type Spelling } from '../../domain/authorities/mention.ts';
import { fold } from '../../domain/language/fold.ts';
import { faultSentence } from '../../domain/problem.ts';
import { freeSlug, slugOf } from '../../domain/slug.ts';
import { ImportFault } from '../source-document.ts';
import type { Disk } from '../writing/disk.ts';
import { yamlText } from '../yaml.ts';

/** A record that an article names: where it is filed, and what of it this import has yet to write. */
export interface Filed {
  kind: Kind;
  id: string;
  /** Every spelling by which it is known. */
  spellings: string[];
  path: string;
  /** The record as it is to be written, where it is new. */
  made?: Pick<AuthorityRecord, 'name' | 'aliases'>;
  /** A spelling that a record on file is to get. */
  added?: string;
}

/** The authority records of an archive, found by any spelling, and those that an import adds. */
export interface AuthorityFile {
  /** The record of a kind that goes by a name: one, none, or several that the name alone does not tell apart. */
  find: (kind: Kind, name: string) => Filed[];
  /**
   * A record that is not there, as it would be made. Nothing changes by asking.
   *
   * @throws ImportFault where the archive would not take it
   */
  plan: (kind: Kind, name: string, aliases: readonly string[]) => Filed;
  /** A record with one more spelling; as with `plan`, nothing changes by asking. */
  spelt: (record: Filed, spelling: string) => Filed;
  /** Counts a planned record among those that there are; it is filed when an article that names it is. */
  add: (record: Filed) => void;
  /**
   * Writes what of these records is to be written; gives the number of those made.
   *
   * @throws ImportFault where the file of one is there by now, or is gone
   */
  file: (records: readonly Filed[], disk: Disk) => number;
  /** Every spelling of the records that a text with these folded words could mention. */
  spellingsIn: (words: ReadonlySet<string>) => Spelling[];
  /** The record of an id. */
  get: (kind: Kind, id: string) => Filed | undefined;
  /** All of them as a build would read them, those to be filed included. */
  records: Records;
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

const drawerOf = (kind: Kind, id: string, filed: number) =>
  filed < MOST_TOGETHER ? kind : join(kind, id.slice(0, 1));

const recordText = ({ name, aliases }: NonNullable<Filed['made']>) =>
  stringify({ name, ...(aliases.length > 0 && { aliases }) }, { lineWidth: 0 });

/** A record as a build would read it. @throws ImportFault with what a build would say */
function asRead(kind: Kind, path: string, text: string): RecordFile {
  const { record, problems } = readRecordText(kind, path, text);
  const problem = textProblem(path, text) ?? problems[0];
  if (problem) throw new ImportFault(`It cannot be a record: ${faultSentence(problem)}`);
  if (!record) throw new ImportFault('It cannot be a record.');
  return record;
}

/** Opens the records of an archive. */
export function openAuthorityFile(root: string): AuthorityFile {
  const records = readRecords(root);
  const filed = new Map<string, Filed>();
  const bySpelling = new Map<string, Filed[]>();
  const byFirstWord = new Map<string, Spelling[]>();
  // An id that a record had before still leads to it.
  const ids = new Set([
    ...KINDS.flatMap((kind) => records.ids(kind)),
    ...records.all.flatMap(({ data }) => data.formerly),
  ]);
  const pending = new Set<Filed>();
  const read = new Map<string, RecordFile>();
  const keyOf = ({ kind, id }: Pick<Filed, 'kind' | 'id'>) => `${kind}/${id}`;
  const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  const index = (record: Filed) => {
    const before = filed.get(keyOf(record));
    filed.set(keyOf(record), record);
    for (const spelling of record.spellings) {
      const key = `${record.kind}/${fold(spelling)}`;
      const others = (bySpelling.get(key) ?? []).filter((other) => other !== before);
      bySpelling.set(key, [...others, record]);
      if (!before?.spellings.includes(spelling))
        push(byFirstWord, firstWord(spelling), { kind: record.kind, id: record.id, spelling });
    }
  };
  for (const { kind, id, path, data } of records.all)
    index({ kind, id, path, spellings: spellings(data) });
  const get = (kind: Kind, id: string) => read.get(`${kind}/${id}`) ?? records.get(kind, id);
  return {
    find: (kind, name) => bySpelling.get(`${kind}/${fold(name)}`) ?? [],
    get: (kind, id) => filed.get(`${kind}/${id}`),
    plan: (kind, name, aliases) => {
      const slug = slugOf(name, NOUNS[kind]);
      // A city and a ministry may have one name, and an id names one record of all kinds.
      const taken = (id: string) => ids.has(id);
      const own = taken(slug) ? slugOf(`${name} ${NOUNS[kind]}`, NOUNS[kind]) : slug;
      const id = freeSlug(own, taken);
      const others = aliases.filter((alias, at) => alias !== name && aliases.indexOf(alias) === at);
      const path = join(root, drawerOf(kind, id, records.ids(kind).length), `${id}.yaml`);
      const made = { name, aliases: others };
      asRead(kind, path, recordText(made));
      return { kind, id, path, spellings: [name, ...others], made };
    },
    spelt: (record, spelling) => {
      const { made, added: _, ...onFile } = record;
      const all = [...record.spellings, spelling];
      if (!made || !pending.has(record)) return { ...onFile, spellings: all, added: spelling };
      return { ...onFile, spellings: all, made: { ...made, aliases: [...made.aliases, spelling] } };
    },
    add: (record) => {
      const before = filed.get(keyOf(record));
      if (before) pending.delete(before);
      ids.add(record.id);
      index(record);
      pending.add(record);
      const text = record.made ? recordText(record.made) : speltText(record);
      read.set(keyOf(record), asRead(record.kind, record.path, text));
    },
    file: (wanted, disk) => {
      let count = 0;
      for (const record of wanted) {
        if (!pending.has(record)) continue;
        if (record.made) createRecord(record, record.made, disk);
        else disk.replace(record.path, speltText(record));
        pending.delete(record);
        const { made, added: _, ...onFile } = record;
        index(onFile);
        if (made) count++;
      }
      return count;
    },
    spellingsIn: (words) => [...words].flatMap((word) => byFirstWord.get(word) ?? []),
    records: {
      ...records,
      get,
      knows: (kind, id) => read.has(`${kind}/${id}`) || records.knows(kind, id),
      named: (id) => KINDS.flatMap((kind) => get(kind, id) ?? []),
    },
  };
}

function createRecord({ path }: Filed, made: NonNullable<Filed['made']>, disk: Disk) {
  const text = recordText(made);
  if (disk.create(path, text) || disk.read(path) === text) return;
  throw new ImportFault(
    `${shownPath(path)} is there already; somebody added it meanwhile. Run the command again, which then finds it.`,
  );
}

/** The file of a record as it is at this moment, with the spelling that it is to get. */
function speltText({ path, added }: Filed): string {
  let text: string;
  try {
    text = regularBytes(path).toString('utf8');
  } catch {
    throw new ImportFault(`${shownPath(path)} is gone; somebody removed it meanwhile.`);
  }
  const document = parseDocument(text, { schema: 'core' });
  const aliases = document.get('aliases');
  if (isSeq(aliases)) aliases.items.push(document.createNode(added));
  else document.set('aliases', [added]);
  return yamlText(document);
}

/** The needles of records. */
export const needlesOf = (records: readonly Filed[]) =>
  needles(
    records.flatMap(({ kind, id, spellings }) =>
      spellings.map((spelling) => ({ kind, id, spelling })),
    ),
  );
