import { hash } from 'node:crypto';
import { ImportFault } from '../source-document.ts';
import type { Disk } from './disk.ts';
import type { MediaPlan } from './media-plan.ts';
import { bytesOf } from './planned-file.ts';

/** Writes the files of a plan, and takes them away again where what is then done fails. */
export async function withFiles<Done>(
  files: MediaPlan['files'],
  disk: Disk,
  act: () => Promise<Done>,
): Promise<Done> {
  const undo = writeMedia(files, disk);
  try {
    return await act();
  } catch (error) {
    undo();
    throw error;
  }
}

/**
 * Writes the files of a plan.
 *
 * @returns what takes away again those that were written
 * @throws ImportFault where one is there by now, or is another than it was
 */
function writeMedia(files: MediaPlan['files'], disk: Disk): () => void {
  const written: string[] = [];
  const undo = () => {
    for (const path of written.toReversed()) disk.remove(path);
  };
  try {
    for (const { path, sha256, from } of files) {
      const bytes = bytesOf(from);
      if (typeof bytes === 'string' || hash('sha256', bytes) !== sha256)
        throw new ImportFault('The file of a picture changed while the import ran. Run it again.');
      if (disk.create(path, bytes)) written.push(path);
      else if (!disk.holds(path, bytes))
        throw new ImportFault(`${path} is there already; it appeared while the import ran.`);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}
