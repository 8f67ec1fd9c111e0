import { mailForm } from './mail.ts';
import { officeForm } from './office.ts';
import { xmlForm } from './xml.ts';

/**
 * Formats that are no text of an article. Everything else is read as plain text, word for word. So each format is
 * recognised only by what no text begins with, since texts may mention any of them.
 */

const AS_TEXT = 'save its text as a .txt file';
/** How what is seen and heard comes in. */
const AS_MEDIUM =
  'what is imported is articles. With the article that shows it, it comes in where it lies beside its page or export; add it to an entry that is there with npm run new -- --media FILE --entry ENTRY';
const AS_CAPTIONS =
  'as WebVTT (.vtt) they are named in an entry, under captions or transcript of its film or sound';
const SAVE_PAGE = 'save the article’s own page as HTML';
/** What is no article, and lies beside articles in a folder. */
const ASSETS = new Set([
  'a picture',
  'a sound',
  'a film',
  'a film, a sound or a picture',
  'subtitles',
  'a sitemap, a list of addresses',
  'OPML, a list of feeds',
  'a drawing (SVG)',
]);

const AS_FIELDS = 'give the article as text, below lines “Title: …” and “Date: …”';

/** First bytes, as Latin-1, of what is no text at all; `at` where they do not stand first. */
const BYTES: readonly [sign: string, what: string, todo: string, at?: number][] = [
  ['PK\u0003\u0004', 'a zip or an office document', 'unpack it, or save its text as a .txt file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document', 'save it as .docx, .odt or .txt'],
  ['\u001f\u008b', 'compressed', 'unpack it first'],
  ['\u00fd7zXZ', 'compressed', 'unpack it first'],
  ['7z\u00bc\u00af', 'compressed', 'unpack it first'],
  ['Rar!\u001a', 'compressed', 'unpack it first'],
  ['\u0028\u00b5\u002f\u00fd', 'compressed', 'unpack it first'],
  ['ustar', 'a tar archive', 'unpack it first', 257],
  ['\u0089PNG', 'a picture', AS_MEDIUM],
  ['\u00ff\u00d8\u00ff', 'a picture', AS_MEDIUM],
  ['GIF8', 'a picture', AS_MEDIUM],
  ['II*\u0000', 'a picture', AS_MEDIUM],
  ['MM\u0000*', 'a picture', AS_MEDIUM],
  ['ftyp', 'a film, a sound or a picture', AS_MEDIUM, 4],
  ['AT&TFORM', 'a scan (DjVu)', AS_TEXT],
  ['%!PS', 'PostScript', AS_TEXT],
  ['{\\rtf', 'rich text', 'save it as .docx, .odt or .txt'],
  ['ID3\u0002', 'a sound', AS_MEDIUM],
  ['ID3\u0003', 'a sound', AS_MEDIUM],
  ['ID3\u0004', 'a sound', AS_MEDIUM],
  ['OggS', 'a sound', AS_MEDIUM],
  ['fLaC', 'a sound', AS_MEDIUM],
  ['WAVE', 'a sound', AS_MEDIUM, 8],
  ['WEBP', 'a picture', AS_MEDIUM, 8],
  ['AVI ', 'a film', AS_MEDIUM, 8],
  ['SQLite format 3\u0000', 'a database', AS_FIELDS],
  ['\u007fELF', 'a program', AS_TEXT],
];

/** How forms of text begin. Each pattern is bound to the start and runs over it once. */
const BEGINNINGS: readonly [begins: RegExp, what: string, todo: string][] = [
  [
    /^filedesc:\/\//,
    'a web archive (ARC)',
    'make WARC of it, for instance with “warcio recompress”, and import that',
  ],
  [/^HTTP\/\d(?:\.\d)? \d{3}/, 'an answer of a web server', SAVE_PAGE],
  [/^PMID- /, 'a reference (PubMed)', SAVE_PAGE],
  [/^%0 \S/, 'a reference (EndNote)', SAVE_PAGE],
  [/^FN (?:Clarivate|Thomson|ISI)/, 'references (Web of Science)', SAVE_PAGE],
  [
    /^\\(?:documentclass|documentstyle|begin\{|usepackage|section\b|chapter\b|input\{)/,
    'LaTeX',
    AS_TEXT,
  ],
  [/^#!/, 'a script', AS_FIELDS],
  [/^<\?(?:php|=)/i, 'a program (PHP)', AS_FIELDS],
  [
    /^(?:create (?:table|database|schema) (?:if not exists )?[`"[]?[\w.]{1,100}[`"\]]?\s{0,9}[(;]|drop (?:table|database) (?:if exists )?[`"[]?[\w.]{1,100}[`"\]]?;|insert into [`"[]?[\w.]+[`"\]]?\s{0,9}(?:\(|values\b)|pragma \w+ ?=|set (?:sql_mode|names|statement_timeout)\b|begin transaction;)/i,
    'a dump of a database (SQL)',
    AS_FIELDS,
  ],
  [
    /^-- (?:MySQL|MariaDB|PostgreSQL|phpMyAdmin|SQLite|Adminer|Dump|Host:|Server version)/i,
    'a dump of a database (SQL)',
    AS_FIELDS,
  ],
  [/^BEGIN:(?:VCARD|VCALENDAR)\s/, 'a calendar or a card', AS_FIELDS],
  [/^-----BEGIN [A-Z ]{2,40}-----/, 'a key or a signed message', AS_TEXT],
  [/^WEBVTT(?:\s|$)/, 'subtitles', AS_CAPTIONS],
  [/^\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> /, 'subtitles', AS_CAPTIONS],
  [/^(?:diff --git |Index: \S+\r?\n=====)/, 'a patch', AS_FIELDS],
  [/^%YAML /, 'YAML', AS_FIELDS],
];

/** Comments before a text’s first line, as LaTeX, BibTeX and SQL have them. */
function withoutComments(head: string): string {
  let at = 0;
  for (;;) {
    const end = head.startsWith('/*', at)
      ? head.indexOf('*/', at) + 1
      : /^(?:%(?!0 |YAML|PDF|!PS)|--(?: |\r?\n|$)|\r?\n|[ \t])/.test(head.slice(at, at + 6))
        ? head.indexOf('\n', at)
        : -1;
    if (end <= 0) return head.slice(at);
    at = end + 1;
  }
}

const TAG =
  /^<\/?(?:a|abbr|b|br|button|center|cite|code|dd|dl|dt|em|figure|font|footer|form|hr|i|iframe|img|input|label|li|link|mark|nav|picture|pre|q|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|u|ul|ol|video|audio|p|div|section|h[1-6]|header|blockquote|meta|title)(?:\s[^<>]*)?\/?>/i;

/** A form that is not read. */
export interface Foreign {
  what: string;
  /** What it is and what to do, in sentences. */
  refusal: string;
  /** True where such a file is never an article: a picture, a sound, a list of addresses. */
  isAsset: boolean;
}

const asForeign = (what: string, todo: string): Foreign => ({
  what,
  refusal: `It is ${what}${todo}`,
  isAsset: ASSETS.has(what),
});

/** What a file is that is no text of an article, and what to do; nothing where it may be one. */
export function foreignForm(head: string, start: Uint8Array): Foreign | undefined {
  const office = officeForm(start);
  if (office) return asForeign(office[0], `; ${office[1]}.`);
  const latin = Buffer.from(start.subarray(0, 300)).toString('latin1');
  // A mark or a line may have strayed before what begins a file.
  const known = BYTES.find(
    ([sign, , , at]) =>
      latin.startsWith(sign, at ?? 0) || (at === undefined && head.startsWith(sign)),
  );
  if (known) return asForeign(known[1], `; ${known[2]}.`);
  const mail = mailForm(head);
  if (mail) return asForeign(mail, `; ${AS_FIELDS}.`);
  const text = withoutComments(head);
  const begun = BEGINNINGS.find(([begins]) => begins.test(head) || begins.test(text));
  if (begun) return asForeign(begun[1], `; ${begun[2]}.`);
  const xml = xmlForm(head);
  if (xml === 'a drawing (SVG)') return asForeign(xml, `; ${AS_MEDIUM}.`);
  return xml === undefined
    ? undefined
    : asForeign(xml, ', which is not read; give a feed, the web page or text.');
}

/** Whether a text begins with markup of a page that has no paragraph to be read. */
export const isMarkup = (head: string): boolean => TAG.test(head);
