import { ImportFault } from '../source-document.ts';
import { isBibtex } from './bibliography/bibtex/head.ts';
import { isCsl } from './bibliography/csl/head.ts';
import { isRis } from './bibliography/ris/head.ts';
import { isZoteroRdf } from './bibliography/zotero/head.ts';
import { isBlogger } from './blogger/blogger-head.ts';
import { assetIn } from './foreign/asset.ts';
import { foreignForm } from './foreign/foreign.ts';
import { isMail } from './foreign/mail.ts';
import { noText } from './foreign/no-text.ts';
import { xmlForm } from './foreign/xml.ts';
import { type Format, loaded, type Part, sole } from './format.ts';
import type { Head } from './head.ts';
import { json, jsonLines } from './json/json.ts';
import { isManuscript } from './manuscript/sign.ts';
import { hasFrontmatter } from './markdown/frontmatter.ts';
import { isMovableType } from './movable-type/movable-type-head.ts';
import { isHocr } from './newspaper/hocr-head.ts';
import { isPage } from './page/page-head.ts';
import { isPdf } from './pdf/sign.ts';
import { isWire } from './press/wire-head.ts';
import { isMhtml } from './saved/mhtml-head.ts';
import { isWarc } from './saved/warc/warc-head.ts';
import { isSingleFileZip, isWacz } from './saved/zip-head.ts';
import type { Source } from './source.ts';
import { isSpreadsheet } from './spreadsheet/sign.ts';
import { tableForm } from './table/header.ts';
import { isTelegraph } from './telegraph/message.ts';
import { hasTextHead, plainText } from './text.ts';
import { isWordPress } from './wordpress/wordpress-head.ts';

const isFeed = ({ root }: Head) => /^<(?:rss|feed|rdf:RDF)[\s>]/i.test(root);

/** The forms that bear a sign of their own. A source is of the first whose sign it bears. */
const FORMATS: readonly Format[] = [
  loaded(
    ({ text }) => hasFrontmatter(text),
    async () => (await import('./markdown/markdown-source.ts')).partsOfMarkdown,
  ),
  loaded(isCsl, async () => (await import('./bibliography/csl/csl.ts')).partsOfCsl),
  jsonLines,
  json,
  loaded(isWordPress, async () => (await import('./wordpress/wordpress.ts')).partsOfWordPress),
  loaded(isBlogger, async () => (await import('./blogger/blogger.ts')).partsOfBlogger),
  loaded(
    isMovableType,
    async () => (await import('./movable-type/movable-type.ts')).partsOfMovableType,
  ),
  loaded(isZoteroRdf, async () => (await import('./bibliography/zotero/zotero.ts')).partsOfZotero),
  loaded(isBibtex, async () => (await import('./bibliography/bibtex/bibtex.ts')).partsOfBibtex),
  loaded(isRis, async () => (await import('./bibliography/ris/ris.ts')).partsOfRis),
  loaded(isFeed, async () => (await import('./feed/feed-source.ts')).partsOfFeed),
  loaded(isWire, async () => (await import('./press/wire.ts')).partsOfWire),
  // A page that was saved as a message is no letter.
  loaded(isMhtml, async () => (await import('./saved/mhtml.ts')).partsOfMhtml),
  loaded(
    ({ text }) => isMail(text),
    async () => (await import('./mail/mail.ts')).partsOfMail,
  ),
  loaded(isWarc, async () => (await import('./saved/warc/warc.ts')).partsOfWarc),
  loaded(isWacz, async () => (await import('./saved/wacz.ts')).partsOfWacz),
  loaded(
    isSingleFileZip,
    async () => (await import('./saved/single-file-zip.ts')).partsOfSingleFileZip,
  ),
  loaded(
    ({ text }) => xmlForm(text)?.startsWith('JATS') ?? false,
    async () => (await import('./scholarly/jats.ts')).partsOfJats,
  ),
  loaded(
    ({ text }) => xmlForm(text) === 'TEI',
    async () => (await import('./scholarly/tei.ts')).partsOfTei,
  ),
  loaded(
    ({ text }) => xmlForm(text) === 'METS',
    async () => (await import('./newspaper/newspaper.ts')).partsOfMets,
  ),
  loaded(
    ({ text }) => xmlForm(text)?.startsWith('ALTO') ?? false,
    async () => (await import('./newspaper/newspaper.ts')).partsOfAlto,
  ),
  loaded(isHocr, async () => (await import('./newspaper/hocr-source.ts')).partsOfHocr),
  loaded(
    ({ text }) => isTelegraph(text),
    async () => (await import('./telegraph/telegraph.ts')).partsOfTelegraph,
  ),
  loaded(isPdf, async () => (await import('./pdf/pdf-source.ts')).partsOfPdf),
  loaded(isManuscript, async () => (await import('./manuscript/manuscript.ts')).partsOfManuscript),
  loaded(
    isSpreadsheet,
    async () => (await import('./spreadsheet/spreadsheet.ts')).partsOfSpreadsheet,
  ),
];

/** The forms that others resemble. All that is known and not read is ruled out before. */
const LIKELY: readonly Format[] = [
  loaded(
    ({ name, text }) => /\.(?:mdx?|markdown|mdown|mkdn?)$/i.test(name) && !hasTextHead(text),
    async () => (await import('./markdown/markdown-source.ts')).partsOfMarkdown,
  ),
  loaded(isPage, async () => (await import('./page/page-source.ts')).partsOfPage),
  loaded(
    (head) => tableForm(head) !== undefined,
    async () => (await import('./table/csv.ts')).partsOfCsv,
  ),
];

/** The form of a source that begins so. @throws ImportFault where it is nothing that is read */
export function formatOf(head: Head): Format {
  if (head.text === '') throw new ImportFault('It is empty.');
  const format = FORMATS.find(({ is }) => is(head));
  if (format) return format;
  const foreign = foreignForm(head.text, head.bytes);
  if (foreign) throw new ImportFault(foreign.refusal);
  const likely = LIKELY.find(({ is }) => is(head));
  if (likely) return likely;
  const fault = noText(head);
  if (fault) throw new ImportFault(fault);
  return plainText;
}

/** The items of a source, in order; each is read when it is asked for. Throws where the source as a whole cannot be read. */
export async function* partsOf(source: Source): AsyncGenerator<Part> {
  const skipped = assetIn(source);
  if (skipped) yield sole(() => ({ skipped, as: 'file' }));
  else yield* formatOf(source.head).parts(source);
}
