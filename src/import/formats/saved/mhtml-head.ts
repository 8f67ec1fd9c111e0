import type { Head } from '../head.ts';
import { headerLines, mainValue } from '../header-lines.ts';

/** What only a message has that went from one to another; with pictures in it, it is of the same type as a saved page. */
const OF_MAIL =
  'to cc bcc received return-path delivered-to message-id reply-to in-reply-to list-id'.split(' ');

const FIRST_LINE = /^[A-Za-z][A-Za-z-]{1,40}:/;

/** Whether a source is a page that a browser saved as one message, and no e-mail. */
export function isMhtml({ text }: Head): boolean {
  if (!FIRST_LINE.test(text.slice(0, 100))) return false;
  const headers = headerLines(text);
  if (headers.has('snapshot-content-location')) return true;
  const from = headers.get('from') ?? '';
  if (/^["<]?Saved by\b/i.test(from)) return true;
  return (
    mainValue(headers.get('content-type')) === 'multipart/related' &&
    !from.includes('@') &&
    !OF_MAIL.some((name) => headers.has(name))
  );
}
