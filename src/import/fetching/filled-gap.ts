import { changeEntry, fileMedium } from '../adding/added-medium.ts';
import { contradiction } from '../adding/contradiction.ts';
import { againstJoining } from '../adding/joining.ts';
import type { AddingArchive } from '../adding/medium-file.ts';
import type { NamedEntry } from '../adding/named-entry.ts';
import { mediaOfEntry } from '../matching/update.ts';
import { digestOf, type FiledMedia, lackedOf } from '../media/filed-media.ts';
import { joinedWords } from '../media/joined-words.ts';
import { textWithWord } from '../review/medium-text.ts';
import { ImportFault } from '../source-document.ts';
import { saying } from '../suggestions/medium-word.ts';
import type { MediumFields } from '../writing/medium-fields.ts';
import type { Fetched } from './fetcher.ts';
import { type Gap, gapsIn, withFile } from './gap.ts';
import { withJoined } from './joined-gap.ts';

/** What became of a gap: the name of the file that is there now, or why there is none. */
export type Filled =
  | {
      file: string;
      /** True where it was there already, for another address. */
      isJoined?: true;
      /** The fields that were taken over of another entry, which shows the same file, and the id of that. */
      taken?: string[];
      of?: string;
    }
  | { reason: string /** True where it came, and could not be filed. */; isUnfiled?: true };

/** The archive, and what its entries say of files. */
export type CompletedArchive = AddingArchive & { filedMedia: FiledMedia };

/** The last part of the path of an address, which may name its file. */
function nameIn(address: string): string {
  const last = new URL(address).pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The gap of an entry as it stands there now. @throws ImportFault where it is there no more */
export function gapNow(entry: NamedEntry, text: string, { url }: Gap): Gap {
  const same = gapsIn(entry.path, text).find((one) => one.url === url);
  if (same) return same;
  throw new ImportFault('The entry was changed meanwhile. Do it again.');
}

/** What is refused of joining a gap to the medium that has its file. @throws ImportFault */
function joined(
  entry: NamedEntry,
  text: string,
  gap: Gap,
  same: number,
  sha256: string,
  { filedMedia }: CompletedArchive,
): string {
  const media = mediaOfEntry(entry.path, text);
  const [record, lacking] = [media[same], media[gap.index]];
  if (!record || !lacking) throw new ImportFault('The entry was changed meanwhile. Do it again.');
  const { file } = record;
  if (record.withheld || file === undefined)
    throw new ImportFault(
      'The entry withholds this file: nothing is joined to what is kept back. Take the gap out by hand.',
    );
  const words = joinedWords(record, lacking);
  const against = againstJoining(words, entry, sha256, filedMedia);
  if (against)
    throw new ImportFault(
      `It is the same file as ${file}, whose ${against.field} says less, and ${against.why}. Correct that by hand, and take the gap out.`,
    );
  return withJoined(entry.path, text, gap.index, same, words);
}

/** Files what came for a gap: as a file of its own, or, where the entry has that already, with the medium that has it. */
export async function fileFetched(
  entry: NamedEntry,
  gap: Gap,
  { path, facts }: Fetched,
  archive: CompletedArchive,
): Promise<Filled> {
  const { disk, filedMedia } = archive;
  const { sha256 } = facts;
  const media = mediaOfEntry(entry.path, disk.read(entry.path));
  const same = media.findIndex((one) => digestOf(entry, one) === sha256);
  if (same >= 0) {
    await changeEntry(entry, archive, (before) =>
      joined(entry, before, gapNow(entry, before, gap), same, sha256, archive),
    );
    return { file: media[same]?.file ?? '', isJoined: true };
  }
  const { missing: _, ...fields } = media[gap.index] ?? { kind: gap.kind };
  const known = filedMedia.of(sha256);
  const lacked = known && !known.fields.withheld ? lackedOf(fields, known) : [];
  const full = lacked.reduce<MediumFields>(saying, fields);
  // What is told is all that differs from what the entry says, not what is left of it.
  if (known && contradiction(full, known) !== undefined)
    throw new ImportFault(contradiction(fields, known));
  const file = { from: path, called: gap.name ?? nameIn(gap.url), facts, kind: gap.kind };
  const { name } = await fileMedium(file, entry, archive, (before, name) => {
    const now = gapNow(entry, before, gap);
    const filled = withFile(entry.path, before, now, { file: name, sha256 });
    return lacked.reduce((text, word) => textWithWord(entry.path, text, now.index, word), filled);
  });
  filedMedia.add(entry.id, [{ ...full, file: name, sha256 }]);
  return {
    file: name,
    ...(known && lacked.length > 0 && { taken: lacked.map(({ field }) => field), of: known.entry }),
  };
}
