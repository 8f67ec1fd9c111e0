import { readFileSync } from 'node:fs';
import type { FileFacts } from '../../../domain/media/media-type.ts';
import { pageSizesOf } from '../../../domain/media/page-size.ts';
import { drawPage } from './drawn-page.ts';
import type { Original } from './pixels.ts';

/** A file with pictures, and what it was found to be. */
export interface PictureFile {
  path: string;
  facts: Pick<FileFacts, 'type' | 'width' | 'height' | 'frames' | 'pages' | 'pageSizes'>;
}

/** A page of a file, ready to be decoded; one of a PDF is drawn. @param index from 0 */
export async function originalOf({ path, facts }: PictureFile, index = 0): Promise<Original> {
  const size = pageSizesOf(facts)[index];
  if (!size) throw new Error(`${path} has no page ${index + 1}.`);
  const from =
    facts.type === 'application/pdf' ? await drawPage(readFileSync(path), index, size) : path;
  return { ...size, from, index, frames: facts.frames ?? 1 };
}
