import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { wordsOfUnpublished } from '../inspection/document/pdf.ts';
import { MediaFault } from '../inspection/media-fault.ts';
import { drawnWords } from './drawn-words.ts';
import { labelsOf, SPOKEN } from './pdf-labels.ts';

/** A larger file is not read for its words. */
const LARGEST = 512 * 1024 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;
/** Within how many bytes of its beginning a PDF says that it is one, and how much of a text tells what it is. */
const BEGINNING = 1024;

/** What encoding bytes are in that say it by a mark or by their form. */
function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes as text in the encoding that they have, as far as it can be told: what is not published may be in any. */
export function textOfAny(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  const [, declared] =
    /\b(?:encoding|charset)\s{0,10}=\s{0,10}["']?([\w.-]{1,40})/i.exec(beginning) ?? [];
  return (
    tryDecode(bytes, 'utf-8') ??
    (declared === undefined ? undefined : tryDecode(bytes, declared)) ??
    new TextDecoder('windows-1252').decode(bytes)
  );
}

function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch {
    return bytes;
  }
}

/** What a PDF as it lies there says outside of its pages, as far as it can be read. */
function labelled(bytes: Buffer): string[] {
  const texts: string[] = [];
  try {
    for (const { name, text } of labelsOf(bytes))
      if (SPOKEN.has(name) || name === 'Contents') texts.push(text);
  } catch (error) {
    if (!(error instanceof MediaFault)) throw error;
  }
  return texts;
}

/**
 * All the words that can be had of a document or drawing that is not published, however unfit for it the file is; of
 * pictures, sound and film none.
 *
 * @throws errors of the file system, where it cannot be read
 */
export async function unpublishedWords(path: string): Promise<string[]> {
  if (statSync(path).size > LARGEST) return [];
  const bytes = unpacked(readFileSync(path));
  if (bytes.subarray(0, BEGINNING).includes('%PDF-'))
    return [...(await wordsOfUnpublished(bytes)), ...labelled(bytes)];
  const beginning = textOfAny(bytes.subarray(0, 64 * BEGINNING));
  return /<(?:[\w.-]{1,60}:)?svg[\s>]/.test(beginning) ? drawnWords(textOfAny(bytes)) : [];
}
