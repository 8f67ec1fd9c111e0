/** Where in the site a request leads: the segments of its path below the base, decoded, and its query as it was sent. */
export interface Target {
  segments: string[];
  /** True where the path ends in a slash, as that of a folder does. */
  isFolder: boolean;
  /** With its question mark; empty where nothing is asked. */
  query: string;
}

// Proxies and tests send the whole address. Its host is ignored, since nothing depends on it.
const ABSOLUTE = /^https?:\/\/[^/?#]*/i;

// Files that no host serves: hidden ones, and those that hosts read themselves.
const HIDDEN = /^(?:\.(?!well-known$)|_headers$|_redirects$)/;

const UNFIT = /[/\\\p{Cc}]/u;

/** A segment of a path, decoded once; undefined where it could lead out of its folder, or is not valid text. */
function decoded(segment: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    return undefined;
  }
  return name === '' || UNFIT.test(name) || HIDDEN.test(name) ? undefined : name;
}

/** The path and the query of a request's target. */
function parts(target: string): [path: string, query: string] {
  const [path = '', ...asked] = target.replace(ABSOLUTE, '').split('?');
  // An absolute target may have no path; then it means the root.
  return [path || '/', asked.length > 0 ? `?${asked.join('?')}` : ''];
}

/**
 * Reads the target of a request.
 * @param base the path that the site lies under, with a slash at either end
 * @returns undefined where it cannot mean a file of the site
 */
export function targetOf(target: string, base: string): Target | undefined {
  const [path, query] = parts(target);
  if (`${path}/` === base) return { segments: [], isFolder: false, query };
  if (!path.startsWith(base)) return undefined;
  const below = path.slice(base.length);
  const isFolder = below === '' || below.endsWith('/');
  const segments = below === '' ? [] : (isFolder ? below.slice(0, -1) : below).split('/');
  const names = segments.map(decoded);
  return names.every((name) => name !== undefined)
    ? { segments: names, isFolder, query }
    : undefined;
}

/** A path of the site as an address: it begins with one slash, so that no browser takes it for another host. */
export const addressIn = (base: string, { segments, isFolder }: Omit<Target, 'query'>): string =>
  base + segments.map(encodeURIComponent).join('/') + (isFolder && segments.length > 0 ? '/' : '');
