import { hash } from 'node:crypto';
import sharp from 'sharp';
import { because, type Fault } from '../../../domain/fault.ts';
import type { FileFacts, MediaType } from '../../../domain/media/media-type.ts';
import { regularBytes } from '../../files/regular-file.ts';

const TYPES = new Map<string, MediaType>(
  Object.entries({
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    gif: 'image/gif',
    tiff: 'image/tiff',
    heif: 'image/avif',
  }),
);

/** What a file is by its content, or why it is not published. */
export async function inspectFile(path: string): Promise<{ facts: FileFacts } | { fault: Fault }> {
  const bytes = regularBytes(path);
  try {
    const { format, autoOrient } = await sharp(bytes).metadata();
    const type = TYPES.get(format ?? '');
    if (!type) throw new Error(format);
    const { width, height } = autoOrient;
    return { facts: { sha256: hash('sha256', bytes), bytes: bytes.length, type, width, height } };
  } catch {
    return {
      fault: because('media/kind', 'A medium is a picture.', 'Take it out.'),
    };
  }
}
