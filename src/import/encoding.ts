import { ImportFault } from './story.ts';

/** Bytes as text: the encoding given, or that of the mark in front, or UTF-8. */
export function decoded(bytes: Uint8Array, encoding: string | undefined, strict = true): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(mark ?? encoding ?? 'utf-8', { fatal: strict }).decode(bytes);
  } catch {
    const lenient = new TextDecoder().decode(bytes);
    const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
    throw new ImportFault(
      `Line ${line} is not ${mark ?? encoding ?? 'UTF-8'}. Name its encoding, for instance --encoding windows-1252.`,
    );
  }
}

/** The encoding that XML says in its first line. */
export const xmlEncoding = (bytes: Uint8Array) =>
  /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )?.[1];
