import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readFoundPage } from '../../../../src/import/formats/saved/found-page.ts';
import { mirrored } from '../../../../src/import/formats/saved/mirror.ts';
import { pageKind } from '../../../../src/import/formats/saved/page-kind.ts';
import { marksOf } from '../../../../src/import/formats/saved/page-marks.ts';
import { inputsOf } from '../../../../src/import/input.ts';
import { itemsOf } from '../../../../src/import/item.ts';
import { scratchFolder, write } from '../../../support/scratch.ts';
import { articlePage } from '../../../support/warc.ts';

const FERRY = 'The ferry of Quern ran again on Monday, and the harbour was full of people.';
const PLACE = '/x/www.gazette.example/2031/04/02/ferry/index.html';
const LINK = '<link rel="stylesheet" href="https://www.gazette.example/style.css">';
const of = (head: string, file = PLACE) => mirrored(file, marksOf(articlePage(FERRY, head)));

suite('the address of a page in a mirrored site', () => {
  test('is the one that its own relative address confirms', () => {
    for (const canonical of ['/2031/04/02/ferry/', 'index.html', './'])
      assert.equal(
        of(`${LINK}<link rel="canonical" href="${canonical}">`).address,
        'https://www.gazette.example/2031/04/02/ferry/',
      );
    assert.equal(of(`${LINK}<link rel="canonical" href="/2031/04/02/other/">`).address, undefined);
  });

  test('has what is asked of the page, as the name of its file has it', () => {
    const found = of(
      `${LINK}<link rel="canonical" href="/?p=12">`,
      '/x/www.gazette.example/index.html?p=12',
    );
    assert.equal(found.address, 'https://www.gazette.example/?p=12');
    assert.equal(found.path, '/index.html?p=12');
  });

  test('is the one that HTTrack wrote, with its day', () => {
    const found = of(
      `<!-- Mirrored from www.gazette.example/2031/04/02/ferry.php?p=1 by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 03 Apr 2031 08:30:00 GMT -->${LINK}`,
      '/x/site/ferry.html',
    );
    assert.equal(found.address, 'https://www.gazette.example/2031/04/02/ferry.php?p=1');
    assert.equal(found.day, '2031-04-03');
  });

  test('is a note where nothing confirms it, or its scheme is not known', () => {
    for (const head of ['', LINK, '<link rel="canonical" href="index.html">']) {
      const found = of(head);
      assert.equal(found.address, undefined);
      assert.match(
        found.notes.join(),
        /by its folder it may be www\.gazette\.example\/2031\/04\/02\/ferry\//,
      );
    }
  });

  test('is none where no folder is named as a host, or the page states its own', () => {
    for (const found of [
      of('', '/x/pages/page.html/a.html'),
      of('<link rel="canonical" href="https://gazette.example/ferry">'),
    ])
      assert.deepEqual([found.address, found.notes], [undefined, []]);
  });
});

suite('pages of a site that hold no article', () => {
  const kindOf = (html: string, path = '/2031/ferry') => pageKind(marksOf(html), path)?.as;
  test('are told from those that do', () => {
    assert.equal(kindOf(articlePage(FERRY)), undefined);
    assert.equal(kindOf(articlePage(FERRY), '/'), 'kind');
    assert.equal(kindOf(articlePage(FERRY), '/index.html'), 'kind');
    assert.equal(kindOf('<title>404 – not found</title><p>x</p>'), 'answer');
    assert.equal(
      kindOf('<meta http-equiv="refresh" content="0; url=/a"><a href="/a">a</a>'),
      'answer',
    );
    assert.equal(kindOf('<body class="home blog"><article>a</article>'), 'kind');
    assert.equal(
      kindOf('<meta property="og:type" content="article"><body class="archive category">'),
      'kind',
    );
    assert.equal(
      kindOf('<script type="application/ld+json">{"@type":["WebPage","CollectionPage"]}</script>'),
      'kind',
    );
    assert.equal(
      kindOf('<script type="application/ld+json">{"@type": "NewsArticle"}</script><p>a'),
      undefined,
    );
    assert.equal(kindOf('<p>About us.</p>', '/about'), 'kind');
    assert.equal(kindOf(articlePage(FERRY), '/index.html?p=12'), undefined);
    assert.equal(kindOf(articlePage(FERRY), '/archive/page/ferry'), undefined);
    assert.equal(kindOf('<time datetime="2031-04-02">x</time><p>a', '/tag/ferry/'), 'kind');
    assert.equal(
      kindOf('<time datetime="2031-04-02">x</time><p>a', '/tag/ferry/12.html'),
      undefined,
    );
    assert.equal(
      kindOf('<meta property="og:type" content="website"><meta name="date" content="2031-04-02">'),
      undefined,
    );
    assert.equal(kindOf(articlePage(FERRY).replace('Lamp', '404 people on the ferry')), undefined);
    assert.equal(kindOf('<svg><style/></svg><time datetime="2031-04-02">x</time><p>a'), undefined);
    assert.equal(kindOf('<script>"<time datetime=x>"</script><p>a'), 'kind');
  });
});

test('a page without signs of an article is passed over in a site, and kept where somebody chose it', () => {
  const html = `<title>Ferry</title><p>${FERRY}</p><p>${FERRY.replace('Monday', 'Tuesday')}</p>`;
  assert.ok('document' in readFoundPage(html, {}, ''));
  const address = 'https://gazette.example/ferry';
  assert.ok('skipped' in readFoundPage(html, { address }, ''));
});

test('a mirrored site gives its articles, once each, and the rest is counted', async (t) => {
  const folder = scratchFolder(t);
  const article = articlePage(FERRY, `${LINK}<link rel="canonical" href="/2031/04/02/ferry/">`);
  write(folder, {
    'www.gazette.example/index.html': '<html><body class="home"><article>a</article></body></html>',
    'www.gazette.example/2031/04/02/ferry/index.html': article,
    'www.gazette.example/tag/ferry/index.html':
      '<html><body class="archive"><p>Ferry</p></body></html>',
    'www.gazette.example/robots.txt': 'User-agent: *\nDisallow: /admin/\n',
    'www.gazette.example/feed/index.html':
      '<?xml version="1.0"?><rss version="2.0"><channel><title>G</title></channel></rss>',
    'www.gazette.example/sitemap.xml':
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
  });
  const found: string[] = [];
  for (const input of inputsOf(folder)) {
    assert.ok(!('fault' in input));
    for await (const { item } of itemsOf(input, undefined))
      found.push(
        'document' in item.reading
          ? (item.reading.document.url ?? '')
          : 'skipped' in item.reading
            ? item.reading.as
            : item.reading.fault,
      );
  }
  assert.deepEqual(found, [
    'https://www.gazette.example/2031/04/02/ferry/',
    'file',
    'kind',
    'file',
    'file',
    'kind',
  ]);
});
