import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { bytesOf, documentsIn } from '../../support/located.ts';
import { png } from '../../support/picture.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { warcOf } from '../../support/warc.ts';
import { zipOf } from '../../support/zip.ts';

const BOAT = png(40, 30, 1);
const QUAY = png(40, 30, 2);
const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';
const TWO =
  'It will call at the three lower islands until the mole is mended, the pilots said there.';
const FIGURE = (src: string) =>
  `<figure><img src="${src}" alt="A boat at a mole"><figcaption>The boat at noon.</figcaption></figure>`;

/** The paragraphs of the only document, and of each of its media what it says and which file it is. */
async function read(t: TestContext, path: string, files: Record<string, string | Uint8Array>) {
  const [document, ...others] = await documentsIn(scratchFolder(t), path, files);
  assert.ok(document);
  assert.deepEqual(others, []);
  return {
    text: document.paragraphs,
    media: (document.media ?? []).map((one) => ({
      kind: one.kind,
      alt: one.altText,
      caption: one.caption,
      is:
        one.local &&
        (bytesOf(one).equals(BOAT) ? 'boat' : bytesOf(one).equals(QUAY) ? 'quay' : 'other'),
      url: one.local ? undefined : one.urls[0],
    })),
  };
}

const SHOWN = {
  kind: 'photograph',
  alt: 'A boat at a mole',
  caption: 'The boat at noon.',
  is: 'boat',
  url: undefined,
};
const QUAY_ALONE = {
  kind: 'photograph',
  alt: undefined,
  caption: undefined,
  is: 'quay',
  url: undefined,
};

suite('pictures really come in', () => {
  test('of a WACZ: the answer at the address of the picture', async (t) => {
    const page = `<!doctype html><html><head><meta charset="utf-8"><title>The boat</title><meta name="date" content="2021-04-02"></head><body><main><h1>The boat</h1><article><p>${ONE}</p>${FIGURE('/i/boat.png')}<p>${TWO}</p></article></main></body></html>`;
    const warc = warcOf(
      [
        { address: 'https://gazette.example/boat', body: page },
        {
          address: 'https://gazette.example/i/boat.png',
          answer: ['HTTP/1.1 200 OK', 'Content-Type: image/png'],
          body: BOAT,
        },
      ],
      true,
    );
    const zip = await zipOf(
      new Map<string, string | Buffer>([
        [
          'datapackage.json',
          JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources: [] }),
        ],
        ['archive/data.warc.gz', Buffer.from(warc)],
        [
          'pages/pages.jsonl',
          `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages' })}\n${JSON.stringify({ id: '1', url: 'https://gazette.example/boat', ts: '2021-04-03T00:00:00Z' })}\n`,
        ],
      ]),
    );
    const { text, media } = await read(t, 'a.wacz', { 'a.wacz': zip });
    assert.deepEqual(text, [ONE, TWO]);
    assert.deepEqual(media, [SHOWN]);
  });

  test('of WordPress’s REST API: those of the text, and the leading one with its words', async (t) => {
    const post = {
      id: 5,
      type: 'post',
      status: 'publish',
      link: 'https://gazette.example/boat',
      date: '2021-04-02T08:00:00',
      date_gmt: '2021-04-02T08:00:00',
      title: { rendered: 'The boat' },
      content: {
        protected: false,
        rendered: `<p>${ONE}</p>${FIGURE('https://gazette.example/wp-content/uploads/2021/04/boat-300x200.png')}<p>${TWO}</p>`,
      },
      featured_media: 8,
      _embedded: {
        'wp:featuredmedia': [
          {
            id: 8,
            media_type: 'image',
            source_url: 'https://gazette.example/wp-content/uploads/2021/04/quay.png',
            alt_text: 'A quay',
            caption: { rendered: '<p>The quay.</p>' },
          },
        ],
      },
    };
    const { text, media } = await read(t, 'posts.json', {
      'posts.json': JSON.stringify([post]),
      'uploads/2021/04/boat.png': BOAT,
      'uploads/2021/04/quay.png': QUAY,
    });
    assert.deepEqual(text, [ONE, TWO]);
    assert.deepEqual(media, [{ ...QUAY_ALONE, alt: 'A quay', caption: 'The quay.' }, SHOWN]);
  });

  test('of JATS: the graphic of a figure, with its caption', async (t) => {
    const jats = (href: string) =>
      `<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="news"><front><article-meta><title-group><article-title>The boat</article-title></title-group><pub-date iso-8601-date="2021-04-02"><day>2</day><month>4</month><year>2021</year></pub-date></article-meta></front><body><p>${ONE}</p><fig id="f"><caption><p>The boat at noon.</p></caption><alt-text>A boat at a mole</alt-text><graphic xlink:href="${href}"/></fig><p>${TWO}</p></body></article>`;
    for (const href of ['boat.png', 'img/boat.png']) {
      const { text, media } = await read(t, 'a.xml', { 'a.xml': jats(href), [href]: BOAT });
      assert.deepEqual(text, [ONE, TWO]);
      assert.deepEqual(media, [SHOWN]);
    }
  });

  test('of TEI: the graphic of a figure, with its head and description', async (t) => {
    const { text, media } = await read(t, 'a.xml', {
      'a.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The boat</title></titleStmt><publicationStmt><date when="2021-04-02"/></publicationStmt><sourceDesc><p>Paper.</p></sourceDesc></fileDesc></teiHeader><text><body><p>${ONE}</p><figure><graphic url="img/boat.png"/><head>The boat at noon.</head><figDesc>A boat at a mole</figDesc></figure><p>${TWO}</p></body></text></TEI>`,
      'img/boat.png': BOAT,
    });
    assert.deepEqual(text, [ONE, TWO]);
    assert.deepEqual(media, [SHOWN]);
  });

  test('of Movable Type: those of its text, by their path on the site', async (t) => {
    const { text, media } = await read(t, 'mt.txt', {
      'mt.txt': `AUTHOR: Ilse Brandt\nTITLE: The boat\nSTATUS: Publish\nCONVERT BREAKS: 0\nDATE: 04/02/2021 08:00:00 AM\n-----\nBODY:\n<p>${ONE}</p>${FIGURE('https://gazette.example/img/boat.png')}<p>${TWO}</p>\n-----\n--------\n`,
      'img/boat.png': BOAT,
    });
    assert.deepEqual(text, [ONE, TWO]);
    assert.deepEqual(media, [SHOWN]);
  });

  test('of Atom: those of the text, and enclosures', async (t) => {
    const { text, media } = await read(t, 'feed.xml', {
      'feed.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>Gazette</title><updated>2021-04-02T08:00:00Z</updated><entry><id>urn:e</id><title>The boat</title><published>2021-04-02T08:00:00Z</published><updated>2021-04-02T08:00:00Z</updated><link rel="alternate" href="https://gazette.example/boat"/><link rel="enclosure" type="image/png" href="quay.png"/><content type="html">${`<p>${ONE}</p>${FIGURE('boat.png')}<p>${TWO}</p>`.replaceAll('<', '&lt;')}</content></entry></feed>`,
      'boat.png': BOAT,
      'quay.png': QUAY,
    });
    assert.deepEqual(text, [ONE, TWO]);
    assert.deepEqual(media, [SHOWN, QUAY_ALONE]);
  });

  test('of a JSON feed: those of the text, its image, and attachments', async (t) => {
    const { text, media } = await read(t, 'feed.json', {
      'feed.json': JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Gazette',
        items: [
          {
            id: '1',
            url: 'https://gazette.example/boat',
            title: 'The boat',
            date_published: '2021-04-02T08:00:00Z',
            content_html: `<p>${ONE}</p>${FIGURE('boat.png')}<p>${TWO}</p>`,
            image: 'quay.png',
            attachments: [
              {
                url: 'https://gazette.example/talk.mp3',
                mime_type: 'audio/mpeg',
                title: 'The pilots',
              },
            ],
          },
        ],
      }),
      'boat.png': BOAT,
      'quay.png': QUAY,
    });
    assert.deepEqual(text, [ONE, TWO]);
    assert.deepEqual(media, [
      SHOWN,
      QUAY_ALONE,
      {
        kind: 'audio',
        alt: undefined,
        caption: 'The pilots',
        is: undefined,
        url: 'https://gazette.example/talk.mp3',
      },
    ]);
  });
});
