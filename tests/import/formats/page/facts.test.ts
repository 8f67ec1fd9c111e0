import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { JSDOM } from 'jsdom';
import {
  dayInAddress,
  sameAddress,
} from '../../../../src/import/formats/page/facts/page-address.ts';
import { factsOf } from '../../../../src/import/formats/page/facts/page-facts.ts';

const parser = new new JSDOM('').window.DOMParser();
const TEXT =
  '<p>The lamp of the tower burnt all night, and the keeper slept in the boat below.</p>';

interface Parts {
  before?: string;
  lang?: string;
  head?: string;
  title?: string;
  body?: string;
}

function factsIn({
  before = '',
  lang = 'en',
  head = '',
  title = 'Lamp burns all night',
  body = `<article><h1>Lamp burns all night</h1>${TEXT}</article>`,
}: Parts) {
  const html = `<!doctype html><html lang="${lang}">${before}<head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  return factsOf(parser.parseFromString(html, 'text/html'), html);
}
const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
const ARTICLE =
  '{"@type":"NewsArticle","headline":"Lamp burns all night","datePublished":"2031-05-06T07:30:00+03:00","author":{"@type":"Person","name":"Ivo Brandt"}}';

suite('JSON-LD as pages have it', () => {
  const FORMS: Record<string, string> = {
    'in a CDATA section': `//<![CDATA[\n${ARTICLE}\n//]]>`,
    'in a CDATA section of a comment': `/*<![CDATA[*/${ARTICLE}/*]]>*/`,
    'in a comment of HTML': `<!--\n${ARTICLE}\n-->`,
    'with comments': `/* of the page */ ${ARTICLE.replace(',', ', // its title\n')}`,
    'with a comma too many': ARTICLE.replace('"}}', '",},}'),
    'with raw line ends': ARTICLE.replace('{"@type"', '{"description":"One\nline\tmore","@type"'),
    'with quotation marks within': ARTICLE.replace(
      '{"@type":"NewsArticle"',
      '{"@type":"NewsArticle","description":"The "long" night"',
    ),
    'with an escape that JSON has not': ARTICLE.replace(
      '{"@type"',
      String.raw`{"description":"The keeper\'s night","@type"`,
    ),
    'in a list': `[${ARTICLE}]`,
    'in a list of lists': `[[${ARTICLE}]]`,
    'in a graph': `{"@graph":[{"@type":"WebSite","name":"The Lamp"},${ARTICLE}]}`,
    'after a value that is broken': `{"@type":"WebSite","name":x}\n${ARTICLE}`,
    'with a semicolon at its end': `${ARTICLE};`,
    'of types with addresses': ARTICLE.replace(
      '"NewsArticle"',
      '["https://schema.org/NewsArticle"]',
    ),
  };
  for (const [name, json] of Object.entries(FORMS))
    test(name, () => {
      const { time, author } = factsIn({ head: ld(json) });
      assert.deepEqual([time?.published, author], ['2031-05-06T07:30:00+03:00', 'Ivo Brandt']);
    });

  test('of the address that is the page’s, however it is written', () => {
    const own = ARTICLE.replace(
      '"headline":"Lamp burns all night"',
      '"headline":"Lamp","url":"http://lamp.example/türme/"',
    );
    const other = ARTICLE.replace('burns all', 'at')
      .replace('2031', '2030')
      .replace('"headline"', '"url":"https://lamp.example/x","headline"');
    const head = `<link rel="canonical" href="https://www.lamp.example/t%C3%BCrme">${ld(`[${other},${own}]`)}`;
    assert.equal(factsIn({ head }).time?.date, '2031-05-06');
    assert.ok(!sameAddress('https://lamp.example/a?id=1', 'https://lamp.example/a?id=2'));
  });
});

suite('the day of a page', () => {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
  const by = (line: string) => `<article><h1>Lamp burns all night</h1>${line}${TEXT}</article>`;
  const STATED: Record<string, Parts> = {
    'of its address': {
      head: '<link rel="canonical" href="https://lamp.example/2031/05/06/lamp">',
    },
    'in a meta of any name': { head: meta('DC:date', '2031-05-06') },
    'in a meta of a system': { head: meta('cXenseParse:recs:publishtime', '2031-05-06T07:30') },
    'in a meta of its language': { lang: 'it', head: meta('article:published_time', '06/05/2031') },
    'in microdata': { body: by('<span itemprop="datePublished">6 May 2031</span>') },
    'in RDFa': {
      body: by('<span property="schema:datePublished" content="2031-05-06">once</span>'),
    },
    'in a microformat': {
      body: by('<abbr class="published" title="2031-05-06T07:30:00">a day ago</abbr>'),
    },
    'in a time element without an attribute': {
      lang: 'fr',
      body: by('<time>mardi 6 mai 2031 à 7h30</time>'),
    },
    'by the name of a class': {
      lang: 'de',
      body: by('<p class="post-date">Veröffentlicht am 6. Mai 2031</p>'),
    },
    'on a line of its own': { lang: 'de', body: by('<p>06.05.2031</p>') },
    'after a word that says so': {
      lang: 'es',
      body: by('<p>Publicado el 6 de mayo de 2031 por Ivo Brandt</p>'),
    },
    'on a line by the headline, where the text has other days': {
      body: by(
        '<p>6 May 2031</p><p>The lamp was first lit on 9 May 1931, and again since 4 May.</p>',
      ),
    },
    'on a line by the headline with the name of a part': {
      lang: 'de',
      body: by('<p>Leuchtturm • 06.05.2031</p><p>Am 9. Mai 1931 brannte sie zuerst.</p>'),
    },
    'of a press release': {
      lang: 'de',
      body: by('<p>Pressemitteilung vom 6. Mai 2031</p><p>Am 9. Mai 1931 brannte sie zuerst.</p>'),
    },
    'in a time element by the headline, where others follow below': {
      body: `<div><h1>Lamp burns all night</h1><time datetime="2031-05-06">6 May</time>${TEXT.repeat(20)}<ul><li><time datetime="2031-05-02">2 May</time></li></ul></div>`,
    },
    'in numbers of which its address says the order': {
      head:
        '<link rel="canonical" href="https://lamp.example/2031/05/06/lamp">' +
        meta('article:published_time', '05/06/2031'),
    },
  };
  for (const [name, parts] of Object.entries(STATED))
    test(name, () => assert.equal(factsIn(parts).time?.date, '2031-05-06'));

  const UNSTATED: Record<string, Parts> = {
    'numbers that may be two days': { head: meta('date', '05/06/2031') },
    'a clock that was never set': { head: meta('article:published_time', '1970-01-01T00:00:00Z') },
    'the day of a comment': {
      body: `${by('')}<div class="comments"><time datetime="2031-05-09">May 9</time></div>`,
    },
    'the day of another article': {
      body: `${by('')}<article><h2>Next</h2><time datetime="2031-05-09">9 May</time></article>`,
    },
    'a day in a sentence alone': {
      body: by('<p>It was on 9 May 2031 that the lamp went out.</p>'),
    },
    'the day of a change': { body: by('<p class="date">Updated: 9 May 2031</p>') },
    'days of which none is the only one': { body: by('<p>6 May 2031</p><p>9 May 2031</p>') },
  };
  for (const [name, parts] of Object.entries(UNSTATED))
    test(`${name} is none`, () => assert.equal(factsIn(parts).time, undefined));

  test('a day that only the text names is told, and not taken', () => {
    const { time, notes } = factsIn({
      body: by('<p>PORT ANSEL, 6 May 2031 – The lamp burnt.</p>'),
    });
    assert.equal(time, undefined);
    assert.match(notes.join(), /names the day 2031-05-06.*--date 2031-05-06/);
  });

  test('a moment in UTC belongs to the day of its address', () => {
    const head = `<link rel="canonical" href="https://lamp.example/2031/05/05/lamp">${meta('article:published_time', '2031-05-06T02:10:00Z')}`;
    const { time } = factsIn({ head });
    assert.deepEqual([time?.date, time?.published], ['2031-05-05', '2031-05-06T02:10:00Z']);
  });

  test('a time without a zone is told', () => {
    const { time, notes } = factsIn({ head: meta('article:published_time', '2031-05-06T07:30') });
    assert.equal(time?.published, '2031-05-06');
    assert.match(notes.join(), /07:30, in a time zone that the page does not give/);
  });

  test('addresses with a day', () => {
    for (const path of [
      '2031/05/06/lamp',
      '2031/5/6/',
      'news/2031-05/06/x.html',
      '20310506/1.html',
      '2031-05-06-lamp',
      'news/20310506-lamp.html',
    ])
      assert.equal(dayInAddress(`https://lamp.example/${path}`), '2031-05-06', path);
    assert.equal(dayInAddress('https://lamp.example/news/29-10-2031-lamp'), '2031-10-29');
    for (const path of [
      '2031/05/lamp',
      '2031/13/06/',
      'id/203105067',
      'news/06-05-2031-lamp',
      '2031/05/06/from/2030/01/02/',
    ])
      assert.equal(dayInAddress(`https://lamp.example/${path}`), undefined, path);
  });
});

suite('the headline of a page', () => {
  const HEADED: Record<string, Parts> = {
    'not the masthead': {
      title: 'Lamp burns all night - The Tower Post',
      body: `<header><h1>The Tower Post</h1></header><article><h2>Lamp burns all night</h2>${TEXT}</article>`,
    },
    'not the name that leads to the front page': {
      title: 'The Tower Post - Lamp burns all night',
      body: `<h1><a href="/">The Tower Post and Harbour Times</a></h1><h2>Lamp burns all night</h2>${TEXT}`,
    },
    'without the name of the site': {
      title: 'x',
      head: '<meta property="og:site_name" content="Tower Post"><meta property="og:title" content="Lamp burns all night | Tower Post">',
      body: TEXT,
    },
    'without the line over it': {
      body: `<article><h1><span class="kicker">Harbour</span><span>Lamp burns all night</span></h1>${TEXT}</article>`,
    },
    'as it is shown, not as it is told to other sites': {
      title: 'See what this keeper saw | Tower Post',
      head: '<meta property="og:title" content="Lamp burns…">',
    },
    'without the readings over its signs': {
      title: '灯',
      body: `<article><h1><ruby>Lamp<rt>lmp</rt></ruby> burns all night</h1>${TEXT}</article>`,
    },
  };
  for (const [name, parts] of Object.entries(HEADED))
    test(name, () => assert.equal(factsIn(parts).title, 'Lamp burns all night'));
});

suite('how a page was saved', () => {
  const singleFile = `<!--\n Page saved with SingleFile \n url: https://lamp.example/lamp \n saved date: Tue May 06 2031 07:30:00 GMT+0200 (Central European Summer Time)\n-->`;
  test('by SingleFile', () => {
    const { url, accessed } = factsIn({ before: singleFile });
    assert.deepEqual([url, accessed], ['https://lamp.example/lamp', '2031-05-06']);
  });
  test('by a browser', () => {
    const { url, accessed } = factsIn({
      before: '<!-- saved from url=(0025)https://lamp.example/lamp -->',
    });
    assert.deepEqual([url, accessed], ['https://lamp.example/lamp', undefined]);
  });
  test('from a web archive', () => {
    const href = 'https://archive.example/web/20310506073000/https://lamp.example/lamp';
    const { url, accessed } = factsIn({ head: `<link rel="canonical" href="${href}">` });
    assert.deepEqual([url, accessed], ['https://lamp.example/lamp', '2031-05-06']);
  });
});

test('the authors that a page marks', () => {
  const own =
    '<article><h1>Lamp burns all night</h1><p itemprop="author"><span itemprop="name">Ivo Brandt</span></p>';
  const other = '<div class="comments"><span rel="author">Nobody</span></div>';
  assert.equal(factsIn({ body: `${own}${TEXT}</article>${other}` }).author, 'Ivo Brandt');
  const cited = ['Ivo Brandt', 'Ada Varga'].map(
    (name) => `<meta name="citation_author" content="${name}">`,
  );
  assert.equal(factsIn({ head: cited.join('') }).author, 'Ivo Brandt, Ada Varga');
});
