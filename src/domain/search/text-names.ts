// Each text is a CBOR array of three: its name, how many words it has, and nothing else of use here.
const NAME = /(?<=\u0192[\x60-\x7b])en(?:-\d+)?_[0-9a-f]+(?=\p{Cc})/gu;

/**
 * The names by which Pagefind knows the texts, in the order in which they were given to it, read from its unpacked
 * `.pf_meta` file.
 */
export function textNames(meta: Uint8Array): string[] {
  return new TextDecoder('windows-1252').decode(meta).match(NAME) ?? [];
}
