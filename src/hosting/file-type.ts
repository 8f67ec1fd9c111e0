import send from '@fastify/send';

/** Types by ending that the library does not know, or gives without `charset=utf-8`. */
const TYPES = Object.entries({
  '.atom': 'application/atom+xml; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
});

/** The type of files without a known type, such as the index of words. */
export const BYTES = 'application/octet-stream';

/** The type of a file where it is not the one that the library gives. @param path its path or name */
export const ownType = (path: string): string | undefined =>
  TYPES.find(([ending]) => path.endsWith(ending))?.[1];

const HAS_CHARSET = /^(?:text\/|application\/(?:javascript|json)$)/;

/** The `Content-Type` of a file of a site, as `npm start` sends it. @param path its path or name */
export function typeOf(path: string): string {
  const own = ownType(path);
  if (own !== undefined) return own;
  const type = send.mime.getType(path) ?? BYTES;
  return HAS_CHARSET.test(type) ? `${type}; charset=utf-8` : type;
}
