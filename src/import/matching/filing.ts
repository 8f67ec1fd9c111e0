import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { findMentions } from '../../domain/authorities/mention.ts';
import { ImportFault } from '../source-document.ts';
import { type AuthorityFile, type Filed, needlesOf } from './authority-file.ts';
import { labelOf } from './label.ts';

/** The record that a name goes to: one that is there, or one as it would be made. @throws ImportFault where it is not clear */
export function plannedFor(
  kind: Kind,
  name: string,
  text: string,
  authorityFile: AuthorityFile,
  aliases: readonly string[] = [],
): Filed {
  const known = authorityFile.find(kind, name);
  const label = known.length > 0 ? name : labelOf(kind, name, text);
  const found = known.length > 0 ? known : authorityFile.find(kind, label);
  if (found.length > 1)
    throw new ImportFault(
      `“${name}” may be ${found.map(({ id }) => id).join(' or ')}: add the right id by hand`,
    );
  return found[0] ?? authorityFile.plan(kind, label, aliases);
}

/** Finds or makes the record of a name that the source gives; nothing, with a note, where there can be none. */
export function recordFor(
  kind: Kind,
  name: string,
  text: string,
  authorityFile: AuthorityFile,
  notes: string[],
): Filed | undefined {
  try {
    const record = plannedFor(kind, name, text, authorityFile);
    if (!authorityFile.get(kind, record.id)) authorityFile.add(record);
    return record;
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
    notes.push(error.message);
    return undefined;
  }
}

/** The records that a text mentions, by kind, and those that it does not. */
export function mentioned(
  records: readonly Filed[],
  paragraphs: readonly string[],
): { listed: Record<Kind, string[]>; others: string[] } {
  const looked = needlesOf(records);
  const found = new Set(
    paragraphs.flatMap((paragraph) =>
      findMentions(paragraph, looked).flatMap((mention) =>
        mention.records.map(({ kind, id }) => `${kind}/${id}`),
      ),
    ),
  );
  const isFound = ({ kind, id }: Filed) => found.has(`${kind}/${id}`);
  const listed: Record<Kind, string[]> = { people: [], places: [], organisations: [] };
  for (const record of records) if (isFound(record)) listed[record.kind].push(record.id);
  return { listed, others: records.filter((record) => !isFound(record)).map(({ id }) => id) };
}

/** Each record once. */
export const unique = (records: readonly (Filed | undefined)[]): Filed[] => [
  ...new Set(records.filter((record) => record !== undefined)),
];

/** Lists of ids as fields; a kind without any has none. */
export function listedFields(listed: Record<Kind, string[]>): Partial<Record<Kind, string[]>> {
  const fields: Partial<Record<Kind, string[]>> = {};
  for (const kind of KINDS) if (listed[kind].length > 0) fields[kind] = listed[kind];
  return fields;
}
