import { ImportFault } from '../source-document.ts';
import { decodedStart } from './encoding.ts';
import { foreignForm, isMarkup } from './foreign/foreign.ts';

export type Form = 'lines' | 'json' | 'feed' | 'page' | 'text';

/** What a file is, by its first bytes; its name is not asked. Throws where it is nothing that can be read. */
export function formOf(start: Uint8Array, name = ''): Form {
  const head = decodedStart(start)
    .replace(/^\uFEFF/, '')
    .trimStart();
  const magic = Buffer.from(start.subarray(0, 8)).toString('latin1');
  const foreign = foreignForm(head, start);
  if (foreign) throw new ImportFault(foreign);
  if (head === '') throw new ImportFault('It is empty.');
  if (isJsonStart(head)) {
    // The first line may be the one that is broken.
    const lines = head.split('\n');
    const isLines =
      head.startsWith('{') &&
      lines.length > 1 &&
      lines
        .slice(0, 20)
        .some((line, at) => line.startsWith('{') && at < lines.length - 1 && isJson(line));
    const isNamedSo = head.startsWith('{') && /\.(?:ndjson|jsonl)$/i.test(name);
    return (isLines && lines.slice(1).join('').trim() !== '') || isNamedSo ? 'lines' : 'json';
  }
  const root = afterProlog(head);
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root)) return 'feed';
  if (/^<(?:!doctype html|(?:html|head|body|article|main)[\s>])/i.test(root)) return 'page';
  if (/^<(?:newsMessage|newsItem|NewsML|nitf|packageItem)[\s>]/i.test(root))
    throw new ImportFault(
      'It is NewsML or NITF, which is not read. Ask the source for ninjs, a feed or the web page.',
    );
  // Comments that do not end in what is looked at here: only pages begin so.
  if (root.startsWith('<!--')) return 'page';
  if (/^<\?xml/i.test(head))
    throw new ImportFault('It is XML, but no feed. Give it as RSS, Atom, a web page or text.');
  // A piece of a page: paragraphs, without the page around them.
  if (
    /^<(?:p|div|section|h[1-6]|header|table|ul|ol|blockquote|meta|title)[\s>]/i.test(head) &&
    /<\/(?:p|div|section)>/i.test(head)
  )
    return 'page';
  if (isMarkup(head))
    throw new ImportFault(
      'It is a piece of a web page, and no paragraph of it. Save the whole page, or its text as a .txt file.',
    );
  if (isBinary(start) && !/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(magic))
    throw new ImportFault(
      'It is no text: it holds bytes that no text has. Save its text as a .txt file.',
    );
  return 'text';
}

const PROLOG = /\s+|<!--[\s\S]*?-->|<\?[^>]*>|<!doctype (?!html\b)[^>]*>/iy;

/** What follows the comments, instructions and document type that may stand before the element of a file. */
function afterProlog(head: string): string {
  PROLOG.lastIndex = 0;
  let end = 0;
  while (PROLOG.test(head)) end = PROLOG.lastIndex;
  return head.slice(end);
}

/** Whether bytes are full of zeros, as no text is; one of them may have strayed into a text. */
function isBinary(start: Uint8Array): boolean {
  if (start.subarray(0, 8).includes(0)) return true;
  return start.filter((byte) => byte === 0).length > Math.max(8, start.length / 100);
}

/** True where a JSON text has one item a line: its first line is a complete value, and there are more. */
export function isLines(text: string): boolean {
  const end = text.trimEnd().indexOf('\n');
  return end > 0 && text.startsWith('{') && isJson(text.slice(0, end));
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

// “[PHOTO] The ferry…” and “{x}” begin texts as well.
const isJsonStart = (head: string) => /^\{\s*(?:"|\})/.test(head) || /^\[\s*(?:\{|\])/.test(head);
