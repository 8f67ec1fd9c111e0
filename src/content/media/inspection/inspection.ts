import { statSync } from 'node:fs';
import type { Fault } from '../../../domain/fault.ts';
import { type FileFacts, isPicture, type MediaType } from '../../../domain/media/media-type.ts';
import { inspectPdf } from './document/pdf.ts';
import { inspectSvg } from './drawing/svg.ts';
import { nameOf, refuseOtherEnding } from './ending.ts';
import { CutOff, FileBytes } from './file-bytes.ts';
import { refuseLarge } from './limit.ts';
import { damaged, MediaFault } from './media-fault.ts';
import { inspectPicture } from './picture/picture.ts';
import { inspectFlac } from './recording/flac.ts';
import { inspectMp3 } from './recording/mp3.ts';
import { inspectMp4 } from './recording/mp4.ts';
import { inspectOgg } from './recording/ogg.ts';
import { behindTags } from './recording/tag.ts';
import { inspectWav } from './recording/wav.ts';
import { inspectWebm } from './recording/webm.ts';
import { BEGINNING, typeBySignature } from './signature.ts';
import { refuseTelling } from './telling.ts';
import { refuseZip } from './trailer.ts';

type Found = Omit<FileFacts, 'sha256' | 'bytes' | 'type'> & { type?: MediaType };

/** What a file of a type has in it. */
function look(path: string, bytes: FileBytes, type: MediaType): Found | Promise<Found> {
  if (type === 'image/svg+xml') return inspectSvg(bytes);
  if (type === 'application/pdf') return inspectPdf(bytes);
  if (type === 'audio/mpeg') return inspectMp3(bytes);
  if (type === 'audio/ogg') return inspectOgg(bytes);
  if (type === 'audio/wav') return inspectWav(bytes);
  if (type === 'audio/flac') return inspectFlac(bytes);
  if (type === 'audio/mp4' || type === 'video/mp4') return inspectMp4(bytes);
  if (type === 'video/webm') return inspectWebm(bytes);
  return inspectPicture(path, bytes, type);
}

/** The largest file that is in memory as a whole here; of a larger one the build says it. */
const LARGEST_TRIED = 256 * 1024 * 1024;

/** The type of a file by how it begins; of a sound by how it goes on behind its tags. */
function typeOf(bytes: FileBytes): MediaType {
  const type = typeBySignature(bytes.at(0, Math.min(BEGINNING, bytes.size)));
  const at = type === 'audio/mpeg' ? behindTags(bytes) : 0;
  return at + 4 <= bytes.size && bytes.text(at, 4) === 'fLaC' ? 'audio/flac' : type;
}

async function factsOf(path: string, bytes: FileBytes): Promise<FileFacts> {
  const begun = typeOf(bytes);
  const name = nameOf(begun);
  refuseOtherEnding(path, begun);
  refuseLarge(begun, name, bytes.size);
  refuseZip(bytes, name);
  let found: Found;
  try {
    found = await look(path, bytes, begun);
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    throw damaged(
      `this ${name} ends before its content does, or says that it is larger than it is`,
    );
  }
  const { type = begun, ...facts } = found;
  refuseOtherEnding(path, type);
  // A picture is published as it is only under some licences, of which its article tells. A PDF was read as it is published.
  if (!isPicture(type) && type !== 'application/pdf' && bytes.size <= LARGEST_TRIED)
    await refuseTelling(bytes.at(0, bytes.size), type);
  return { sha256: await bytes.sha256(), bytes: bytes.size, type, ...facts };
}

/** What tells that a file was written anew. */
function stateOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  return `${ino} ${size} ${mtimeMs}`;
}

/**
 * What a file is by its content, whatever its name says. A picture is decoded whole and a PDF read whole; of sound and
 * film the parts are followed to the end, and nothing is played. At most some megabytes of it are in memory, of a PDF all.
 *
 * @returns its facts, or the fault for which the archive does not take it
 * @throws errors of the file system, where it cannot be read or is no regular file
 */
export async function inspectFile(path: string): Promise<{ facts: FileFacts } | { fault: Fault }> {
  const bytes = new FileBytes(path);
  try {
    const state = stateOf(path);
    const facts = await factsOf(path, bytes);
    // The decoder of pictures opens the path itself.
    if (stateOf(path) !== state)
      throw damaged('this one was changed while it was read', 'Try again.');
    return { facts };
  } catch (error) {
    if (error instanceof MediaFault) return { fault: error.fault };
    throw error;
  } finally {
    bytes.close();
  }
}
