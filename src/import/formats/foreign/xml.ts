/** Telling XML by its outermost element. */

const NAMES = new Map(
  Object.entries({
    alto: 'ALTO, the layout of a scanned page',
    pcgts: 'PAGE, the layout of a scanned page',
    hocr: 'hOCR',
    tei: 'TEI',
    teicorpus: 'TEI',
    docbook: 'DocBook',
    book: 'DocBook',
    mets: 'METS',
    mods: 'MODS, a record of a catalogue',
    modscollection: 'MODS, records of a catalogue',
    record: 'a record of a catalogue',
    collection: 'records of a catalogue (MARC)',
    ead: 'EAD, a finding aid',
    'oai-pmh': 'OAI-PMH, records of a catalogue',
    opml: 'OPML, a list of feeds',
    urlset: 'a sitemap, a list of addresses',
    sitemapindex: 'a sitemap, a list of addresses',
    svg: 'a drawing (SVG)',
    kml: 'a map (KML)',
    gpx: 'a map (GPX)',
    mediawiki: 'an export of MediaWiki',
    plist: 'a property list',
    workbook: 'a spreadsheet',
    package: 'an office document',
    document: 'an office document',
    office: 'an office document',
    livejournal: 'an export of LiveJournal',
    tumblr: 'an export of Tumblr',
    rfc: 'RFC XML',
    dita: 'DITA',
    tt: 'subtitles (TTML)',
  }),
);

/** Names that pages have too: a piece of a page is no XML of somebody’s own. */
const OF_PAGES =
  /^(?:html|head|body|main|div|p|section|header|footer|aside|nav|span|ul|ol|li|table|h[1-6]|blockquote|figure|meta|title|link)$/;
const OF_FEEDS = /^(?:rss|feed|rdf|newsmessage|newsitem|newsml|nitf|packageitem)$/;

/** Which of the forms that call an element `article` this is; nothing where it may be a piece of a page. */
function articleOf(prolog: string, tag: string, head: string): string | undefined {
  if (
    /JATS|NLM\/\/DTD/.test(prolog) ||
    /\s(?:article-type|dtd-version)=/.test(tag) ||
    /<(?:journal|article)-meta[\s>]/.test(head)
  )
    return 'JATS, an article of a journal';
  return /docbook/i.test(prolog + tag) ? 'DocBook' : undefined;
}

/** Where what stands before the outermost element ends: declaration, comments, document type. */
function endOfProlog(head: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(head[at] ?? '')) at++;
    const end = head.startsWith('<!--', at)
      ? '-->'
      : head.startsWith('<?', at)
        ? '?>'
        : /^<!doctype(?! html[\s>])/i.test(head.slice(at, at + 15))
          ? endOfDoctype(head, at)
          : undefined;
    const close = end === undefined ? -1 : head.indexOf(end, at);
    if (end === undefined || close < 0) return at;
    at = close + end.length;
  }
}

/** A document type may hold declarations, which hold “>” themselves. */
function endOfDoctype(head: string, at: number): string {
  const bracket = head.indexOf('[', at);
  return bracket >= 0 && bracket < head.indexOf('>', at) ? ']>' : '>';
}

/** What XML is, by its outermost element and its declarations; nothing where it is a feed, a page, or no XML. */
export function xmlForm(head: string): string | undefined {
  const start = endOfProlog(head);
  const close = head.indexOf('>', start);
  const tag = head.slice(start, close < 0 ? start : close + 1);
  const [, name = ''] = /^<(?:[\w.-]{1,60}:)?([\w.-]{1,60})(?=[\s>/])/.exec(tag) ?? [];
  const root = name.toLowerCase();
  const prolog = head.slice(0, start);
  if (root === 'article') return articleOf(prolog, tag, head);
  if (root === '' || OF_FEEDS.test(root)) return undefined;
  const isDeclared = /^\s*<\?xml\s/i.test(prolog);
  if (OF_PAGES.test(root) && (!isDeclared || /1999\/xhtml/.test(tag))) return undefined;
  if (!isDeclared && !/\sxmlns(?::\w+)?=/.test(tag)) return undefined;
  return NAMES.get(root) ?? `XML (<${name}>), but no feed and no page`;
}
