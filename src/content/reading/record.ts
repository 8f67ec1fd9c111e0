import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { z } from 'astro/zod';
import {
  type AuthorityRecord,
  KINDS,
  type Kind,
  type Place,
  recordSchemas,
} from '../../domain/authorities/authority.ts';
import { because } from '../../domain/fault.ts';
import { idFault } from '../../domain/identifier.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWith } from '../files/problem-place.ts';
import { validate } from '../files/validate.ts';
import { readYaml } from '../files/yaml.ts';

/** An authority record with the file that it was read from. */
export interface RecordFile {
  kind: Kind;
  id: string;
  path: string;
  /** Of its text. */
  digest: string;
  data: AuthorityRecord & Pick<Partial<Place>, 'coordinates' | 'partOf'>;
}

/** The authority records of an archive. */
export interface Records {
  get: (kind: Kind, id: string) => RecordFile | undefined;
  /** True for a record that is there, sound or faulty: a fault in a record is not one in every article that names it. */
  knows: (kind: Kind, id: string) => boolean;
  /** The ids of a kind. */
  ids: (kind: Kind) => readonly string[];
  /** The records of any kind that have this id: one in a sound archive. */
  named: (id: string) => RecordFile[];
  all: RecordFile[];
  problems: Problem[];
}

const UNKNOWN = because(
  'id/reserved',
  'This id is reserved: “unknown” is what a figure says of a counter that is not stated.',
  'Choose another.',
);

/** What records were read with: what was sound when it was last read, by the path of its file, and the code that reads. */
export interface KnownRecords {
  records: ReadonlyMap<string, RecordFile>;
  code: string;
}

const NOTHING_KNOWN: KnownRecords = { records: new Map(), code: '' };

/** A record where it can be read, and what is wrong with it. */
export interface ReadRecord {
  record: RecordFile | undefined;
  /** What is sound of one that has faults. */
  parts?: RecordFile | undefined;
  problems: Problem[];
}

/** Reads a record as it would be read from the file at `path`, whether or not it is there; of no text, its name alone. */
export function readRecordText(
  kind: Kind,
  path: string,
  text: string | undefined,
  known = NOTHING_KNOWN,
): ReadRecord {
  const id = basename(path, '.yaml');
  const fault = id === 'unknown' ? UNKNOWN : idFault(id);
  const problems = fault ? [problemWith(path, id, fault)] : [];
  if (text === undefined) return { record: undefined, problems };
  const digest = hash('sha256', known.code + text);
  const last = known.records.get(path);
  if (last?.digest === digest && !fault)
    return { record: { kind, id, path, digest, data: last.data }, problems };
  const yaml = readYaml(path, text, 0, text.length);
  const schema = recordSchemas[kind] as z.ZodType<RecordFile['data']>;
  const { data, parts, problems: faults } = validate(schema, yaml);
  const fileOf = (data: RecordFile['data'] | undefined) => data && { kind, id, path, digest, data };
  // Under a name that is none it is no record, but what is wrong in it is told as well.
  if (fault) return { record: undefined, problems: [...problems, ...faults] };
  return { record: fileOf(data), parts: data ? undefined : fileOf(parts), problems: faults };
}

/** The ids of the files of each kind, sound or faulty. */
export type PresentIds = Record<Kind, readonly string[]>;

/** Records by kind and id; of those that are `present` some may be faulty, and not be among `all`. */
export function recordsOf(all: RecordFile[], present: PresentIds, problems: Problem[]): Records {
  const known = new Map(all.map((record) => [`${record.kind}/${record.id}`, record]));
  const ids = new Set(KINDS.flatMap((kind) => present[kind].map((id) => `${kind}/${id}`)));
  return {
    get: (kind, id) => known.get(`${kind}/${id}`),
    knows: (kind, id) => ids.has(`${kind}/${id}`),
    ids: (kind) => present[kind],
    named: (id) => KINDS.flatMap((kind) => known.get(`${kind}/${id}`) ?? []),
    all,
    problems,
  };
}
