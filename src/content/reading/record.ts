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
  /** Digest of the code that reads it, and of the SHA-256 of its text. */
  digest: string;
  data: AuthorityRecord & Pick<Partial<Place>, 'coordinates' | 'partOf'>;
}

/** The authority records of an archive. */
export interface Records {
  get: (kind: Kind, id: string) => RecordFile | undefined;
  /** True if the record exists, even with faults: these are no faults of the articles that name it. */
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

/** The digest of a record. @param code a digest of the code that reads. @param sha256 of its text */
export const recordDigest = (code: string, sha256: string): string => hash('sha256', code + sha256);

/** The result of reading a record: the record if it is sound, and its problems. */
export interface ReadRecord {
  record: RecordFile | undefined;
  /** If the record has faults: the parts of it that are sound. */
  parts?: RecordFile | undefined;
  problems: Problem[];
}

/**
 * Reads `text` as the record in the file at `path`, which need not exist. Without a text, checks only the name.
 *
 * @param code a digest of the code that reads
 */
export function readRecordText(
  kind: Kind,
  path: string,
  text: string | undefined,
  code = '',
): ReadRecord {
  const id = basename(path, '.yaml');
  const fault = id === 'unknown' ? UNKNOWN : idFault(id);
  const problems = fault ? [problemWith(path, id, fault)] : [];
  if (text === undefined) return { record: undefined, problems };
  const digest = recordDigest(code, hash('sha256', text));
  const yaml = readYaml(path, text, 0, text.length);
  const schema = recordSchemas[kind] as z.ZodType<RecordFile['data']>;
  const { data, parts, problems: faults } = validate(schema, yaml);
  const fileOf = (data: RecordFile['data'] | undefined) => data && { kind, id, path, digest, data };
  // A file with a faulty name is no record, but the problems in its text are reported too.
  if (fault) return { record: undefined, problems: [...problems, ...faults] };
  return { record: fileOf(data), parts: data ? undefined : fileOf(parts), problems: faults };
}

/** The ids of the record files of each kind, both sound and faulty ones. */
export type PresentIds = Record<Kind, readonly string[]>;

/** Makes records available by kind and id. Some that are `present` may be faulty; these are not in `all`. */
export function recordsOf(all: RecordFile[], present: PresentIds, problems: Problem[]): Records {
  // A map a kind: an article asks often, and a name joined of both would be made each time.
  const known = new Map(KINDS.map((kind) => [kind, new Map<string, RecordFile>()]));
  for (const record of all) known.get(record.kind)?.set(record.id, record);
  const ids = new Map(KINDS.map((kind) => [kind, new Set(present[kind])]));
  return {
    get: (kind, id) => known.get(kind)?.get(id),
    knows: (kind, id) => ids.get(kind)?.has(id) ?? false,
    ids: (kind) => present[kind],
    named: (id) => KINDS.flatMap((kind) => known.get(kind)?.get(id) ?? []),
    all,
    problems,
  };
}
