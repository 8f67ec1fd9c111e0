import { inflateSync } from 'node:zlib';
import { stripped } from '../../src/content/media/stripping/stripped-file.ts';

/** A PDF as it is published, with all that is packed in it unpacked behind it. */
export async function publishedPdf(document: Buffer): Promise<string> {
  const bytes = Buffer.from(await stripped(document, 'application/pdf'));
  const text = bytes.toString('latin1');
  const parts = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: head }) => {
    try {
      return inflateSync(bytes.subarray(index + head.length)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...parts].join('\n');
}
