/** Telling XML by its outermost element. */

const NAMES: Record<string, string> = {
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
};

/** Which of the forms that call an element `article` this is; nothing where it may be a piece of a page. */
function articleOf(head: string): string | undefined {
  if (/JATS|NLM\/\/DTD|<(?:journal|article)-meta[\s>]|\s(?:article-type|dtd-version)=/i.test(head))
    return 'JATS, an article of a journal';
  if (/docbook/i.test(head)) return NAMES['docbook'];
  return undefined;
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
          ? '>'
          : undefined;
    const close = end === undefined ? -1 : head.indexOf(end, at);
    if (end === undefined || close < 0) return at;
    at = close + end.length;
    // A document type may hold declarations, which hold “>” themselves.
    if (
      end === '>' &&
      head.slice(0, at).lastIndexOf('[') > head.slice(0, at).lastIndexOf('<!doctype')
    ) {
      const declared = head.indexOf(']>', at - 1);
      if (declared > 0) at = declared + 2;
    }
  }
}

/** What XML is, by its outermost element and its declarations; nothing where it is a feed, a page, or no XML. */
export function xmlForm(head: string): string | undefined {
  const start = endOfProlog(head);
  const [, name = ''] =
    /^<(?:[\w.-]{1,60}:)?([\w.-]{1,60})(?=[\s>/])/.exec(head.slice(start, start + 130)) ?? [];
  const root = name.toLowerCase();
  if (root === 'article') return articleOf(head);
  if (/^(?:rss|feed|rdf|html|newsmessage|newsitem|newsml|nitf|packageitem)$/.test(root))
    return undefined;
  const isXml =
    /^\s*<\?xml\s/i.test(head) || /\sxmlns(?::\w+)?=/.test(head.slice(start, start + 2000));
  const known = new Map(Object.entries(NAMES)).get(root);
  return isXml && root !== '' ? (known ?? `XML (<${name}>), but no feed and no page`) : undefined;
}
