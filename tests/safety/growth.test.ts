import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { BareText } from '../../src/build/redaction-audit/bare-text.ts';
import { piecesOf, wordRanges } from '../../src/client/search/results/marking.ts';
import { frontmatterOf } from '../../src/content/files/frontmatter.ts';
import { plainTree } from '../../src/content/markdown/plain-prose.ts';
import { valueFault } from '../../src/content/media/inspection/drawing/allowed.ts';
import { Xmp } from '../../src/content/media/stated/xmp.ts';
import { strippedSvg } from '../../src/content/media/stripping/drawing/svg.ts';
import { readAlto } from '../../src/content/media/words/alto.ts';
import { readHocr } from '../../src/content/media/words/hocr.ts';
import { readWebVtt } from '../../src/content/media/words/web-vtt.ts';
import { WordsFault } from '../../src/content/media/words/words-text.ts';
import { likeness } from '../../src/domain/article/likeness.ts';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { findMentions, needles } from '../../src/domain/authorities/mention.ts';
import { namesNumber, qualifiersOf } from '../../src/domain/figures/stated-number.ts';
import { isStatedIn } from '../../src/domain/figures/stated-words.ts';
import { countsIn } from '../../src/domain/language/en/counts/stated-count.ts';
import { foldedWords } from '../../src/domain/language/fold.ts';
import { openingWords, sentenceAround, sentencesOf } from '../../src/domain/language/sentence.ts';
import { agreement, passagesOf } from '../../src/domain/quotation/passage.ts';
import { queryParts } from '../../src/domain/search/query.ts';
import { slugOf } from '../../src/domain/slug.ts';
import { forbiddenCharacter } from '../../src/domain/text.ts';
import { entriesOf } from '../../src/import/formats/bibliography/bibtex/entries.ts';
import { isBibtex } from '../../src/import/formats/bibliography/bibtex/head.ts';
import { plain } from '../../src/import/formats/bibliography/bibtex/tex.ts';
import { isCsl } from '../../src/import/formats/bibliography/csl/head.ts';
import { readReference } from '../../src/import/formats/bibliography/reference.ts';
import { taggedIn } from '../../src/import/formats/bibliography/ris/fields.ts';
import { isRis } from '../../src/import/formats/bibliography/ris/head.ts';
import { postHtml } from '../../src/import/formats/dump/post-html.ts';
import { decodedPage } from '../../src/import/formats/encoding.ts';
import { standfirstOf } from '../../src/import/formats/feed/beside-text.ts';
import { readXmlFeed } from '../../src/import/formats/feed/feed.ts';
import { isTeaser, isTrailer } from '../../src/import/formats/feed/teaser.ts';
import { fieldsBelow } from '../../src/import/formats/fields/lines.ts';
import { statedIn } from '../../src/import/formats/fields/stated.ts';
import { whyWithheld } from '../../src/import/formats/fields/withheld.ts';
import { formatOf } from '../../src/import/formats/formats.ts';
import { ghostHtml } from '../../src/import/formats/ghost/post-text.ts';
import { headOf } from '../../src/import/formats/head.ts';
import { headerLines, parameterOf } from '../../src/import/formats/header-lines.ts';
import { ninjsIn } from '../../src/import/formats/json/ninjs/list.ts';
import { greetingIn } from '../../src/import/formats/mail/greeting.ts';
import { withoutLayout } from '../../src/import/formats/mail/layout.ts';
import { addressForAll, idsIn } from '../../src/import/formats/mail/link.ts';
import { mailFault } from '../../src/import/formats/mail/mail-status.ts';
import { forEverybody } from '../../src/import/formats/mail/recipient.ts';
import { htmlOfBlocks, limited } from '../../src/import/formats/manuscript/block.ts';
import { LeftOut } from '../../src/import/formats/manuscript/left-out.ts';
import { whyNotByName } from '../../src/import/formats/manuscript/unpublished.ts';
import { WordFields } from '../../src/import/formats/manuscript/word-fields.ts';
import { heldByHead, heldByMargin } from '../../src/import/formats/mark.ts';
import { readMarkdown } from '../../src/import/formats/markdown/markdown-source.ts';
import { withoutTemplates } from '../../src/import/formats/markdown/template/template.ts';
import { partsOfMessage } from '../../src/import/formats/mime.ts';
import { misreadNotes } from '../../src/import/formats/misread.ts';
import { readEntry } from '../../src/import/formats/movable-type/entry.ts';
import { blocksBetween } from '../../src/import/formats/newspaper/alto.ts';
import { articleOf as articleOfIssue } from '../../src/import/formats/newspaper/article.ts';
import { linkedIn } from '../../src/import/formats/newspaper/mets.ts';
import { scansIn } from '../../src/import/formats/newspaper/mets-scan.ts';
import { pathOf } from '../../src/import/formats/newspaper/page-files.ts';
import { looseJson } from '../../src/import/formats/page/facts/loose-json.ts';
import { dayInAddress } from '../../src/import/formats/page/facts/page-address.ts';
import { furnitureOf } from '../../src/import/formats/page/surroundings/furniture.ts';
import { isTimeLine } from '../../src/import/formats/page/surroundings/time-line.ts';
import { bareText, shareAmong, wordRuns } from '../../src/import/formats/page/word-runs.ts';
import { orderOf } from '../../src/import/formats/pdf/column.ts';
import { turned } from '../../src/import/formats/pdf/direction.ts';
import { headlineIn } from '../../src/import/formats/pdf/headline.ts';
import { Hyphens } from '../../src/import/formats/pdf/hyphen.ts';
import { withLargeLetters } from '../../src/import/formats/pdf/large-letter.ts';
import { refuseDisordered } from '../../src/import/formats/pdf/letter-form.ts';
import { withoutMargins } from '../../src/import/formats/pdf/margin.ts';
import { paragraphsOf as paragraphsOfLines } from '../../src/import/formats/pdf/paragraph.ts';
import { piecesFromTheRight } from '../../src/import/formats/pdf/right-to-left.ts';
import { authorOfByline } from '../../src/import/formats/press/byline.ts';
import { heldByNote } from '../../src/import/formats/press/editors-note.ts';
import { plainBody } from '../../src/import/formats/press/wire-content.ts';
import { paragraphsIn } from '../../src/import/formats/press/wire-lines.ts';
import { isCutOff } from '../../src/import/formats/saved/cut-off.ts';
import { withoutEmbeddedData } from '../../src/import/formats/saved/embedded-data.ts';
import { mirrored } from '../../src/import/formats/saved/mirror.ts';
import { pageKind } from '../../src/import/formats/saved/page-kind.ts';
import { marksOf } from '../../src/import/formats/saved/page-marks.ts';
import { pageBytes, responseHead } from '../../src/import/formats/saved/warc/http-response.ts';
import { bodyOfCell } from '../../src/import/formats/table/cell-body.ts';
import { readAnpa } from '../../src/import/formats/telegraph/anpa.ts';
import { readIptc7901 } from '../../src/import/formats/telegraph/iptc-7901.ts';
import { isTelegraph, messagesIn } from '../../src/import/formats/telegraph/message.ts';
import { readText, readTextDocument } from '../../src/import/formats/text.ts';
import { contentHtml } from '../../src/import/formats/wordpress/content.ts';
import { bodyOfLines } from '../../src/import/formats/wrapped-text.ts';
import type { XmlElement } from '../../src/import/formats/xml/element.ts';
import { textOfHtml, unescaped } from '../../src/import/markup/markup.ts';
import { refuseNesting } from '../../src/import/markup/nesting.ts';
import { labelOf } from '../../src/import/matching/label.ts';
import { asAddress, asLine, ImportFault } from '../../src/import/source-document.ts';
import { suggestFigures } from '../../src/import/suggestions/figure.ts';
import { namesIn } from '../../src/import/suggestions/name.ts';
import { asTime, timesIn } from '../../src/import/time/time.ts';

/** What others wrote is read in time that grows as it does: four times the text takes four times as long, not sixteen times. */

/**
 * Characters. A processor takes a step where a text no longer fits what is nearest to it, once; what is quadratic goes on
 * growing. So a text that grew too fast is asked again at a greater length.
 */
const LENGTHS = [10_000, 40_000];
const TIMES = 4;
/** Between linear and quadratic; a machine that is busy with other things stays below it. */
const MOST = TIMES ** 1.5;
/** Milliseconds in which nothing can be told, nor be harmful. */
const UNTOLD = 25;

/** A text of capitalised names of which none is like another. */
function names(length: number): string {
  let text = '';
  for (let number = 1; text.length < length; number++) {
    const letters = number
      .toString(26)
      .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
    text += `A${letters}a B${letters}o went. `;
  }
  return text;
}

/** A text of counts of which none is like another. */
function counts(length: number): string {
  let text = '';
  for (let number = 2; text.length < length; number++)
    text += `Then ${number} sailors were killed. `;
  return text;
}

const repeated = (part: string) => (length: number) => part.repeat(length / part.length);

const HOSTILE: Record<string, (length: number) => string> = {
  names,
  counts,
  ...Object.fromEntries(
    [
      ' ',
      '\n',
      '\t\n',
      '\n\n',
      '-',
      '_',
      '.',
      '…',
      '"',
      '“',
      '(',
      ')',
      '[',
      '](',
      '{',
      '<',
      '</',
      '<a ',
      '<!--',
      '<!-- a -->',
      '<?x ',
      '&',
      '&#',
      '&amp;',
      '%25',
      '\\u',
      '#',
      '/',
      '?',
      ':',
      '@',
      '*a ',
      '0',
      '1,',
      '1,000 ',
      '1.1',
      'a',
      'A',
      'A.',
      'U.S. ',
      'a-',
      "a'",
      'é',
      'Ã¤',
      '\u00ad',
      '\u2028',
      '漢',
      'م',
      '\ud800',
      'word ',
      'Word ',
      'Ada Varga ',
      'Ada Varga, ',
      'Mr Varga ',
      'Prime Minister ',
      'of the ',
      'in the ',
      'near Ada-',
      'a man ',
      'at least 30 killed and ',
      'killed and wounded and ',
      'death toll rose to ',
      'according to the ',
      'between 10 and ',
      'two hundred ',
      'thousand ',
      'a further ',
      'Mr. ',
      'By: x\n',
      'Title: x\n',
      'Date: \u2028',
      '- x\n',
      '> ',
      '---\n',
      'read more ',
      'url: ',
      '{{< ',
      '{{< a >}}',
      '{% ',
      '{% comment %}',
      '{{ a }}',
      '<A b="',
      '<Ab c={',
      '{: ',
      'import a\n',
      '| a ',
      '[^a]',
      '{"a":',
      '[a b="c"]',
      '[a="[b]',
      '[/a]',
      '[caption]',
      '<iframe src="https://a.example/"></iframe>',
      '<figure><figcaption>a</figcaption></figure>',
      '<!--kg-gated-block:begin',
      '__GHOST_URL__/a ',
      '-----\nBODY:\n',
      '<!-- wp:a -->',
      '<!-- /wp:a -->',
      '"@type":[',
      '@a{',
      '@comment{x\n',
      '@string{a=a#a}',
      'AB  - ',
      '\nTY  - ',
      '\n--b\n',
      '1\r\na\r\n',
      ';base64,A',
    ].map((part) => [JSON.stringify(part), repeated(part)]),
  ),
};

const VARGA = { kind: 'people', id: 'ada-varga', spelling: 'Ada Varga' } as const;
const PORT = { kind: 'places', id: 'varga', spelling: 'Varga' } as const;
const feed = (inside: string) =>
  `<rss version="2.0"><channel><title>V</title><item>${inside}</item></channel></rss>`;
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`;

/** Whether reading refuses what it is given; it takes its time as well. */
function fallen(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (!(error instanceof ImportFault || error instanceof WordsFault)) throw error;
    return true;
  }
}
/** What a paragraph of a page with a link in it is. */
const READER = { addresses: ['a@b.example'], names: ['Ada'], ids: ['ada1234'] };
const { document } = new JSDOM('<a href="x"><p></p></a>').window;
const blockOf = (text: string) => {
  const element = document.querySelector('p') as Element;
  return furnitureOf({ index: 0, element, text, size: text.length, links: 0.4 });
};
const noPictures = { gallery: () => ({ html: '', unknown: 0 }) };

/** For what takes long for each character: a text that is no newspaper page or query any more. */
const quarter = (text: string) => text.slice(0, text.length / 4);

const READERS: Record<string, (text: string) => unknown> = {
  'folding and words': foldedWords,
  'what pictures and drawings say': (text) => [
    valueFault(text),
    new Xmp(Buffer.from(`<x>${text}`)),
    new Xmp(Buffer.from(`<x><![CDATA[${text}]]></x>`)),
  ],
  captions: (text) =>
    [
      () => readWebVtt(text),
      () => readWebVtt(`WEBVTT\n\n${text}`),
      () => readWebVtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`),
      () => readAlto(`<alto><Page ID="${text}`, []),
    ].map(fallen),
  'words of a scan': (text) =>
    fallen(() => readHocr(`<p class="ocr_page" title="bbox 0 0 9 9">${text}`, [])),
  'ids of paragraphs': paragraphId,
  slugs: (text) => slugOf(text, 'article'),
  'characters that may not stand': forbiddenCharacter,
  sentences: (text) => sentencesOf(text, 'en'),
  'opening words': (text) => openingWords(text, 'en', 90),
  'the sentence around a place': (text) =>
    sentenceAround(text, text.length / 2, text.length / 2 + 1, 'en'),
  likeness: (text) => likeness(text, `${text}.`),
  mentions: (text) => findMentions(text, needles([VARGA, PORT])),
  'words of figures': (text) => isStatedIn(text, '30 killed'),
  numbers: (text) => [namesNumber(quarter(text), 30, 'en'), qualifiersOf(quarter(text), 30, 'en')],
  'counts of one sentence': (text) => countsIn(`${text} 3 were killed`),
  figures: (text) => suggestFigures([text], 'en', '2031-04-02', [VARGA, PORT]),
  names: (text) => namesIn([text]),
  labels: (text) => labelOf('people', 'ada-varga', text),
  lines: (text) => [asLine(text, 200), asTime(text), asAddress(`https://a.example/${text}`)],
  'forms of files': (text) => formatOf(headOf('input', Buffer.from(text))),
  'times in a text': (text) => timesIn(text.slice(0, 300), 'en'),
  'JSON of pages': (text) => looseJson(`{"a":"${text}`),
  'JSON of pages, outside of strings': looseJson,
  'days of addresses': (text) => dayInAddress(`https://a.example/${text}`),
  'encodings of pages': (text) => decodedPage(Buffer.from(text, 'latin1')),
  'signs of another encoding': misreadNotes,
  'plain texts': (text) => readTextDocument(text, ''),
  'plain texts with a head': (text) => readTextDocument(`Title: x\nDate: ${text}`, ''),
  references: unescaped,
  'header lines': (text) => [headerLines(`a: ${text}`), parameterOf(`a; ${text}`, 'boundary')],
  'parts of messages': (text) =>
    partsOfMessage(Buffer.from(`Content-Type: multipart/a; boundary=-\n\n--\n${text}`)),
  'marks of pages': (text) => pageKind(marksOf(`<body class="a">${text}`), `/${text}`),
  'marks of data in pages': (text) =>
    marksOf(`<script type="application/ld+json">${text}</script>${text}`),
  'pages of mirrored sites': (text) =>
    mirrored(`a.example/${text}`, marksOf(`<!-- Mirrored from ${text} by HTTrack -->`)),
  'data in pages': (text) => withoutEmbeddedData(`;base64,${text}`),
  'answers of servers': (text) => [
    responseHead(Buffer.from(`HTTP/1.1 200 OK\n${text}`)),
    pageBytes(Buffer.from(text), new Map([['transfer-encoding', 'chunked']])),
  ],
  'plain texts with a status': (text) => readText(`Title: x\n${text}`, ''),
  feeds: (text) => readXmlFeed(feed(`<description>${cdata(text)}</description>`), ''),
  teasers: isTeaser,
  'what stands in a feed beside a text': (text) => [standfirstOf(text, text), isTrailer(text)],
  'lines of time': isTimeLine,
  'runs of words': (text) => [shareAmong(text, new Set(wordRuns(text))), bareText(text)],
  'blocks of pages': (text) => blockOf(text),
  'fields of others': (text) => [
    statedIn([
      ['author', text],
      ['tags', text],
      ['title', text],
      ['url', text],
      ['date', text],
    ]),
    whyWithheld([
      ['status', text],
      ['published', text],
    ]),
  ],
  'bounds of entries of BibTeX': (text) => [
    entriesOf(text),
    entriesOf(`@article{a, title = {${text}`),
    entriesOf(`@article(a, title = "${text}"`),
    entriesOf(text.replaceAll(/.{9}/gsu, '@a{$&')),
  ],
  'texts of BibTeX': plain,
  'heads of bibliographies': (text) =>
    [text, `% ${text}`, `@article{${text}`, `[{"type":"book",${text}`].map((one) => [
      isBibtex({ text: one }),
      isRis({ text: one }),
      isCsl({ text: one }),
    ]),
  'lines of RIS': (text) => taggedIn(`TY  - NEWS\nAB  - ${text}`),
  'references of bibliographies': (text) =>
    readReference({
      ...{ title: text, authors: [text], dates: [text], url: text, doi: text, lang: text },
      ...{ abstract: text, subjects: [text], page: text, leftOut: [text] },
    }),
  'raised type and readings': (text) =>
    textOfHtml(
      `${'a<sup>1</sup>'.repeat(text.length / 50)}<sup>${text.replaceAll('<', '&lt;')}</sup>`,
    ),
  'lines of plain texts': (text) => bodyOfLines(text),
  'lines below a headline': (text) => fieldsBelow(text.split('\n')),
  'ends of pages': (text) => isCutOff(text.replaceAll('<A', '')),
  'texts of cells': (text) => [
    bodyOfCell(text, undefined),
    bodyOfCell(`<b>x</b> ${text}`, undefined),
  ],
  'tables with names of columns': (text) =>
    formatOf(headOf('a.csv', Buffer.from(`title,text\n${text}`))),
  'names and marks of manuscripts': (text) => [
    whyNotByName(text, undefined),
    heldByMargin(text),
    heldByHead(text),
    htmlOfBlocks([...text].map((html, level) => ({ kind: 'item', level, html }))),
  ],
  'fields of manuscripts': (text) => [
    new WordFields(new LeftOut()).shownBy(text, text),
    new WordFields(new LeftOut()).shownBy(` HYPERLINK "${text}`, text),
    limited(text, 0, 9),
  ],
  'articles of scanned newspapers': (whole) => {
    const text = quarter(whole);
    const lines = text.match(/[\s\S]{1,20}/gu) ?? [];
    const blocks = lines.map((line) => ({ lines: [line], rated: 0, confidence: 0 }));
    return [
      articleOfIssue(
        blocks.map((block) => ({ kind: 'text', blocks: [block] })),
        { notes: [] },
      ),
      articleOfIssue([{ kind: 'headline', blocks }], { title: text, notes: [] }),
      pathOf(text),
    ];
  },
  'areas of scanned pages, a block each': (text) => {
    const order = (text.match(/[\s\S]{1,20}/gu) ?? []).map(() => ({
      lines: ['x'],
      rated: 0,
      confidence: 0,
    }));
    const blocks = new Map(order.map((block, at) => [`B${at}`, block] as const));
    const ranks = new Map(order.map((_, at) => [`B${at}`, at] as const));
    const page = { blocks, order, ranks, places: new Map<string, string[]>(), pictures: 0 };
    return order.map((_, at) => blocksBetween(page, `B${at}`, `B${at}`));
  },
  'pages of a PDF': (text) => {
    const lines = quarter(text).match(/[\s\S]{1,20}/gu) ?? [];
    const pieces = lines.map((line, index) => ({
      ...{ text: line, left: (index % 3) * 150, right: (index % 3) * 150 + 100, size: 10 },
      ...{ base: Math.floor(index / 3) * 12, isAgainst: false, mark: undefined },
    }));
    const page = {
      ...{ number: 1, width: 600, height: 800, turned: [], redacted: 0, unnamed: 0 },
      annotations: { comments: 0, fields: 0, links: 0 },
    };
    const { pages } = withoutMargins([{ ...page, pieces }]);
    const found = pages.flatMap((one) => orderOf(withLargeLetters(one.pieces), 1).lines);
    const paragraphs = paragraphsOfLines(found);
    const hyphens = new Hyphens(lines);
    return [
      headlineIn(paragraphs, 10),
      paragraphs.map((one) => hyphens.text(one.lines)),
      hyphens.text(lines),
      turned(text, 'rtl', true),
      turned(text, 'ltr', true),
      piecesFromTheRight(
        pieces.map((one) => ({ ...one, direction: 'rtl' })),
        'rtl',
        600,
        1,
      ),
      fallen(() => refuseDisordered([text])),
    ];
  },
  'programs in Markdown': (text) => withoutTemplates(text, [], true),
  // Of these a half is enough to tell, and takes long enough.
  'Markdown with frontmatter': (text) =>
    readMarkdown(`---\ntitle: x\n---\n${quarter(text)}`, 'a.mdx', ''),
  'frontmatter of others': (text) =>
    [
      () => readMarkdown(`---\n${quarter(text)}\n---\nx`, 'a.md', ''),
      () => readMarkdown(`+++\n${quarter(text)}\n+++\nx`, 'a.md', ''),
      () => readMarkdown(`{"a": ${quarter(text)}}\n\nx`, 'a.md', ''),
    ].map(fallen),
  'posts of WordPress': (text) => contentHtml(text, [], noPictures),
  'posts of WordPress in blocks': (text) =>
    contentHtml(`<!-- wp:paragraph -->${text}<!-- /wp:paragraph -->`, [], noPictures),
  'posts of editors': postHtml,
  'entries of Movable Type': (text) => readEntry(`STATUS: Publish\n-----\nBODY:\n${text}`, ''),
  'posts of Ghost': (text) => ghostHtml({ html: text }, undefined),
  'items of ninjs': (text) =>
    ninjsIn(
      { guid: 'a', type: 'text', pubstatus: 'usable', body_text: text, byline: text },
      '',
    )?.map((read) => read()),
  'notes and bylines of agencies': (text) => [heldByNote(text), authorOfByline(text)],
  'lines of wires': (text) => [
    plainBody(text),
    paragraphsIn({ namespace: '', name: 'p', attributes: new Map(), children: [text] }),
  ],
  'messages by telegraph': (text) => [
    isTelegraph(text),
    messagesIn(`\u0001a\u0002${text}`).map((message) => [
      readIptc7901(message, ''),
      readAnpa(message, ''),
    ]),
    readIptc7901({ head: text, text: `${text} =\nx`, end: text }, ''),
  ],
  newsletters: (text) => [
    mailFault(
      new Map([
        ['list-id', text],
        ['sensitivity', text],
      ]),
      text,
    ),
    addressForAll(`https://a.example/${text}`, READER),
    forEverybody(readTextDocument(text, '').body, READER),
    greetingIn(`Hello ${text}`, READER),
    idsIn(`<https://a.example/${text}>`),
  ],
  'layout of newsletters': (text) => withoutLayout(`<p style="${text.replaceAll('"', '')}">x`),
  frontmatter: (text) => frontmatterOf('x.mdx', `---\n${text}`),
  'plain bodies': plainTree,
  quotations: (text) =>
    passagesOf(text)
      .slice(0, 2)
      .map((passage) => agreement(text, passage)),
  queries: (text) => queryParts(quarter(text), () => [], { lang: 'en', hasYear: () => true }),
  marks: (text) => piecesOf(text, wordRanges(text, { forms: [new Set(['word'])] }), 'en'),
  'what survives in a file': (text) => [...new BareText().wordsOf(Buffer.from(text), true)],
};

/** Milliseconds of the processor’s time that reading takes; a text that is refused is read as well. */
function taken(read: (text: string) => unknown, text: string): number {
  const begun = process.cpuUsage();
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error;
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Whether reading takes more than its share at a length and four times of it, and how long it took. */
function growth(read: (text: string) => unknown, made: (length: number) => string, at: number) {
  const [short, long] = [made(at), made(at * TIMES)];
  let [least, most] = [Infinity, Infinity];
  const isLinear = () => most <= UNTOLD || most < least * MOST;
  // What else the machine does only adds: the least of several is nearest to the truth.
  for (let run = 0; run < 3 && !isLinear(); run++) {
    most = Math.min(most, taken(read, long));
    if (most <= UNTOLD) break;
    least = Math.min(least, taken(read, short));
  }
  return {
    isLinear: isLinear(),
    said: `${least} ms for ${at} characters, ${most} ms for ${at * TIMES}`,
  };
}

/** What was measured at each length, where the time grew too fast at all of them. */
function excess(read: (text: string) => unknown, made: (length: number) => string) {
  const said: string[] = [];
  for (const length of LENGTHS) {
    const measured = growth(read, made, length);
    if (measured.isLinear) return undefined;
    said.push(measured.said);
  }
  return said.join('; ');
}

suite('time grows with the text', () => {
  for (const [what, read] of Object.entries(READERS))
    test(what, () => {
      for (const [name, made] of Object.entries(HOSTILE)) {
        const found = excess(read, made);
        assert.ok(found === undefined, `${name}: ${found}`);
      }
    });
});

suite('time grows with a drawing', () => {
  const svg = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
  const uses = (count: number) => '<use href="#a"/>'.repeat(count);
  const DRAWINGS: Record<string, (length: number) => string> = {
    'a long style that many refer to': (length) =>
      `<path id="a" style="${'fill:red;'.repeat(length / 9)}"/>${uses(length / 16)}`,
    'many classes that many refer to': (length) =>
      `<path id="a" class="${'a '.repeat(length / 2)}"/>${uses(length / 16)}`,
    'a long selector for many': (length) =>
      `<style>${'.a'.repeat(length / 2)}{display:none}</style>${'<g class="a"/>'.repeat(length / 15)}`,
    'names that lead on to each other': (length) =>
      Array.from(
        { length: length / 40 },
        (_, at) => `<g id="a${at}" aria-labelledby="a${at + 1}"/>`,
      ).join(''),
  };
  for (const [name, made] of Object.entries(DRAWINGS))
    test(name, () => {
      const found = excess((text) => strippedSvg(svg(text)), made);
      assert.ok(found === undefined, found);
    });
});

suite('time grows with the attributes of one tag', () => {
  const tag = (count: number) =>
    `<p ${Array.from({ length: count }, (_, at) => `a${at}`).join(' ')}>The ferry left.</p>`;
  const refused = (read: (text: string) => unknown) => (text: string) =>
    assert.throws(() => read(text), /has more than 256 attributes/);
  const READ: Record<string, (text: string) => unknown> = {
    'of a page': refused((text) => refuseNesting(text, false)),
    'of a piece of a page': refused(textOfHtml),
    'of a newsletter': refused(withoutLayout),
    'of a post': refused(postHtml),
    'of a page that is looked at': marksOf,
  };
  for (const [name, read] of Object.entries(READ))
    test(name, () => {
      const found = growth(read, tag, 25_000);
      assert.ok(found.isLinear, found.said);
    });
  test('and as many as pages have are read', () => {
    assert.equal(textOfHtml(tag(256)).trim(), 'The ferry left.');
  });
});

suite('time grows with a METS file', () => {
  const element = (
    name: string,
    attributes: Record<string, string> = {},
    children: XmlElement[] = [],
  ): XmlElement => ({
    namespace: '',
    name,
    attributes: new Map(Object.entries(attributes)),
    children,
  });
  const times = <T>(count: number, made: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => made(at));
  const files = (count: number, groupid: string) => [
    element('filesec', {}, [
      element('filegrp', {}, [
        element('file', { id: 'p', groupid }),
        ...times(count, (at) => element('file', { id: `i${at}`, groupid })),
      ]),
    ]),
  ];
  const scans = (count: number, groupid: string, maps: XmlElement[]) =>
    scansIn(files(count, groupid), maps, {
      files: new Map([
        ['p', 'p.xml'],
        ...times(count, (at): [string, string] => [`i${at}`, `i${at}.jpg`]),
      ]),
      pages: ['p.xml'],
    });
  const page = (count: number) => {
    const area = () => element('area', { fileid: 'p', begin: 'B1' });
    const fptr = element('fptr', {}, times(count, area));
    return [element('structmap', { type: 'physical' }, [element('div', { id: 'ph' }, [fptr])])];
  };
  const links = (count: number, from: (at: number) => string) => [
    element(
      'structlink',
      {},
      times(count, (at) => element('smlink', { from: from(at), to: 'ph' })),
    ),
  ];
  const READ: Record<string, (count: number) => unknown> = {
    'of one group of pictures': (count) => scans(count, 'g', []),
    'of many parts of one page': (count) =>
      scans(count, '', [
        element(
          'structmap',
          {},
          times(count, (at) =>
            element('div', {}, [
              element('fptr', { fileid: 'p' }),
              element('fptr', { fileid: `i${at}` }),
            ]),
          ),
        ),
      ]),
    'of the same link to many places': (count) =>
      linkedIn(
        links(count, () => 'l'),
        page(count),
      ),
    'of many links to many places': (count) =>
      linkedIn(
        links(count, (at) => `l${at}`),
        page(count),
      ),
  };
  for (const [name, read] of Object.entries(READ))
    test(name, () => {
      const found = excess(
        (text) => read(Number(text)),
        (length) => `${length / 2}`,
      );
      assert.ok(found === undefined, found);
    });
  test('and all that it joins is read', () => {
    assert.equal(scans(3, 'g', []).scans.get('p.xml')?.length, 3);
    assert.deepEqual(
      [
        ...linkedIn(
          links(2, () => 'l'),
          page(3),
        ),
      ].map(([id, to]) => [id, to.length]),
      [['l', 3]],
    );
    assert.throws(
      () =>
        linkedIn(
          links(60, (at) => `l${at}`),
          page(3),
        ),
      /joins 180 places to parts/,
    );
  });
});

test('the measure finds what it looks for', () => {
  const quadratic = (text: string) => {
    let pairs = 0;
    for (let a = 0; a < text.length; a += 6)
      for (let b = 0; b < text.length; b += 6) if (text[a] === text[b]) pairs++;
    return pairs;
  };
  assert.ok(excess(quadratic, repeated(' ')));
  assert.equal(
    excess((text) => text.split('').length, repeated(' ')),
    undefined,
  );

  test('a piece of HTML of very many parts', () => {
    const parts = (count: number) => 'a<sup>1</sup>'.repeat(count);
    const found = growth(textOfHtml, parts, 16_000);
    assert.ok(found.isLinear, found.said);
  });
});
