import { isDataAddress } from './data-address.ts';

/** What a reference to a file says of it, whatever it is written like. */
export interface FileReference {
  /** Host and path of an address on the web, without its scheme; left out where the reference is a path. */
  address?: string;
  /** The same, or the path, with what follows a question mark. */
  whole: string;
  /** What the file is called, without its ending and the size that is in its name. */
  names: string[];
  /** Of these, those that ended as files do: no word of a program, such as `download`. */
  filed: string[];
}

/** A host that no reference names; a path is read from there. */
const NOWHERE = 'http://-/';
const ENDING = /\.[a-z][a-z\d]{1,4}$/u;
/** What systems append to the name of a picture for one of its sizes. */
const SIZE = /(?:[-_]\d{1,5}x\d{1,5}|[-_@]\dx|-scaled)$/u;

const folded = (words: string) => words.normalize('NFC').toLowerCase();

function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

const lastOf = (path: string) => path.split(/[/\\]/u).findLast((part) => part.trim() !== '') ?? '';

function stemOf(name: string): string {
  const stem = name.trim().replace(ENDING, '').replace(SIZE, '');
  return stem === '' ? name : stem;
}

/**
 * Reads a reference: an address, a path, or the name of a part (`cid:`). Of an address that gets a picture from a
 * service, what its query names is a file too.
 *
 * @returns undefined where it holds the file itself, or nothing
 */
export function readReference(reference: string): FileReference | undefined {
  const bare = reference
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:cid|part):/iu, '');
  if (bare === '' || isDataAddress(bare) || !URL.canParse(bare, NOWHERE)) return undefined;
  const { host, hostname, pathname, search } = new URL(bare, NOWHERE);
  const path = folded(decoded(pathname));
  const server = host === '-' ? '' : hostname.replace(/^www\./u, '');
  const asked = [...new URLSearchParams(search).values()]
    .map((one) => folded(lastOf(one.split(/[?#]/u, 1).join(''))))
    .filter((one) => ENDING.test(one));
  const own = lastOf(path);
  return {
    ...(server !== '' && { address: `${server}${path}` }),
    whole: `${server}${path}${search}`,
    names: [own, ...asked].filter((one) => one !== '').map(stemOf),
    filed: [own, ...asked].filter((one) => ENDING.test(one)).map(stemOf),
  };
}
