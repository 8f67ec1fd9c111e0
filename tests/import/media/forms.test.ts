import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { paragraphIds } from '../../../src/domain/article/paragraph.ts';
import { bytesOf, documentsIn } from '../../support/located.ts';
import { docx, odt, paragraph } from '../../support/manuscript.ts';
import { png } from '../../support/picture.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { articlePage, warcOf } from '../../support/warc.ts';
import { zipOf } from '../../support/zip.ts';

const BOAT = png(40, 30, 1);
const QUAY = png(40, 30, 2);
const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';
const TWO =
  'It will call at the three lower islands until the mole is mended, the pilots said there.';
const DAY = '2021-04-02';

/** The only document, with a short name for each of its media. */
async function read(t: TestContext, path: string, files: Record<string, string | Uint8Array>) {
  const [document, another] = await documentsIn(scratchFolder(t), path, files);
  assert.ok(document && !another);
  const ids = paragraphIds(document.paragraphs);
  const media = (document.media ?? []).map(({ local, position, urls, ...words }) => ({
    ...words,
    ...(urls.length > 0 && { urls }),
    at: position === undefined || position === 'head' ? position : ids.indexOf(position),
    is: local
      ? bytesOf({ local, urls, ...words }).equals(BOAT)
        ? 'boat'
        : bytesOf({ local, urls, ...words }).equals(QUAY)
          ? 'quay'
          : 'other'
      : undefined,
  }));
  return { document, media };
}

const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>The boat</title><meta name="date" content="${DAY}"><link rel="canonical" href="https://gazette.example/boat">${head}</head><body><main><h1>The boat</h1><article>${body}</article></main></body></html>`;
const FIGURE = (src: string) =>
  `<figure><img src="${src}" alt="A boat at a mole"><figcaption>The boat at noon. <span class="photo-credit">Ilse Brandt</span></figcaption></figure>`;
const AS_TOLD = {
  kind: 'photograph',
  altText: 'A boat at a mole',
  caption: 'The boat at noon.',
  creditLine: 'Ilse Brandt',
};

suite('pictures of saved pages', () => {
  test('a folder beside the page: caption and credit are fields, and no paragraphs', async (t) => {
    const { document, media } = await read(t, 'page.html', {
      'page.html': page(`<p>${ONE}</p>${FIGURE('page_files/boat.png')}<p>${TWO}</p>`),
      'page_files/boat.png': BOAT,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(media, [
      {
        ...AS_TOLD,
        name: 'boat.png',
        at: 0,
        is: 'boat',
      },
    ]);
  });

  test('the folder of a saved page is no place on the web, and that of another page is not looked into', async (t) => {
    const { document, media } = await read(t, 'page.html', {
      'page.html': page(
        `<p>${ONE} <a href="page_files/log.html">The log</a> is kept.</p>${FIGURE('page_files/lost.png')}<p>${TWO}</p><img src="letter_files/quay.png" alt="Quay"><img src="old%20name_files/boat.png" alt="Boat">`,
      ),
      'letter.html': page('<p>A letter.</p>'),
      'letter_files/quay.png': QUAY,
      'old name_files/boat.png': BOAT,
    });
    assert.match(document.mdx, /aboard, a week after the flood\. The log is kept\./);
    assert.deepEqual(
      media.map(({ name, reason, urls, is }) => ({ name, reason, urls, is })),
      [
        {
          name: 'lost.png',
          reason: 'It does not lie with its source.',
          urls: undefined,
          is: undefined,
        },
        {
          name: 'quay.png',
          reason: 'It does not lie with its source.',
          urls: undefined,
          is: undefined,
        },
        { name: 'boat.png', reason: undefined, urls: undefined, is: 'boat' },
      ],
    );
  });

  test('a PDF that was saved with a page and that its text links to is a document of it, or a named gap', async (t) => {
    const { media } = await read(t, 'page.html', {
      'page.html': page(
        `<p>${ONE} Read <a href="page_files/log.pdf">the log of the boat</a> and <a href="rules.pdf">the rules</a>.</p><p>${TWO} <a href="https://gazette.example/plan.pdf">The plan</a>.</p>`,
      ),
      'page_files/log.pdf': BOAT,
    });
    assert.deepEqual(
      media.map(({ kind, name, caption, urls, is }) => ({ kind, name, caption, urls, is })),
      [
        {
          kind: 'document',
          name: 'log.pdf',
          caption: 'the log of the boat',
          urls: undefined,
          is: 'boat',
        },
        {
          kind: 'document',
          name: 'rules.pdf',
          caption: 'the rules',
          urls: ['https://gazette.example/rules.pdf'],
          is: undefined,
        },
      ],
    );
  });

  test('a picture above the text stands at the head; what the page’s data say of it is added', async (t) => {
    const data = {
      '@type': 'ImageObject',
      contentUrl: 'https://gazette.example/full/harbour.png',
      creditText: 'Agency of Quern',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    };
    const { media } = await read(t, 'page.html', {
      'page.html': page(
        `<img src="page_files/harbour.png" alt="The harbour" width="640" height="400"><p>${ONE}</p><p>${TWO}</p>`,
        `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      ),
      'page_files/harbour.png': BOAT,
    });
    const [only] = media;
    assert.equal(media.length, 1);
    assert.equal(only?.at, 'head');
    assert.equal(only?.creditLine, 'Agency of Quern');
    assert.equal(only?.licence, 'https://creativecommons.org/licenses/by/4.0/');
  });

  test('sizes, lazy pictures and what is for those without scripts: the largest that is there', async (t) => {
    const { media } = await read(t, 'page.html', {
      'page.html': page(
        `<p>${ONE}</p><picture><source srcset="https://gazette.example/boat-2000.png 2000w, f/boat-800.png 800w"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="f/boat-400.png" alt="Boat"></picture><p>${TWO}</p><p><img class="lazy"><noscript><img src="f/quay.png" alt="Quay"></noscript></p>`,
      ),
      'f/boat-800.png': BOAT,
      'f/boat-400.png': QUAY,
      'f/quay.png': QUAY,
    });
    assert.deepEqual(
      media.map(({ altText, is, at }) => ({ altText, is, at })),
      [
        { altText: 'Boat', is: 'boat', at: 0 },
        { altText: 'Quay', is: 'quay', at: 1 },
      ],
    );
  });

  test('counters, icons, faces, teasers and advertisements are none of the article', async (t) => {
    const { document, media } = await read(t, 'page.html', {
      'page.html': page(
        `<p>${ONE}</p><img src="p.gif" width="1" height="1"><img class="avatar" src="ann.png"><img src="https://s.w.org/images/core/emoji/1.png"><div class="related"><a href="/x"><img src="x.png">Another report of the week</a></div><div class="ads"><img src="ad.png"></div><p>${TWO}</p>`,
      ),
    });
    assert.deepEqual(media, []);
    assert.match(
      document.notes.join(),
      /3 small pictures \(icons, faces, counters of readers\) left out/,
    );
  });

  test('what cannot be had keeps its words, its address and the reason', async (t) => {
    const { document, media } = await read(t, 'page.html', {
      'page.html': page(`<p>${ONE}</p>${FIGURE('https://img.example/boat.png')}<p>${TWO}</p>`),
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(media, [
      {
        ...AS_TOLD,
        name: 'boat.png',
        urls: ['https://img.example/boat.png'],
        reason: 'Its source names its address on the web, and the file did not come with it.',
        at: 0,
        is: undefined,
      },
    ]);
  });

  test('SingleFile: data within the page, once for several pictures, and a zip', async (t) => {
    const data = `data:image/png;base64,${BOAT.toString('base64')}`;
    assert.ok(data.length > 500);
    const inPage = await read(t, 'page.html', {
      'page.html': page(
        `<p>${ONE}</p>${FIGURE(data)}<p>${TWO}</p><img alt="Quay" src="data:image/svg+xml;base64,PHN2Zy8+" style="background-image:var(--sf-img-2)">`,
        `<style>:root{--sf-img-2: url("data:image/png;base64,${QUAY.toString('base64')}")}</style>`,
      ),
    });
    assert.deepEqual(
      inPage.media.map(({ is, at }) => [is, at]),
      [
        ['boat', 0],
        ['quay', 1],
      ],
    );
    const zip = await zipOf(
      new Map<string, string | Buffer>([
        ['manifest.json', JSON.stringify({ originalUrl: 'https://gazette.example/boat' })],
        ['index.html', page(`<p>${ONE}</p>${FIGURE('images/0.png')}<p>${TWO}</p>`)],
        ['images/0.png', BOAT],
      ]),
    );
    const inZip = await read(t, 'page.u.zip', { 'page.u.zip': zip });
    assert.deepEqual(
      inZip.media.map(({ is }) => is),
      ['boat'],
    );
  });

  test('MHTML: parts by their number and by their address', async (t) => {
    const part = (headers: string, body: string) => `--x\r\n${headers}\r\n\r\n${body}\r\n`;
    const file = (headers: string, bytes: Buffer) =>
      part(
        `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n${headers}`,
        bytes.toString('base64'),
      );
    const html = page(
      `<p>${ONE}</p><img src="cid:quay@x" alt="Quay"><p>${TWO}</p>${FIGURE('/i/boat.png')}`,
    );
    const { media } = await read(t, 'page.mhtml', {
      'page.mhtml': `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://gazette.example/boat\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n${part('Content-Type: text/html; charset=utf-8\r\nContent-Location: https://gazette.example/boat', html)}${file('Content-ID: <quay@x>', QUAY)}${file('Content-Location: https://gazette.example/i/boat.png', BOAT)}--x--\r\n`,
    });
    assert.deepEqual(
      media.map(({ is, at }) => [is, at]),
      [
        ['quay', 0],
        ['boat', 1],
      ],
    );
  });

  for (const isPacked of [false, true])
    test(`a web archive: the answer at the picture’s address, wherever it stands (${isPacked ? 'packed' : 'plain'})`, async (t) => {
      const answer = ['HTTP/1.1 200 OK', 'Content-Type: image/png'];
      const { media } = await read(t, 'a.warc', {
        'a.warc': warcOf(
          [
            {
              address: 'https://gazette.example/boat',
              body: articlePage(
                `${ONE}</p>${FIGURE('/i/boat.png?w=9')}<p>${TWO}</p><p><img alt="Quay" src="moved.png">`,
              ),
            },
            {
              address: 'https://gazette.example/moved.png',
              answer: ['HTTP/1.1 302 Found', 'Location: /q.png'],
            },
            { address: 'https://gazette.example/q.png', answer, body: QUAY },
            { address: 'https://gazette.example/i/boat.png?w=9', answer, body: BOAT },
          ],
          isPacked,
        ),
      });
      assert.deepEqual(
        media.map(({ is, at }) => [is, at]),
        [
          ['boat', 0],
          ['quay', 1],
        ],
      );
    });

  test('a mirror of a site: by paths of the site, and by whole addresses', async (t) => {
    const { media } = await read(t, 'site', {
      'site/gazette.example/2021/boat.html': page(
        `<p>${ONE}</p><img src="../img/boat.png" alt="Boat"><p>${TWO}</p><p><img src="https://cdn.example/q/quay.png" alt="Quay"></p>`,
      ),
      'site/gazette.example/img/boat.png': BOAT,
      'site/cdn.example/q/quay.png': QUAY,
    });
    assert.deepEqual(
      media.map(({ is }) => is),
      ['boat', 'quay'],
    );
  });
});

const wxr = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Gazette</title><link>https://gazette.example</link><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;
const attachment = (id: number, name: string, caption: string, alt: string) =>
  `<item><title>${name}</title><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:attachment_url>https://gazette.example/wp-content/uploads/2021/04/${name}</wp:attachment_url><excerpt:encoded><![CDATA[${caption}]]></excerpt:encoded>${meta('_wp_attachment_image_alt', alt)}</item>`;
const post = (content: string, more = '') =>
  `<item><title>The boat</title><link>https://gazette.example/boat</link><pubDate>Fri, 02 Apr 2021 08:00:00 +0000</pubDate><wp:post_id>5</wp:post_id><wp:post_date>2021-04-02 08:00:00</wp:post_date><wp:post_date_gmt>2021-04-02 08:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${content}]]></content:encoded>${more}</item>`;

suite('pictures of exports', () => {
  const UPLOADS = {
    'uploads/2021/04/boat.png': BOAT,
    'uploads/2021/04/quay.png': QUAY,
  };

  test('WordPress: the leading picture, captions, a gallery, and words that the uploads have', async (t) => {
    const { document, media } = await read(t, 'dump.xml', {
      'dump.xml': wxr(
        attachment(7, 'boat.png', 'The boat at noon. Photo: Ilse Brandt', 'A boat at a mole') +
          attachment(8, 'quay.png', 'The quay', 'A quay') +
          post(
            `<p>${ONE}</p>\n[gallery ids="8,99"]\n<p>${TWO}</p>\n<img class="wp-image-7" src="https://gazette.example/wp-content/uploads/2021/04/boat-300x200.png" alt="" />`,
            meta('_thumbnail_id', '7'),
          ),
      ),
      ...UPLOADS,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(
      media.map(({ urls: _, reason: __, name: ___, ...one }) => one),
      [
        { ...AS_TOLD, creditLine: 'Photo: Ilse Brandt', at: 'head', is: 'boat' },
        { kind: 'photograph', altText: 'A quay', caption: 'The quay', at: 0, is: 'quay' },
      ],
    );
    assert.match(
      document.notes.join(),
      /one picture of a gallery left out, which the export does not have/,
    );
  });

  test('WordPress: a leading picture that the text shows too has the words of the text, once', async (t) => {
    const { media } = await read(t, 'dump.xml', {
      'dump.xml': wxr(
        attachment(7, 'boat.png', 'From the files: a boat', 'A boat') +
          post(
            `<p>${ONE}</p>\n<figure class="wp-block-image"><img class="wp-image-7" src="https://gazette.example/wp-content/uploads/2021/04/boat-300x200.png" alt="A boat at a mole"/><figcaption>The boat at noon.</figcaption></figure>\n<p>${TWO}</p>`,
            meta('_thumbnail_id', '7'),
          ),
      ),
      ...UPLOADS,
    });
    assert.deepEqual(
      media.map(({ caption, altText, is, at }) => ({ caption, altText, is, at })),
      [{ caption: 'The boat at noon.', altText: 'A boat at a mole', is: 'boat', at: 'head' }],
    );
  });

  test('a caption of WordPress with its credit', async (t) => {
    const { document, media } = await read(t, 'dump.xml', {
      'dump.xml': wxr(
        post(
          `${ONE}\n\n[caption width="300"][media-credit name="Ilse Brandt"]<img src="https://gazette.example/wp-content/uploads/2021/04/boat.png" alt="A boat at a mole" />[/media-credit] The boat at noon.[/caption]\n\n${TWO}`,
        ),
      ),
      ...UPLOADS,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(
      media.map(({ urls: _, name: __, ...one }) => one),
      [{ ...AS_TOLD, at: 0, is: 'boat' }],
    );
  });

  test('Ghost: its folder of images, and the leading picture', async (t) => {
    const data = {
      db: [
        {
          data: {
            posts: [
              {
                id: '1',
                title: 'The boat',
                slug: 'boat',
                status: 'published',
                visibility: 'public',
                published_at: '2021-04-02T08:00:00.000Z',
                feature_image: '__GHOST_URL__/content/images/2021/04/quay.png',
                html: `<p>${ONE}</p><figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/size/w600/2021/04/boat.png" class="kg-image" alt="A boat at a mole"><figcaption>The boat at noon.</figcaption></figure><p>${TWO}</p>`,
              },
            ],
            posts_meta: [{ post_id: '1', feature_image_alt: 'A quay' }],
          },
        },
      ],
    };
    const { document, media } = await read(t, 'ghost.json', {
      'ghost.json': JSON.stringify(data),
      'content/images/2021/04/boat.png': BOAT,
      'content/images/2021/04/quay.png': QUAY,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(
      media.map(({ altText, is, at }) => [altText, is, at]),
      [
        ['A quay', 'quay', 'head'],
        ['A boat at a mole', 'boat', 0],
      ],
    );
  });

  test('Blogger’s table around a picture is its caption', async (t) => {
    const content = `<p>${ONE}</p><table class="tr-caption-container"><tr><td><a href="boat-full.png"><img src="boat-s.png"></a></td></tr><tr><td class="tr-caption">The boat at noon.</td></tr></table><p>${TWO}</p>`;
    const escaped = content.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const { document, media } = await read(t, 'blog.xml', {
      'blog.xml': `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><title>Gazette</title><entry><id>a</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>The boat</title><published>2021-04-02T08:00:00Z</published><content type="html">${escaped}</content></entry></feed>`,
      'boat-full.png': BOAT,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(
      media.map(({ caption, is, at }) => [caption, is, at]),
      [['The boat at noon.', 'boat', 0]],
    );
  });

  test('ninjs: the largest rendition that lies beside it, with all that it says', async (t) => {
    const item = {
      uri: 'urn:wire:1',
      type: 'text',
      pubstatus: 'usable',
      versioncreated: '2021-04-02T08:00:00Z',
      headlines: [{ value: 'The boat' }],
      bodies: [{ contenttype: 'text/plain', value: `${ONE}\n\n${TWO}` }],
      associations: [
        {
          uri: 'urn:wire:1:p',
          type: 'picture',
          headlines: [{ value: 'A boat at a mole' }],
          by: 'Ilse Brandt',
          usageTerms: 'Not after 2040.',
          copyrightNotice: '© Agency of Quern',
          renditions: [
            { name: 'thumb', href: 'thumb.png', width: 40, height: 30 },
            { name: 'full', href: 'boat.png', width: 4000, height: 3000 },
          ],
        },
      ],
    };
    const { media } = await read(t, 'wire.json', {
      'wire.json': JSON.stringify(item),
      'boat.png': BOAT,
      'thumb.png': QUAY,
    });
    assert.deepEqual(
      media.map(({ dateCreated: _, ...one }) => one),
      [
        {
          kind: 'photograph',
          caption: 'A boat at a mole',
          creditLine: 'Ilse Brandt',
          creator: 'Ilse Brandt',
          copyrightNotice: '© Agency of Quern',
          usageTerms: 'Not after 2040.',
          source: undefined,
          name: 'boat.png',
          at: 'head',
          is: 'boat',
        },
      ].map(({ source: _, ...one }) => one),
    );
  });

  test('NITF: the file, its words and who made it', async (t) => {
    const { document, media } = await read(t, 'wire.xml', {
      'wire.xml': `<nitf><head><docdata><date.issue norm="20210402T080000Z"/></docdata></head><body><body.head><hedline><hl1>The boat</hl1></hedline></body.head><body.content><p>${ONE}</p><media media-type="image"><media-reference source="boat.png" alternate-text="A boat at a mole"/><media-caption>The boat at noon.</media-caption><media-producer>Ilse Brandt</media-producer></media><p>${TWO}</p></body.content></body></nitf>`,
      'boat.png': BOAT,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(media, [{ ...AS_TOLD, name: 'boat.png', at: 0, is: 'boat' }]);
  });

  test('feeds: Media RSS and enclosures that lie beside the feed', async (t) => {
    const { media } = await read(t, 'feed.xml', {
      'feed.xml': `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><item><title>The boat</title><link>https://gazette.example/boat</link><pubDate>Fri, 02 Apr 2021 08:00:00 GMT</pubDate><content:encoded>&lt;p&gt;${ONE}&lt;/p&gt;&lt;p&gt;${TWO}&lt;/p&gt;</content:encoded><media:content url="boat.png" type="image/png" medium="image"><media:description>The boat at noon.</media:description><media:credit>Ilse Brandt</media:credit></media:content><enclosure url="quay.png" type="image/png" length="1"/></item></channel></rss>`,
      'boat.png': BOAT,
      'quay.png': QUAY,
    });
    assert.deepEqual(
      media.map(({ caption, creditLine, is, at }) => [caption, creditLine, is, at]),
      [
        ['The boat at noon.', 'Ilse Brandt', 'boat', 'head'],
        [undefined, undefined, 'quay', undefined],
      ],
    );
  });

  test('Markdown: pictures by their paths, and the one that its fields name', async (t) => {
    const { document, media } = await read(t, 'posts', {
      'posts/boat.md': `---\ntitle: The boat\ndate: ${DAY}\ncover_image: quay.png\nimage_alt: A quay\n---\n\n${ONE}\n\n![A boat at a mole](img/boat.png)\n\n${TWO}\n`,
      'posts/quay.png': QUAY,
      'posts/img/boat.png': BOAT,
    });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(
      media.map(({ altText, is, at }) => [altText, is, at]),
      [
        ['A quay', 'quay', 'head'],
        ['A boat at a mole', 'boat', 0],
      ],
    );
  });

  test('a table with a column of pictures', async (t) => {
    const { media } = await read(t, 'posts.csv', {
      'posts.csv': `title,date,image,photo_credit,text\nThe boat,${DAY},boat.png,Ilse Brandt,${ONE.replaceAll(',', ';')}\n`,
      'boat.png': BOAT,
    });
    assert.deepEqual(
      media.map(({ creditLine, is, at }) => [creditLine, is, at]),
      [['Ilse Brandt', 'boat', 'head']],
    );
  });
});

suite('pictures in manuscripts and letters', () => {
  test('Word: what it is said to show, and the caption below', async (t) => {
    const drawing =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A boat at a mole"/><a:graphic><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>';
    const bytes = await docx(
      paragraph('The boat', 'Titel') +
        paragraph(ONE) +
        paragraph(drawing) +
        paragraph('The boat at noon. Photo: Ilse Brandt', 'Bild') +
        paragraph(TWO),
      { 'word/media/image1.png': BOAT },
      ['p1 image media/image1.png'],
    );
    const { document, media } = await read(t, 'boat.docx', { 'boat.docx': bytes });
    assert.deepEqual(document.paragraphs, [ONE, TWO]);
    assert.deepEqual(media, [
      { ...AS_TOLD, creditLine: 'Photo: Ilse Brandt', name: 'image1.png', at: 0, is: 'boat' },
    ]);
  });

  test('LibreOffice: the same, its caption in the box of the picture', async (t) => {
    const frame =
      '<draw:frame><draw:text-box><text:p text:style-name="Illustration"><draw:frame><draw:image xlink:href="Pictures/boat.png"/><svg:desc>A boat at a mole</svg:desc></draw:frame>The boat at noon. Photo: Ilse Brandt</text:p></draw:text-box></draw:frame>';
    const bytes = await odt(
      `<text:p>${ONE}</text:p><text:p>${frame}</text:p><text:p>${TWO}</text:p>`,
      '',
      { 'Pictures/boat.png': BOAT },
    );
    const { document, media } = await read(t, 'boat.odt', { 'boat.odt': bytes });
    assert.deepEqual(
      media.map(({ altText, is }) => [altText, is]),
      [['A boat at a mole', 'boat']],
    );
    assert.match(`${document.paragraphs.join(' ')} ${media[0]?.caption}`, /The boat at noon\./);
  });

  test('a newsletter: parts of the message alone; an address on the web may tell who received it', async (t) => {
    const html = `<p>${ONE}</p><img src="cid:b@x" alt="A boat at a mole"><p>${TWO}</p><img src="https://track.example/open?who=ann" alt="Join us">`;
    const { document, media } = await read(t, 'letter.eml', {
      'letter.eml': `From: Gazette <post@gazette.example>\r\nTo: list@gazette.example\r\nSubject: The boat\r\nDate: Fri, 02 Apr 2021 08:00:00 +0000\r\nList-Id: Gazette <list.gazette.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--x\r\nContent-Type: image/png; name="boat.png"\r\nContent-ID: <b@x>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${BOAT.toString('base64')}\r\n--x--\r\n`,
    });
    assert.deepEqual(
      media.map(({ altText, is, urls }) => [altText, is, urls]),
      [['A boat at a mole', 'boat', undefined]],
    );
    assert.match(document.notes.join(), /one picture on the web left out/);
    assert.doesNotMatch(JSON.stringify(document), /who=ann/);
  });
});
