import { ImportFault } from '../source-document.ts';
import { faultIn } from '../writing/proof.ts';
import {
  type AddingArchive,
  type FoundFile,
  type MediumFile,
  type PlaceableFile,
  placeable,
  placeFile,
} from './medium-file.ts';
import type { NamedEntry } from './named-entry.ts';

/** The text of an entry that a build takes. @throws ImportFault where it would not */
async function soundText(
  entry: NamedEntry,
  { disk, authorityFile }: AddingArchive,
): Promise<string> {
  const text = disk.read(entry.path);
  const fault = await faultIn(entry, text, authorityFile.records, disk);
  if (fault !== undefined)
    throw new ImportFault(`The entry has faults; run npm run build to see all of them. ${fault}`);
  return text;
}

/** Writes an entry anew. @throws ImportFault where a build would not take it, or somebody wrote to it meanwhile */
async function rewrite(
  entry: NamedEntry,
  before: string,
  after: string,
  { disk, authorityFile }: AddingArchive,
): Promise<void> {
  const fault = await faultIn(entry, after, authorityFile.records, disk);
  if (fault !== undefined) throw new ImportFault(`A build would refuse it: ${fault}`);
  if (disk.read(entry.path) !== before)
    throw new ImportFault('The entry was changed meanwhile. Do it again.');
  disk.replace(entry.path, after);
}

/**
 * Changes what an entry says. What is written is checked as a build checks it.
 *
 * @throws ImportFault where a build would not take it
 */
export async function changeEntry(
  entry: NamedEntry,
  archive: AddingArchive,
  textWith: (before: string) => string,
): Promise<void> {
  const before = await soundText(entry, archive);
  await rewrite(entry, before, textWith(before), archive);
}

/**
 * Puts files beside an entry and changes what it says, whole or not at all. What is written is checked as a build checks it.
 *
 * @param textWith the text of the entry with the files, under the names that they have there
 * @throws ImportFault where a build would not take it
 */
export async function changeWithFiles(
  entry: NamedEntry,
  archive: AddingArchive,
  files: readonly PlaceableFile[],
  textWith: (before: string, names: string[]) => string,
): Promise<MediumFile[]> {
  const before = await soundText(entry, archive);
  const placed: MediumFile[] = [];
  try {
    // An entry that names a file that is not there would break the build, so the files come first.
    for (const one of files) placed.push(placeFile(one, entry, archive));
    const names = placed.map(({ name }) => name);
    await rewrite(entry, before, textWith(before, names), archive);
    return placed;
  } catch (error) {
    for (const one of placed) one.undo();
    throw error;
  }
}

/**
 * Files a medium: puts its file beside the entry and names it there, whole or not at all.
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
  const [placed] = await changeWithFiles(entry, archive, [placeable(file)], (before, [name = '']) =>
    textWith(before, name),
  );
  if (!placed) throw new Error('No file was placed.');
  return placed;
}
