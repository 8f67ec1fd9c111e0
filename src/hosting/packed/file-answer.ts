import { type Bytes, part, unpacked } from './bytes.ts';
import { namesContent, namesExactly, rangeOf, tagOf, takesGzip } from './conditions.ts';
import type { Found, PackedSite } from './packed-site.ts';

/** A request. */
export interface Asked {
  method: string;
  /** The path with its query, as it was sent. */
  target: string;
  /** A header by its name in small letters. */
  header(name: string): string | undefined;
}

/** What is answered. */
export interface Answer {
  status: number;
  headers: Map<string, string>;
  /** Opens what is sent; undefined where nothing is. */
  body?: () => Promise<Bytes>;
}

/** An answer without a body. */
export const empty = (status: number, ...headers: [name: string, value: string][]): Answer => ({
  status,
  headers: new Map([...headers, ['Content-Length', '0']]),
});

/** A file as it is, however it lies in its pack. */
export async function whole(found: Found, site: PackedSite): Promise<Bytes> {
  const bytes = await site.open(found);
  return found.entry.gzip ? unpacked(bytes) : bytes;
}

/** Answers with a file, with a part of it, or that it has not changed. */
export function fileAnswer({ header }: Asked, found: Found, site: PackedSite): Answer {
  const { type = '', size = 0, tag = '', length = size, gzip = false } = found.entry;
  const vary: [string, string][] = gzip ? [['Vary', 'Accept-Encoding']] : [];
  const [match, noneMatch, ifRange] = ['if-match', 'if-none-match', 'if-range'].map(header);
  const isGzip = gzip && header('range') === undefined && takesGzip(header('accept-encoding'));
  const etag = tagOf(tag, isGzip);
  if (match !== undefined && !namesExactly(match, tag)) return empty(412);
  if (noneMatch !== undefined && namesContent(noneMatch, tag))
    return { status: 304, headers: new Map([['ETag', etag], ...vary]) };
  const isRange = ifRange === undefined || ifRange.trim() === etag;
  const range = isRange ? rangeOf(header('range'), size) : undefined;
  if (range === 'none') return empty(416, ['Content-Range', `bytes */${size}`]);
  const headers = new Map([
    ['Content-Type', type],
    ['ETag', etag],
    ['Accept-Ranges', 'bytes'],
    ...vary,
  ]);
  if (range) {
    const { start, end } = range;
    headers.set('Content-Range', `bytes ${start}-${end - 1}/${size}`);
    headers.set('Content-Length', `${end - start}`);
    const body = async () =>
      gzip ? part(await whole(found, site), start, end) : site.open(found, range);
    return { status: 206, headers, body };
  }
  headers.set('Content-Length', `${isGzip ? length : size}`);
  if (!isGzip) return { status: 200, headers, body: () => whole(found, site) };
  headers.set('Content-Encoding', 'gzip');
  return { status: 200, headers, body: () => site.open(found) };
}
