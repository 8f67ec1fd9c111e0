import { statSync } from 'node:fs';
import { shownPath } from '../../../content/files/archive-path.ts';
import { strippedFile } from '../../../content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../content/media/stripping/unsound.ts';
import type { FileFacts, PageSize } from '../../../domain/media/media-type.ts';
import { pageSizesOf } from '../../../domain/media/page-size.ts';
import { drawPage } from './drawn-page.ts';
import type { Original, Pixels } from './pixels.ts';

/** A file with pictures, and what it was found to be. */
export interface PictureFile {
  path: string;
  facts: Pick<FileFacts, 'type' | 'width' | 'height' | 'frames' | 'pages' | 'pageSizes'>;
}

/** The last document, of which the pages are drawn one after another. */
let last: { state: string; bytes: Promise<Uint8Array> } | undefined;

/** A document as it is published, so that its pages show no comment that it is published without. @throws UnsoundFile */
function documentOf(path: string): Promise<Uint8Array> {
  const { size, mtimeMs } = statSync(path);
  const state = `${path} ${size} ${mtimeMs}`;
  if (last?.state !== state) last = { state, bytes: strippedFile(path, 'application/pdf') };
  return last.bytes;
}

/** Draws a page of a PDF. @throws UnsoundFile says which file, and what to do */
async function drawn(path: string, index: number, size: PageSize): Promise<Pixels> {
  const document = await documentOf(path);
  try {
    return await drawPage(document, index, size);
  } catch (error) {
    throw new UnsoundFile(
      `${shownPath(path)} is not published, since its page ${index + 1} cannot be drawn (${(error as Error).message.split('\n', 1)}). Print it to a PDF anew, or save the page as a picture.`,
    );
  }
}

/** A page of a file, ready to be decoded; one of a PDF is drawn. @param index from 0 */
export async function originalOf({ path, facts }: PictureFile, index = 0): Promise<Original> {
  const size = pageSizesOf(facts)[index];
  if (!size) throw new Error(`${path} has no page ${index + 1}.`);
  const from = facts.type === 'application/pdf' ? await drawn(path, index, size) : path;
  return { ...size, from, index, frames: facts.frames ?? 1 };
}
