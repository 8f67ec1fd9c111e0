import { parseDocument } from 'yaml';
import { articleIdOf } from '../../content/files/article-files.ts';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { NOTHING_KNOWN, readProse } from '../../content/markdown/prose.ts';
import { type Article, articleSchema } from '../../domain/article/article.ts';
import { KINDS } from '../../domain/authorities/authority.ts';
import type { AuthorityFile } from '../matching/authority-file.ts';
import type { FiledMedia } from '../media/filed-media.ts';
import { ImportFault } from '../source-document.ts';
import { nothingSuggested } from '../suggestions/suggestion.ts';
import type { Disk } from '../writing/disk.ts';
import type { Entry } from '../writing/entry.ts';
import { faultIn } from '../writing/proof.ts';
import { type OpenEntry, textWith } from './entry-text.ts';

/** The archive in which entries are reviewed. */
export interface ReviewedArchive {
  root: string;
  authorityFile: AuthorityFile;
  disk: Disk;
  /** What entries say of files. */
  filedMedia: FiledMedia;
}

/** Reads an entry as it is at this moment. @throws ImportFault where a build would refuse it */
export async function openEntry(path: string, archive: ReviewedArchive): Promise<OpenEntry> {
  const { authorityFile, disk } = archive;
  let text: string;
  try {
    text = disk.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ImportFault(`It cannot be read (${code}).`);
  }
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds)
    throw new ImportFault('Its frontmatter cannot be read. Run npm run build to see why.');
  const fault = await faultIn(placeOf(path, archive), text, authorityFile.records, disk);
  if (fault !== undefined)
    throw new ImportFault(`It has faults; run npm run build to see all of them. ${fault}`);
  const document = parseDocument(text.slice(bounds.start, bounds.end), { schema: 'core' });
  const { suggested, ...data } = articleSchema.parse(document.toJS()) as Article;
  const body = text.slice(bounds.bodyStart);
  const { paragraphs } = await readProse(body, 0, NOTHING_KNOWN);
  const entry: Entry = {
    date: data.date,
    slug: '',
    data,
    body,
    media: [],
    paragraphs:
      data.text === 'none'
        ? [data.title, data.summary].filter((words) => words !== undefined)
        : paragraphs.map((paragraph) => paragraph.text),
    records: KINDS.flatMap((kind) => data[kind].flatMap((id) => authorityFile.get(kind, id) ?? [])),
    suggested: suggested ?? nothingSuggested(),
    notes: [],
  };
  return { path, text, document, bodyStart: bounds.bodyStart, entry };
}

/**
 * Writes an entry that a build takes.
 *
 * @param first what is written before it, once it is known that a build takes it
 * @throws ImportFault, and nothing is written, where it would not
 */
export async function save(
  opened: OpenEntry,
  entry: Entry,
  archive: ReviewedArchive,
  first: () => Promise<void> = async () => undefined,
): Promise<number> {
  const { authorityFile, disk } = archive;
  const { path } = opened;
  const text = textWith(opened, entry);
  const fault = await faultIn(placeOf(path, archive), text, authorityFile.records, disk);
  if (fault !== undefined) throw new ImportFault(`A build would refuse it: ${fault}`);
  // Somebody may have written to it since the question was asked.
  const refuseChanged = () => {
    if (disk.read(path) !== opened.text) throw new ChangedMeanwhile('It was changed meanwhile.');
  };
  refuseChanged();
  await first();
  refuseChanged();
  const records = authorityFile.file(entry.records, disk);
  disk.replace(path, text);
  return records;
}

/** The path of an entry and its id. */
export const placeOf = (path: string, { root }: ReviewedArchive) => ({
  path,
  id: articleIdOf(root, path),
});

/** An entry that somebody wrote to while a question about it stood. */
export class ChangedMeanwhile extends ImportFault {}
