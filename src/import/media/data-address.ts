import type { LocalFile } from './source-medium.ts';

/** The longest `data:` address that is opened, in characters: what it holds is three quarters of it. */
const LONGEST = 60 * 1024 * 1024;

/** Whether a reference holds its file itself (RFC 2397). */
export const isDataAddress = (reference: string): boolean => /^\s*data:/iu.test(reference);

/** Data of this length are no stand-in for a picture that a script shows. */
const SHORTEST = 4000;

/** What stands in a page in place of data that were taken out of it. */
export const tokenOf = (number: number, length: number): string => `~${number}.${length}~`;

/** The number of the data that were taken out of an address; nothing where none were. */
export function numberIn(reference: string): number | undefined {
  const [, number] = /;base64,~(\d{1,6})\.\d{1,9}~$/iu.exec(reference) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Whether what a `data:` address holds is so little that it may stand in for a picture. */
export function isShortData(reference: string): boolean {
  const [, length = reference.length] = /~\d{1,6}\.(\d{1,9})~$/u.exec(reference) ?? [];
  return isDataAddress(reference) && Number(length) < SHORTEST;
}

/** The file in a `data:` address; nothing where it holds none. Its type is not believed. */
export function fileInData(reference: string): LocalFile | undefined {
  const address = reference.trimStart();
  const comma = address.indexOf(',');
  if (comma < 0 || comma > 200 || address.length > LONGEST) return undefined;
  const data = address.slice(comma + 1);
  const isBase64 = /;\s*base64\s*$/iu.test(address.slice(0, comma));
  const bytes = isBase64 ? Buffer.from(unescaped(data), 'base64') : Buffer.from(unescaped(data));
  return bytes.length > 0 ? { bytes } : undefined;
}

function unescaped(data: string): string {
  if (!data.includes('%')) return data;
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
