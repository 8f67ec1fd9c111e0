import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPage } from '../../../../src/import/formats/page/page.ts';
import { mediaIn } from '../../../../src/import/media/block-media.ts';
import type { SourceDocument } from '../../../../src/import/source-document.ts';
import { writeBody } from '../../../../src/import/writing/mdx.ts';

const BAKED = 'The bakery on Mill Lane sold its last loaf on Friday, ninety years after its first.';
const OVEN = 'Its oven, which the founder’s daughter fired at two each night, goes to a museum.';
const RENT = 'The rent had doubled in a year, she said, and nobody wanted to learn the trade.';
const STREET = 'Of eleven shops that the street once had, a chemist and a locksmith are left now.';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Last loaf sold</title>${head}</head><body>${body}</body></html>`;
const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const data = (...texts: string[]) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Last loaf sold', articleBody: texts.join('\n\n') })}</script>`;

async function read(html: string) {
  const reading = readPage(html, '0'.repeat(64));
  assert.ok('document' in reading);
  const { body, notes, summary } = reading.document as SourceDocument;
  const media = mediaIn(body);
  return { mdx: (await writeBody(body)).mdx, media, notes: notes.join('\n'), summary };
}
const text = (...texts: string[]) => `${texts.join('\n\n')}\n`;

suite('a text is proven by what the page holds of it elsewhere', () => {
  test('a paragraph that the page leaves out stands again between those beside it', async () => {
    const { mdx, notes } = await read(
      page(
        `<article><h1>Last loaf sold</h1>${paragraphs(BAKED, RENT, STREET)}</article>`,
        data(BAKED, OVEN, RENT, STREET),
      ),
    );
    assert.equal(mdx, text(BAKED, OVEN, RENT, STREET));
    assert.match(notes, /one paragraph put back from the text in the page’s data/);
  });

  test('escaped HTML in the data is no text', async () => {
    const escaped = `&lt;p&gt;${BAKED}&lt;/p&gt;&lt;div align="center"&gt;&lt;img src="a.jpg"&gt;&lt;/div&gt;&lt;p&gt;${OVEN}&lt;/p&gt;`;
    const { mdx } = await read(
      page(
        `<article><h1>Last loaf sold</h1>${paragraphs(BAKED, OVEN, RENT)}</article>`,
        data(escaped),
      ),
    );
    assert.equal(mdx, text(BAKED, OVEN, RENT));
  });

  test('a text that is not the one of the data fails, and says by how much', () => {
    const told = Array.from(
      { length: 10 },
      (_, at) =>
        `On day ${at} the tram to Quay Street was late again, and ${at} people walked home.`,
    );
    const shown = Array.from(
      { length: 16 },
      (_, at) => `Reader ${at} asks whether the shop will open again in spring; nobody knows yet.`,
    );
    assert.throws(
      () =>
        readPage(
          page(`<main><h1>Last loaf sold</h1>${paragraphs(...shown)}</main>`, data(...told)),
          '',
        ),
      /^ImportFault: Of the text in the page’s data, 0 of \d+ words are in the text that was found.*\.txt file\.$/,
    );
  });

  test('of several texts in the data the one of the page’s own article counts', async () => {
    const other = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Tram was late',
      url: 'https://post.example/tram',
      articleBody: Array.from({ length: 30 }, (_, at) => `The tram was late on day ${at}.`).join(
        ' ',
      ),
    });
    const { mdx } = await read(
      page(
        `<article><h1>Last loaf sold</h1>${paragraphs(BAKED, OVEN)}</article>`,
        `${data(BAKED, OVEN)}<script type="application/ld+json">${other}</script>`,
      ),
    );
    assert.equal(mdx, text(BAKED, OVEN));
  });
});

suite('text that stands elsewhere on the page', () => {
  test('between the headline and the part with the rest', async () => {
    const { mdx } = await read(
      page(
        `<div class="top"><h1>Last loaf sold</h1><div><p>${BAKED}</p></div></div><div class="rest">${paragraphs(OVEN, RENT, STREET)}</div>`,
      ),
    );
    assert.equal(mdx, text(BAKED, OVEN, RENT, STREET));
  });

  test('for those who run no scripts', async () => {
    const { mdx } = await read(
      page(
        `<div id="blog"><p>News of the street</p><h3>Last loaf sold</h3><div class="post"><noscript>${paragraphs(BAKED, OVEN, RENT, STREET, `${BAKED} ${OVEN}`, `${RENT} ${STREET}`)}</noscript></div></div>`,
      ),
    );
    assert.match(mdx, /The bakery on Mill Lane[\s\S]*a locksmith are left now/);
  });

  test('where the description begins it, and not a longer notice', async () => {
    const notice =
      'Offers on this page are of companies that pay us, and terms apply to each of them.';
    const { mdx } = await read(
      page(
        `<section class="notice">${paragraphs(notice)}</section><div class="ads"><div class="story-inner">${paragraphs(BAKED, OVEN, RENT)}</div></div>`,
        `<meta name="description" content="${BAKED}">`,
      ),
    );
    assert.match(mdx, /^The bakery on Mill Lane/);
  });

  test('in a part that the markup calls something else, around the only article', async () => {
    const { mdx } = await read(
      page(
        `<div class="subscription"><article><h1>Last loaf sold</h1>${paragraphs(BAKED, OVEN)}</article></div><div>${paragraphs(STREET)}</div>`,
      ),
    );
    assert.match(mdx, /bakery[\s\S]*oven/);
  });

  test('a standfirst that is all there is', async () => {
    const { mdx, summary } = await read(
      page(`<article><h1>Last loaf sold</h1><p class="teaser-text dek">${BAKED}</p></article>`),
    );
    assert.equal(mdx, text(BAKED));
    assert.equal(summary, undefined);
  });

  test('a credit is that of each picture', async () => {
    const figure = (caption: string) =>
      `<figure><img src="a.jpg" alt=""><figcaption>${caption}</figcaption></figure>`;
    const { mdx, media } = await read(
      page(
        `<article><h1>Last loaf sold</h1><p>${BAKED}</p>${figure('Photo: Ida Brandt')}<p>${OVEN}</p>${figure('Photo: Ida Brandt')}<p>${RENT}</p></article>`,
      ),
    );
    assert.equal(mdx, text(BAKED, OVEN, RENT));
    assert.deepEqual(
      media.map(({ creditLine }) => creditLine),
      ['Photo: Ida Brandt', 'Photo: Ida Brandt'],
    );
  });

  test('formulas, as signs in a line, and not twice', async () => {
    const { mdx, notes } = await read(
      page(
        `<article><h1>Last loaf sold</h1><p>${BAKED}</p><p>The dough of <span class="k"><span><math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><msup><mi>b</mi><mn>2</mn></msup></mfrac></math></span><span aria-hidden="true">a+1b2</span></span> loaves, she says, was enough for all of them.</p></article>`,
      ),
    );
    assert.match(mdx, /The dough of \(a \+ 1\)\/\(b\^2\) loaves/);
    assert.match(notes, /one formula is written as signs in a line/);
  });
});

suite('what stands around the text stays out, and is counted', () => {
  const AROUND: Record<string, [string, RegExp]> = {
    'how to reach the author': ['<p>Write to Ida Brandt at ida@post.example</p>', /of sharing/],
    'a gallery with numbers': [
      '<div class="gallery"><p>2 of 9 The shop in spring, with its blinds down</p></div>',
      /of gallery/,
    ],
    'a list of tags': [
      '<p>Tags: <a href="/t/bread">bread</a>, <a href="/t/street">street</a></p>',
      /of navigation/,
    ],
    'the way from the front page': [
      '<p><a href="/">Home</a> » <a href="/n">News</a> » Last loaf sold</p>',
      /of navigation/,
    ],
  };
  for (const [name, [around, note]] of Object.entries(AROUND))
    test(name, async () => {
      const { mdx, notes } = await read(
        page(
          `<article><h1>Last loaf sold</h1>${paragraphs(BAKED, OVEN, RENT, STREET)}${around}</article>`,
        ),
      );
      assert.equal(mdx, text(BAKED, OVEN, RENT, STREET));
      assert.match(notes, note);
    });

  test('what appears over a word', async () => {
    const over = `<span class="rollover-card"><a href="/people/ada">Ada Varga</a><a href="/b">Baker of the year, and four other stories of bread</a></span>`;
    const { mdx } = await read(
      page(
        `<article><h1>Last loaf sold</h1>${paragraphs(BAKED)}<p>Ada Varga${over} said that she would bake at home from now on, for friends.</p>${paragraphs(RENT)}</article>`,
      ),
    );
    assert.match(mdx, /^Ada Varga said that she would bake/m);
    assert.doesNotMatch(mdx, /Baker of the year/);
  });

  test('sentences that begin alike are text', async () => {
    const last = ['3 of 5 shops in the lane are empty now.', 'Contact with its owners was lost.'];
    const { mdx } = await read(
      page(`<article><h1>Last loaf sold</h1>${paragraphs(BAKED, OVEN, RENT, ...last)}</article>`),
    );
    assert.equal(mdx, text(BAKED, OVEN, RENT, ...last));
  });

  test('the sources of a text are text', async () => {
    const { mdx } = await read(
      page(
        `<article><h1>Last loaf sold</h1>${paragraphs(BAKED, OVEN, RENT)}<h2>Sources</h2><ul><li><a href="https://a.example/">The ledger of the bakery</a></li><li><a href="https://b.example/">The street in pictures</a></li></ul></article>`,
      ),
    );
    assert.match(mdx, /ledger of the bakery/);
  });
});

test('a page that begins with the warnings of its server is a page', async () => {
  const { isPage } = await import('../../../../src/import/formats/page/page-head.ts');
  const { headOf } = await import('../../../../src/import/formats/head.ts');
  const warned = `<br />\n<b>Warning</b>: no such table in <b>/srv/a.php</b><br />\n${page(paragraphs(BAKED))}`;
  assert.ok(isPage(headOf('a', Buffer.from(warned))));
  assert.ok(!isPage(headOf('a', Buffer.from('<b>Bread</b> is baked'))));
});
