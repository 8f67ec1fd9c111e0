import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import {
  type AuthorityRecord,
  KINDS,
  type Kind,
  type Place,
  recordSchemas,
} from '../archive/authority.ts';
import { idFault } from '../archive/identifier.ts';
import { because, type Problem } from '../archive/problem.ts';
import { filesBelow, problemWith, readText, shownPath } from './content.ts';
import { didYouMean, validate } from './validate.ts';
import { readYaml, type YamlText } from './yaml.ts';

/** An authority record with the file that it was read from. */
export interface RecordFile {
  kind: Kind;
  id: string;
  path: string;
  text: string;
  data: AuthorityRecord & Pick<Partial<Place>, 'coordinates' | 'partOf'>;
}

/** The authority records of an archive. */
export interface Records {
  get: (kind: Kind, id: string) => RecordFile | undefined;
  /** True for a record that is there, sound or faulty: a fault in a record is not one in every article that names it. */
  knows: (kind: Kind, id: string) => boolean;
  /** The ids of a kind. */
  ids: (kind: Kind) => string[];
  /** The records of any kind that have this id: one in a sound archive. */
  named: (id: string) => RecordFile[];
  all: RecordFile[];
  problems: Problem[];
}

const UNKNOWN = because(
  'This id is reserved: “unknown” is what a figure says of a counter that is not stated.',
  'Choose another.',
);

interface ReadRecord {
  record: RecordFile;
  yaml: YamlText;
}

function readRecord(
  kind: Kind,
  path: string,
): { read: ReadRecord | undefined; problems: Problem[] } {
  const id = basename(path, '.yaml');
  const { text, problems } = readText(path);
  const fault = id === 'unknown' ? UNKNOWN : idFault(id);
  if (fault) problems.push(problemWith(path, id, fault));
  if (problems.length > 0) return { read: undefined, problems };
  const yaml = readYaml(path, text, 0, text.length);
  const checked: { data: RecordFile['data'] | undefined; problems: Problem[] } = validate(
    recordSchemas[kind] as z.ZodType<RecordFile['data']>,
    yaml,
  );
  const { data } = checked;
  return {
    read: data && { record: { kind, id, path, text, data }, yaml },
    problems: checked.problems,
  };
}

/** Reads every authority record below `root`, and says what is wrong with them. */
export function readRecords(root: string): Records {
  const problems: Problem[] = [];
  const read: ReadRecord[] = [];
  const present = new Map<Kind, Set<string>>();
  for (const kind of KINDS) {
    const paths = recordFiles(join(root, kind), problems);
    present.set(kind, new Set(paths.map((path) => basename(path, '.yaml'))));
    for (const path of paths) {
      const result = readRecord(kind, path);
      problems.push(...result.problems);
      if (result.read) read.push(result.read);
    }
  }
  const known = new Map(read.map(({ record }) => [`${record.kind}/${record.id}`, record]));
  const records: Records = {
    get: (kind, id) => known.get(`${kind}/${id}`),
    knows: (kind, id) => present.get(kind)?.has(id) ?? false,
    ids: (kind) => [...(present.get(kind) ?? [])],
    named: (id) => KINDS.flatMap((kind) => known.get(`${kind}/${id}`) ?? []),
    all: read.map(({ record }) => record),
    problems,
  };
  for (const { record, yaml } of read) problems.push(...crossFaults(record, yaml, records));
  return records;
}

function recordFiles(folder: string, problems: Problem[]): string[] {
  if (!existsSync(folder)) return [];
  return filesBelow(folder).flatMap(({ path, isFolder }) => {
    if (!isFolder && path.endsWith('.yaml')) return [path];
    const message = because(
      'A folder of authority records holds files named <id>.yaml and nothing else.',
      isFolder
        ? 'Move its files up, and remove the folder.'
        : 'Rename the file, or move it elsewhere.',
    );
    problems.push(problemWith(path, basename(path), message));
    return [];
  });
}

function crossFaults(record: RecordFile, yaml: YamlText, records: Records): Problem[] {
  const problems: Problem[] = [];
  const [first] = records.named(record.id);
  if (first && first.kind !== record.kind) {
    const message = because(
      `An id names one record of the archive; ${shownPath(first.path)} has this one too.`,
      'Rename one of the two files, and the id in the articles that mean it.',
    );
    problems.push(problemWith(record.path, record.id, message));
  }
  const refers = (path: PropertyKey[], id: string) => {
    if (records.knows(record.kind, id) && id !== record.id) return;
    const others = records.ids(record.kind).filter((other) => other !== record.id);
    const message = because(
      `This is the id of another record in ${record.kind}/.`,
      id === record.id
        ? 'Write the id of another, or take this one out.'
        : `${didYouMean(id, others)}Correct the id, or add ${record.kind}/${id}.yaml.`,
    );
    problems.push(yaml.problem(path, message));
  };
  for (const [index, id] of record.data.distinctFrom.entries()) refers(['distinctFrom', index], id);
  if (record.data.partOf === undefined) return problems;
  refers(['partOf'], record.data.partOf);
  const circle = circleOf(record, records);
  // Every place of a circle is in it; one of them tells of it.
  if (circle.length > 1 && circle.every((id) => record.id <= id)) {
    const message = because(
      'A place is not part of itself, however far up.',
      `Correct partOf in one of the places: ${[...circle, record.id].join(' → ')}.`,
    );
    problems.push(yaml.problem(['partOf'], message));
  }
  return problems;
}

/** The places from this one up to itself again; empty where the way up ends. */
function circleOf(record: RecordFile, records: Records): string[] {
  const passed = new Set([record.id]);
  let whole = record.data.partOf;
  while (whole !== undefined && !passed.has(whole)) {
    passed.add(whole);
    whole = records.get('places', whole)?.data.partOf;
  }
  return whole === record.id ? [...passed] : [];
}
