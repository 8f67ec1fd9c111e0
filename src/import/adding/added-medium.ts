import { ImportFault } from '../source-document.ts';
import { faultIn } from '../writing/proof.ts';
import { type AddingArchive, type FoundFile, type MediumFile, placeFile } from './medium-file.ts';
import type { NamedEntry } from './named-entry.ts';

/**
 * Files a medium: puts its file beside the entry and names it there, whole or not at all. What is written is checked as
 * a build checks it.
 *
 * @param textWith the text of the entry with the file, under the name that it has there
 * @throws ImportFault where a build would not take it
 */
export async function fileMedium(
  file: FoundFile,
  entry: NamedEntry,
  archive: AddingArchive,
  textWith: (before: string, name: string) => string,
): Promise<MediumFile> {
  const { disk, authorityFile } = archive;
  const before = disk.read(entry.path);
  const old = await faultIn(entry, before, authorityFile.records);
  if (old !== undefined)
    throw new ImportFault(`The entry has faults; run npm run build to see all of them. ${old}`);
  // An entry that names a file that is not there would break the build, so the file comes first.
  const placed = placeFile(file, entry, archive);
  try {
    const after = textWith(before, placed.name);
    const fault = await faultIn(entry, after, authorityFile.records);
    if (fault !== undefined) throw new ImportFault(`A build would refuse it: ${fault}`);
    // Somebody may have written to it meanwhile.
    if (disk.read(entry.path) !== before)
      throw new ImportFault('The entry was changed meanwhile. Do it again.');
    disk.replace(entry.path, after);
    return placed;
  } catch (error) {
    placed.undo();
    throw error;
  }
}
