/** Addresses that lead somewhere for every reader, and not to a file of the machine that the document was made on. */
const ADDRESS = /^\s{0,9}(?:https?|ftp|mailto|tel):/i;
const SITE = /^\s{0,9}(?:https?|ftp):[/\\]{0,9}/i;

export const isForAll = (address: string): boolean => ADDRESS.test(address);

/** An address without the name and password with which somebody was let in. */
export function withoutUser(address: string): string {
  const head = SITE.exec(address)?.[0];
  if (head === undefined) return address;
  const rest = address.slice(head.length);
  const end = rest.search(/[/\\?#]/);
  const at = rest.lastIndexOf('@', end < 0 ? rest.length : end);
  return at < 0 ? address : head + rest.slice(at + 1);
}
