import { regularBytes } from '../../content/files/regular-file.ts';
import { inspectFile } from '../../content/media/inspection/inspection.ts';
import { MediaFault } from '../../content/media/inspection/media-fault.ts';
import { BEGINNING, typeBySignature } from '../../content/media/inspection/signature.ts';
import { statedInFile } from '../../content/media/stated/stated.ts';
import type { Fault } from '../../domain/fault.ts';
import { REFUSED } from '../../domain/media/gap.ts';
import { endingOf, type FileFacts } from '../../domain/media/media-type.ts';
import type { StatedFields } from '../../domain/media/stated-fields.ts';
import type { LocalFile } from '../media/source-medium.ts';
import type { Disk } from './disk.ts';

/** A file that is to be written. */
export interface PlannedFile {
  path: string;
  sha256: string;
  from: LocalFile;
  /** The SHA-256 of the medium to which it belongs: its own, or that of what its words are of. */
  of: string;
}

/** The largest file that is taken, in bytes: it is in memory as a whole for a moment. */
const LARGEST = 256 * 1024 * 1024;
/** How each reason begins for which a file that is there cannot be taken. */
const ITS_FILE = 'Its file ';
const TOO_LARGE = `${ITS_FILE}is larger than ${LARGEST / 1024 / 1024} MB.`;

/** Whether a reason is one for which a file that is there cannot be taken. */
export const isOfFile = (reason: string): boolean => reason.startsWith(ITS_FILE);

/** The bytes of a file that comes in, or why they cannot be had. */
export function bytesOf(from: LocalFile): Uint8Array | string {
  if ('bytes' in from) return from.bytes.length > LARGEST ? TOO_LARGE : from.bytes;
  try {
    return regularBytes(from.path, LARGEST);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EFBIG' ? TOO_LARGE : `${ITS_FILE}cannot be read (${code}).`;
  }
}

/** What a file is by its content, and what it says of itself. */
interface LookedAt {
  facts: FileFacts;
  stated: StatedFields;
}

async function lookedThrough(bytes: Uint8Array, disk: Disk): Promise<LookedAt | string> {
  const refused = ({ rule }: Fault) => `${REFUSED}${rule}`;
  try {
    const type = typeBySignature(Buffer.from(bytes.subarray(0, BEGINNING)));
    return await disk.aside(bytes, endingOf(type), async (path) => {
      const found = await inspectFile(path);
      if ('fault' in found) return refused(found.fault);
      return { facts: found.facts, stated: await statedInFile(path) };
    });
  } catch (error) {
    if (!(error instanceof MediaFault)) throw error;
    return refused(error.fault);
  }
}

/** What files were found to be, by their SHA-256: all articles of a page of a newspaper show one scan. */
const known = new Map<string, LookedAt | string>();
const KEPT = 16;

/** What a file is by its content, whatever it is called, and what it says of itself; or why it cannot be published. */
export async function lookAt(
  bytes: Uint8Array,
  sha256: string,
  disk: Disk,
): Promise<LookedAt | string> {
  const found = known.get(sha256) ?? (await lookedThrough(bytes, disk));
  known.set(sha256, found);
  const [first] = known.keys();
  if (known.size > KEPT && first !== undefined) known.delete(first);
  return found;
}
