import { readFileSync } from 'node:fs';
import type { MediaType } from '../../../domain/media/media-type.ts';
import { shownPath } from '../../files/archive-path.ts';
import { strippedJpeg } from './picture/jpeg.ts';
import { strippedPng } from './picture/png.ts';
import { withoutHiddenPoints } from './picture/png-transparency.ts';
import { strippedWebp } from './picture/webp.ts';
import { strippedFlac } from './recording/flac.ts';
import { strippedMp3 } from './recording/mp3.ts';
import { strippedMp4 } from './recording/mp4.ts';
import { strippedOgg } from './recording/ogg.ts';
import { strippedWav } from './recording/wav.ts';
import { strippedWebm } from './recording/webm.ts';
import { UnsoundFile } from './unsound.ts';

/**
 * How each kind of file is stripped: of places, serial numbers, owners, small pictures, comments and whatever else it tells
 * beside picture or sound. What is decoded stays as it is, byte for byte, but for colours below what is wholly transparent. A kind that is not here is published in other
 * forms alone.
 */
const STRIPPERS: Partial<Record<MediaType, (bytes: Buffer) => Uint8Array | Promise<Uint8Array>>> = {
  'image/jpeg': strippedJpeg,
  'image/png': (bytes) => strippedPng(withoutHiddenPoints(bytes)),
  // These load libraries that few archives need.
  'image/webp': async (bytes) => {
    const { withoutHiddenWebp } = await import('./picture/webp-transparency.ts');
    return strippedWebp(await withoutHiddenWebp(bytes));
  },
  'image/svg+xml': async (bytes) => {
    const [{ strippedSvg }, { refuseOtherLook }, { inspectDrawing }] = await Promise.all([
      import('./drawing/svg.ts'),
      import('./drawing/same-look.ts'),
      import('../inspection/drawing/svg.ts'),
    ]);
    const drawing = strippedSvg(bytes);
    // What was put together anew could say what its pieces did not.
    inspectDrawing(drawing);
    await refuseOtherLook(bytes, drawing);
    return drawing;
  },
  'application/pdf': async (bytes) => (await import('./document/pdf.ts')).strippedPdf(bytes),
  'audio/mpeg': strippedMp3,
  'audio/mp4': strippedMp4,
  'audio/ogg': strippedOgg,
  'audio/wav': strippedWav,
  'audio/flac': strippedFlac,
  'video/mp4': strippedMp4,
  'video/webm': strippedWebm,
};

/**
 * The bytes of a file without what it tells beside its content.
 *
 * @throws UnsoundFile where it is not built as its format says: what is left in it could not be known
 */
export async function stripped(bytes: Buffer, type: MediaType): Promise<Uint8Array> {
  const strip = STRIPPERS[type];
  if (!strip) throw new UnsoundFile(`Files of the type ${type} are not published as they are.`);
  try {
    return await strip(bytes);
  } catch (error) {
    if (error instanceof UnsoundFile) throw error;
    // A number that leads out of the file, or what a library found.
    throw new UnsoundFile(`Its parts cannot be told: ${(error as Error).message}`);
  }
}

/** The same of a file of the archive. @throws UnsoundFile says which file, and what to do */
export async function strippedFile(path: string, type: MediaType): Promise<Uint8Array> {
  const bytes = readFileSync(path);
  try {
    return await stripped(bytes, type);
  } catch (error) {
    if (!(error instanceof UnsoundFile)) throw error;
    throw new UnsoundFile(
      `${shownPath(path)} is not published, since what it tells of place, device and owner cannot be taken out. ${error.message} Save it anew with another program.`,
    );
  }
}
