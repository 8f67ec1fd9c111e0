import { ImportFault } from '../source-document.ts';
import { foreignForm, isMarkup } from './foreign/foreign.ts';
import { isMail } from './foreign/mail.ts';
import { xmlForm } from './foreign/xml.ts';
import { type Format, loaded, type Part, sole } from './format.ts';
import type { Head } from './head.ts';
import { json, jsonLines } from './json/json.ts';
import { hasFrontmatter } from './markdown/frontmatter.ts';
import { isMhtml } from './saved/mhtml-head.ts';
import { siteFile } from './saved/site-file.ts';
import { isWarc } from './saved/warc/warc-head.ts';
import { isSingleFileZip, isWacz } from './saved/zip-head.ts';
import type { Source } from './source.ts';
import { isSpreadsheet } from './spreadsheet/sign.ts';
import { tableForm } from './table/header.ts';
import { isTextOfSubstack } from './table/substack.ts';
import { isTelegraph } from './telegraph/message.ts';
import { plainText } from './text.ts';

const feed = loaded(
  ({ root }) => /^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root),
  async () => (await import('./feed/feed-source.ts')).partsOfFeed,
);

const markdown = loaded(
  ({ text }) => hasFrontmatter(text),
  async () => (await import('./markdown/markdown-source.ts')).partsOfMarkdown,
);

const spreadsheet = loaded(
  isSpreadsheet,
  async () => (await import('./spreadsheet/spreadsheet.ts')).partsOfSpreadsheet,
);

/** Rows of a table; some foreign forms begin with lines that could be such, and are ruled out before. */
const table = loaded(
  (head) => tableForm(head) !== undefined,
  async () => (await import('./table/csv.ts')).partsOfCsv,
);
const wire = loaded(
  ({ root }) =>
    /^<(?:[\w-]{1,20}:)?(?:nitf|newsmessage|newsml|(?:news|package|concept|knowledge|planning|catalog)item)[\s>]/i.test(
      root,
    ),
  async () => (await import('./press/wire.ts')).partsOfWire,
);

const mail = loaded(
  ({ text }) => isMail(text),
  async () => (await import('./mail/mail.ts')).partsOfMail,
);

const jats = loaded(
  ({ text }) => xmlForm(text)?.startsWith('JATS') ?? false,
  async () => (await import('./scholarly/jats.ts')).partsOfJats,
);
const tei = loaded(
  ({ text }) => xmlForm(text) === 'TEI',
  async () => (await import('./scholarly/tei.ts')).partsOfTei,
);

const telegraph = loaded(
  ({ text }) => isTelegraph(text),
  async () => (await import('./telegraph/telegraph.ts')).partsOfTelegraph,
);

/** The forms that bear a sign of their own. A source is of the first whose sign it bears. */
const FORMATS: readonly Format[] = [jsonLines, json, feed, wire, mail, jats, tei, telegraph];

const wordpress = loaded(
  ({ root }) =>
    /^<rss\s[^>]*\sxmlns:?[\w-]*=["']https?:\/\/(?:www\.)?wordpress\.org\/export\//iu.test(root),
  async () => (await import('./wordpress/wordpress.ts')).partsOfWordPress,
);

/** A blog’s own feed is a feed; its export has more than was published. */
const blogger = loaded(
  ({ root, text }) =>
    /^<feed[\s>]/iu.test(root) &&
    text.includes('tag:blogger.com,1999:') &&
    /blogger\.com,1999:blog-\d+\.(?:archive|settings|post|template)|schemas\.google\.com\/blogger\/20[12]\d|2005#kind/u.test(
      text,
    ),
  async () => (await import('./blogger/blogger.ts')).partsOfBlogger,
);

const movableType = loaded(
  ({ text }) =>
    /^(?:AUTHOR|TITLE|BASENAME|STATUS): ?[^\n]*\n/u.test(text) &&
    /^-----\r?$/mu.test(text) &&
    /^BODY:[ \t]*\r?$/mu.test(text),
  async () => (await import('./movable-type/movable-type.ts')).partsOfMovableType,
);

/** The forms that bear a sign of their own. A source is of the first whose sign it bears. */
const FORMATS: readonly Format[] = [
  markdown,
  jsonLines,
  json,
  wordpress,
  blogger,
  movableType,
  feed,
  spreadsheet,
];
const mhtml = loaded(isMhtml, async () => (await import('./saved/mhtml.ts')).partsOfMhtml);

const warc = loaded(isWarc, async () => (await import('./saved/warc/warc.ts')).partsOfWarc);
const wacz = loaded(isWacz, async () => (await import('./saved/wacz.ts')).partsOfWacz);

const singleFileZip = loaded(
  isSingleFileZip,
  async () => (await import('./saved/single-file-zip.ts')).partsOfSingleFileZip,
);

/** The forms that bear a sign of their own. A source is of the first whose sign it bears. */
const FORMATS: readonly Format[] = [jsonLines, json, feed, mhtml, warc, wacz, singleFileZip];

/** Pages, and pieces of them: paragraphs, without the page around them. Other forms begin so too, and are ruled out before. */
const page = loaded(
  ({ text, root }) =>
    /^<(?:!doctype html|(?:html|head|body|article|main)[\s>])/i.test(root) ||
    // Comments that do not end in what is looked at here: only pages begin so.
    root.startsWith('<!--') ||
    (!/^<\?xml/i.test(text) &&
      /^<(?:p|div|section|h[1-6]|header|table|ul|ol|blockquote|meta|title)[\s>]/i.test(text) &&
      /<\/(?:p|div|section)>/i.test(text)),
  async () => (await import('./page/page-source.ts')).partsOfPage,
);

/** Why a source is no plain text either; nothing where it may be. */
function textFault({ bytes, text }: Head): string | undefined {
  if (/^<\?xml/i.test(text))
    return 'It is XML, but no feed. Give it as RSS, Atom, a web page or text.';
  if (isMarkup(text))
    return 'It is a piece of a web page, and no paragraph of it. Save the whole page, or its text as a .txt file.';
  if (isBinary(bytes))
    return 'It is no text: it holds bytes that no text has. Save its text as a .txt file.';
  return undefined;
}

/** Whether bytes are full of zeros, as no text is; one of them may have strayed into a text. */
function isBinary(start: Uint8Array): boolean {
  const magic = Buffer.from(start.subarray(0, 2)).toString('latin1');
  if (magic === '\u00ff\u00fe' || magic === '\u00fe\u00ff') return false;
  if (start.subarray(0, 8).includes(0)) return true;
  return start.filter((byte) => byte === 0).length > Math.max(8, start.length / 100);
}

/** The form of a source that begins so. @throws ImportFault where it is nothing that is read */
export function formatOf(head: Head): Format {
  if (head.text === '') throw new ImportFault('It is empty.');
  const format = FORMATS.find(({ is }) => is(head));
  if (format) return format;
  const foreign = foreignForm(head.text, head.bytes);
  if (foreign) throw new ImportFault(foreign.refusal);
  if (page.is(head)) return page;
  if (table.is(head)) return table;
  const fault = textFault(head);
  if (fault) throw new ImportFault(fault);
  return plainText;
}

/** Files that look like texts and are what a site is made with. */
const OF_SITES =
  /\.(?:css|scss|sass|less|[cm]?js|[cm]?ts|jsx|tsx|map|php|py|rb|sh|toml|lock|webmanifest)$/i;

/** What lies beside articles in every folder of a site, and is no fault of it: pictures, style sheets. */
function assetIn({ isFound, head, path }: Source): string | undefined {
  if (!isFound) return undefined;
  const ofSite = siteFile({ head, path });
  if (ofSite) return ofSite;
  const [ending] = OF_SITES.exec(head.name) ?? [];
  if (ending) return `of the site’s own code (${ending})`;
  const foreign = foreignForm(head.text, head.bytes);
  return foreign?.isAsset ? foreign.what : undefined;
}

const TEXT_OF_SUBSTACK = {
  skipped:
    'it is the text of a post in posts.csv, which says whether it was published; import that',
  as: 'file',
} as const;

/** The items of a source, in order; each is read when it is asked for. Throws where the source as a whole cannot be read. */
export async function* partsOf(source: Source): AsyncGenerator<Part> {
  const asset = assetIn(source);
  if (isTextOfSubstack(source.path)) yield sole(() => TEXT_OF_SUBSTACK);
  else if (asset) yield sole(() => ({ skipped: `it is ${asset}`, as: 'file' }));
  else yield* formatOf(source.head).parts(source);
}
