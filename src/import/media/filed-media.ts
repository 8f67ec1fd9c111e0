import { hash } from 'node:crypto';
import { parse } from 'yaml';
import { articleFiles } from '../../content/files/article-files.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { regularBytes } from '../../content/files/regular-file.ts';
import { mediumFile } from '../../content/media/media-path.ts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { type FieldOfFile, OF_FILE, saysOfFile } from '../../domain/media/of-file.ts';
import type { MediumFields } from '../writing/medium-fields.ts';

/** What an entry says of a file. */
export interface Said {
  /** Id of the entry. */
  entry: string;
  fields: MediumFields;
}

/** The fields of a medium with what another entry says of its file; what stands in this one alone stays. */
export function agreeing(fields: MediumFields, { fields: known }: Said): MediumFields {
  const others = new Map<string, unknown>(Object.entries(fields));
  for (const field of OF_FILE) {
    const said = field === 'creditLine' && known[field] === UNKNOWN ? fields[field] : known[field];
    if (said === undefined) others.delete(field);
    else others.set(field, said);
  }
  // biome-ignore lint/plugin: its keys are those of a medium
  return Object.fromEntries(others) as MediumFields;
}

/** What another entry says of a file that a medium is to have, in fields in which that medium says nothing. */
export const lackedOf = (
  fields: MediumFields,
  { fields: known }: Said,
): { field: Exclude<FieldOfFile, 'kind'>; value: string }[] =>
  OF_FILE.flatMap((field) => {
    const isOpen = fields[field] === undefined || !saysOfFile(field, fields[field]);
    const value = known[field];
    // A year is a number in YAML.
    return field !== 'kind' && isOpen && value !== undefined && saysOfFile(field, value)
      ? [{ field, value: `${value}` }]
      : [];
  });

/** The media that an entry names, as far as they can be read. A faulty one is the build’s to report. */
function mediaIn(path: string): MediumFields[] {
  try {
    const text = regularBytes(path).toString('utf8');
    if (!text.includes('media')) return [];
    const bounds = frontmatterOf(path, text);
    if ('problem' in bounds) return [];
    const { media } = (parse(text.slice(bounds.start, bounds.end)) ?? {}) as { media?: unknown };
    return Array.isArray(media) ? media.filter((one) => one instanceof Object) : [];
  } catch {
    return [];
  }
}

/** What the entries of an archive say of files. It is read when it is first asked for. */
export class FiledMedia {
  /** The folder of the archive. */
  readonly root: string;
  #bySha256: Map<string, Said> | undefined;
  readonly #entries = new Map<string, Set<string>>();

  /** @param root the folder of the archive */
  constructor(root: string) {
    this.root = root;
  }

  /** What an entry says of a file, one that withholds it first. */
  of(sha256: string): Said | undefined {
    return this.#read().get(sha256);
  }

  /** The ids of all entries that name a file, by what they said when they were read. */
  entriesOf(sha256: string): string[] {
    this.#read();
    return [...(this.#entries.get(sha256) ?? [])];
  }

  /** Adds what an entry says that was just written. */
  add(entry: string, media: readonly MediumFields[]): void {
    for (const fields of media) this.#note(fields.sha256, { entry, fields });
  }

  #read(): Map<string, Said> {
    if (this.#bySha256) return this.#bySha256;
    this.#bySha256 = new Map();
    for (const { id, path } of articleFiles(this.root).files)
      for (const fields of mediaIn(path))
        this.#note(digestOf({ id, path }, fields), { entry: id, fields });
    return this.#bySha256;
  }

  #note(sha256: string | undefined, said: Said): void {
    const known = this.#read();
    if (sha256 === undefined) return;
    this.#entries.set(sha256, (this.#entries.get(sha256) ?? new Set()).add(said.entry));
    const earlier = known.get(sha256);
    if (!earlier || (said.fields.withheld && !earlier.fields.withheld)) known.set(sha256, said);
  }
}

/** The SHA-256 of the file of a medium: the one that is stated, or that of what lies there. */
export function digestOf(
  article: { id: string; path: string },
  { sha256, file }: Pick<MediumFields, 'sha256' | 'file'>,
): string | undefined {
  if (sha256 !== undefined || typeof file !== 'string') return sha256;
  try {
    return hash('sha256', regularBytes(mediumFile(article, file)));
  } catch {
    return undefined;
  }
}
