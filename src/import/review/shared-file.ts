import { join } from 'node:path';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { OF_FILE } from '../../domain/media/of-file.ts';
import { shownWords } from '../../domain/problem.ts';
import type { NamedEntry } from '../adding/named-entry.ts';
import { mediaOfEntry } from '../matching/update.ts';
import { digestOf, type FiledMedia } from '../media/filed-media.ts';
import { ImportFault } from '../source-document.ts';
import type { MediumWord } from '../suggestions/medium-word.ts';
import type { Disk } from '../writing/disk.ts';
import { faultIn } from '../writing/proof.ts';
import { textWithWord } from './medium-text.ts';
import type { ReviewedArchive } from './opened-entry.ts';

/** Another entry that shows a file, and at which place among its media. */
export interface OtherUse extends NamedEntry {
  index: number;
}

/**
 * The other entries that show a file and are to say a field of it too, since what is known of a file is the same in every
 * article.
 *
 * @throws ImportFault where one of them says something else
 */
export function otherUses(
  word: MediumWord,
  { id }: Pick<NamedEntry, 'id'>,
  { root, disk, filedMedia }: Pick<ReviewedArchive, 'root' | 'disk' | 'filedMedia'>,
): OtherUse[] {
  const { sha256, field, value } = word;
  if (!(OF_FILE as readonly string[]).includes(field)) return [];
  return usesOf(sha256, root, disk, filedMedia).flatMap(({ medium, ...use }): OtherUse[] => {
    const said = medium[field];
    // A credit that one does not know contradicts no other.
    const isSilent = field === 'creditLine' && (said ?? UNKNOWN) === UNKNOWN;
    if (use.id === id || medium.withheld || isSilent || `${said}` === value) return [];
    if (said === undefined) return [use];
    throw new ImportFault(
      `${use.id} shows the same file, and has ${field}: ${shownWords(`${said}`)}; its file says: ${shownWords(value)}. What is known of a file is the same in every article: correct it there first, or take it out of “suggested”.`,
    );
  });
}

/** All places at which entries name a file, as they stand now. */
const usesOf = (sha256: string, root: string, disk: Disk, filedMedia: FiledMedia) =>
  filedMedia.entriesOf(sha256).flatMap((id) => {
    const path = join(root, 'articles', `${id}.mdx`);
    if (!disk.has(path)) return [];
    return mediaOfEntry(path, disk.read(path)).flatMap((medium, index) =>
      digestOf({ id, path }, medium) === sha256 ? [{ id, path, index, medium }] : [],
    );
  });

/**
 * Writes what is known of a file into the other entries that show it.
 *
 * @throws ImportFault where a build would refuse one of them; then nothing is written
 */
export async function fileWithOthers(
  word: MediumWord,
  entry: Pick<NamedEntry, 'id'>,
  archive: ReviewedArchive,
): Promise<void> {
  const { disk, authorityFile } = archive;
  const texts = await Promise.all(
    otherUses(word, entry, archive).map(async ({ id, path, index }) => {
      const before = disk.read(path);
      const text = textWithWord(path, before, index, word);
      const fault = await faultIn({ path, id }, text, authorityFile.records, disk);
      if (fault !== undefined)
        throw new ImportFault(
          `${id} shows the same file and is to say it too, and a build would refuse that: ${fault}`,
        );
      return { path, before, text };
    }),
  );
  if (texts.some(({ path, before }) => disk.read(path) !== before))
    throw new ImportFault('Another entry that shows the same file was changed meanwhile.');
  for (const { path, text } of texts) disk.replace(path, text);
}
