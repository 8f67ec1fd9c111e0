import type { MediaType } from '../../../domain/media/media-type.ts';
import { stripped } from '../stripping/stripped-file.ts';
import { UnsoundFile } from '../stripping/unsound.ts';
import { telling } from './media-fault.ts';

/** Tries to take out what a file tells besides its content, as its publication would. @throws MediaFault */
export async function refuseTelling(bytes: Buffer, type: MediaType): Promise<void> {
  try {
    await stripped(bytes, type);
  } catch (error) {
    if (!(error instanceof UnsoundFile)) throw error;
    throw telling(error.message);
  }
}
