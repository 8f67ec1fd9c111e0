import { Cbor, type CborValue } from '../../outputs/search-index/cbor.ts';
import { unpacked } from '../../outputs/search-index/indexed-texts.ts';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const textsIn = (value: CborValue): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : [];

/** The texts that a file holds: itself, and where it is packed what is in it; of Pagefind’s own form each text by itself. */
export function textsOf(bytes: Buffer): Buffer[] {
  if (!isGzip(bytes)) return [bytes];
  let content: Buffer;
  try {
    content = unpacked(bytes);
  } catch {
    return [bytes];
  }
  try {
    return textsIn(new Cbor(content).value()).map((text) => Buffer.from(text));
  } catch {
    // Not every packed file is Pagefind’s, nor all of Pagefind’s CBOR.
    return [content];
  }
}
