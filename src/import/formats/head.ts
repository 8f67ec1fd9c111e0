import { decodedStart } from './encoding.ts';

/** How a source begins, by which its form is known. */
export interface Head {
  /** The name of its file; few forms are known by it. */
  name: string;
  bytes: Uint8Array;
  /** The same as text, from its first character that is no space. */
  text: string;
  /** What follows the declarations, comments and document type that may stand before the first element of XML. */
  root: string;
}

/** The head of a source that begins with these bytes. */
export function headOf(name: string, bytes: Uint8Array): Head {
  const text = decodedStart(bytes)
    .replace(/^\uFEFF/, '')
    .trimStart();
  return { name, bytes, text, root: afterProlog(text) };
}

const PROLOG = /\s+|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype (?!html\b)[^>[]*(?:\[[^\]]*\]\s*)?>/iy;

function afterProlog(text: string): string {
  PROLOG.lastIndex = 0;
  let end = 0;
  while (PROLOG.test(text)) end = PROLOG.lastIndex;
  return text.slice(end);
}
