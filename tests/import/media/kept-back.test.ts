import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { documentsIn } from '../../support/located.ts';
import { png } from '../../support/picture.ts';
import { scratchFolder } from '../../support/scratch.ts';

/** Pictures that their source keeps back, beside texts that it has published. */

const BOAT = png(40, 30, 1);
const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';
const SECRET = 'The master is to be accused on Friday.';

/** What comes in of the only document: its captions, and what is told; no word that is kept back may be in either. */
async function cameIn(t: TestContext, path: string, text: string) {
  const [document, ...others] = await documentsIn(scratchFolder(t), path, {
    [path]: text,
    'boat.png': BOAT,
  });
  assert.ok(document);
  assert.deepEqual(others, []);
  assert.doesNotMatch(JSON.stringify(document), /accused/);
  return {
    captions: (document.media ?? []).map(({ caption }) => caption),
    notes: document.notes.filter((note) => note.includes('kept back')),
  };
}

suite('ninjs', () => {
  const wire = (associations: unknown, body = `<p>${ONE}</p>`) =>
    JSON.stringify({
      uri: 'urn:wire:1',
      type: 'text',
      pubstatus: 'usable',
      versioncreated: '2021-04-02T08:00:00Z',
      headline: 'The boat',
      body_xhtml: body,
      associations,
    });
  const picture = (words: string, said: object) => ({
    type: 'picture',
    description_text: words,
    renditions: { original: { href: 'boat.png' } },
    ...said,
  });

  for (const [said, why] of [
    [{ pubstatus: 'withheld' }, 'its status is “withheld”, not usable'],
    [{ pubstatus: 'usable-not' }, 'its status is “usable-not”, not usable'],
    [{ pubStatus: 'canceled' }, 'its status is “canceled”, not usable'],
    [{ embargoed: '2999-01-01T00:00:00Z' }, 'it is embargoed until 2999-01-01T00:00:00Z'],
    [
      { ednote: 'NOT FOR PUBLICATION before Friday' },
      'its note to editors holds it back (“NOT FOR PUBLICATION before Friday”): if it is public, give it as text',
    ],
  ] as const)
    test(`a picture of which ${why} is passed over, beside another of the same file`, async (t) => {
      const associations = { a: picture('The boat at noon.', {}), b: picture(SECRET, said) };
      for (const given of [associations, Object.values(associations).reverse()])
        assert.deepEqual(await cameIn(t, 'wire.json', wire(given)), {
          captions: ['The boat at noon.'],
          notes: [`one picture or recording passed over, kept back by the source: ${why}`],
        });
    });

  test('nor does it come in where the text shows it', async (t) => {
    const body = `<p>${ONE}</p><figure><img src="boat.png"><figcaption>${SECRET}</figcaption></figure>`;
    const held = [picture(SECRET, { pubstatus: 'withheld' })];
    assert.deepEqual((await cameIn(t, 'wire.json', wire(held, body))).captions, []);
  });

  const CDN = 'https://cdn.example/2021/boat.png';
  for (const [held, shown] of [
    ['boat.png', './boat.png'],
    ['boat.png', 'boat.png?w=600'],
    ['boat.png', 'Boat.PNG#top'],
    ['boat.png', CDN],
    ['cid:boat.png', 'boat.png'],
    [CDN, 'boat.png'],
    [CDN, '//cdn.example/2021/boat.png'],
    [CDN, 'http://www.cdn.example/2021/boat.png'],
    [CDN, 'https://cdn.example:443/2021/%62oat.png'],
    [`${CDN}?w=1200`, `${CDN}?w=600`],
    [CDN, 'https://cdn.example/2021/boat_300x200.png'],
    [CDN, 'https://small.example/600/boat.webp'],
    [CDN, `/_next/image?url=${encodeURIComponent(CDN)}&w=640`],
    ['https://cdn.example/get?id=7', 'http://cdn.example/get?id=7&w=2'],
  ] as const)
    test(`nor where the text shows ${held} as ${shown}; that is told`, async (t) => {
      const body = `<p>${ONE}</p><figure><img src="${shown}"><figcaption>${SECRET}</figcaption></figure>`;
      const { notes, captions } = await cameIn(
        t,
        'wire.json',
        wire([picture(SECRET, { pubstatus: 'canceled', renditions: { a: { href: held } } })], body),
      );
      assert.deepEqual(captions, []);
      assert.deepEqual(notes, [
        'one picture or recording passed over, kept back by the source: its status is “canceled”, not usable',
        `one picture of its text left out, which may be one that the source has kept back: “${shown}”`,
      ]);
    });

  for (const [held, shown] of [
    ['boat.png', 'quay.png'],
    [CDN, 'https://cdn.example/2021/quay.png?of=boat'],
    ['https://cdn.example/1/get', 'https://cdn.example/2/get'],
  ] as const)
    test(`what the text shows as ${shown} comes in beside ${held}`, async (t) => {
      const body = `<p>${ONE}</p><figure><img src="${shown}"><figcaption>The quay.</figcaption></figure>`;
      const renditions = { a: { href: held } };
      assert.deepEqual(
        (
          await cameIn(
            t,
            'wire.json',
            wire([picture(SECRET, { pubstatus: 'canceled', renditions })], body),
          )
        ).captions,
        ['The quay.'],
      );
    });

  test('what the source gives stays, beside one of the same name that it keeps back', async (t) => {
    const [one, other] = ['https://cdn.example/1/main.jpg', 'https://cdn.example/2/main.jpg'];
    const body = `<p>${ONE}</p><img src="${one.replace('https:', 'http:')}" alt="A boat">`;
    const media = [
      picture('The boat at noon.', { renditions: { a: { href: one } } }),
      picture(SECRET, { pubstatus: 'canceled', renditions: { a: { href: other } } }),
    ];
    const { captions } = await cameIn(t, 'wire.json', wire(media, body));
    assert.deepEqual(captions, ['The boat at noon.', undefined]);
  });
});

suite('NewsML', () => {
  const g2 = (id: string, kind: string, said: string, content: string, version = 1) =>
    `<newsItem guid="${id}" version="${version}"><itemMeta><itemClass qcode="ninat:${kind}"/><versionCreated>2021-04-02T10:00:00Z</versionCreated>${said}</itemMeta><contentMeta><contentCreated>2021-04-02T09:00:00Z</contentCreated><headline>The boat</headline><description role="drol:caption">${kind === 'picture' ? SECRET : ''}</description></contentMeta><contentSet>${content}</contentSet></newsItem>`;
  const TEXT = `<inlineData contenttype="text/plain">${ONE}</inlineData>`;
  const FILE = '<remoteContent href="boat.png" contenttype="image/png"/>';
  const USABLE = '<pubStatus qcode="stat:usable"/>';
  const CANCELED = '<pubStatus qcode="stat:canceled"/>';

  test('G2: a picture of its own is counted, and the newest version of it counts', async (t) => {
    const text = g2('urn:t', 'text', `${USABLE}<link residref="urn:p"/>`, TEXT);
    const first = g2('urn:p', 'picture', USABLE, FILE);
    const then = g2('urn:p', 'picture', CANCELED, FILE, 2);
    for (const items of [text + first + then, then + text + first, text + then])
      assert.deepEqual(
        await cameIn(
          t,
          'wire.xml',
          `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items}</itemSet></newsMessage>`,
        ),
        {
          captions: [],
          notes: [
            'one picture or recording passed over, kept back by the source: its status is “canceled”, not usable',
          ],
        },
      );
  });

  test('G2: a picture that is canceled behind thousands of others is kept back', async (t) => {
    const others = Array.from({ length: 5001 }, (_, index) =>
      g2(`urn:o:${index}`, 'picture', USABLE, ''),
    ).join('');
    const text = g2('urn:t', 'text', `${USABLE}<link residref="urn:p"/>`, TEXT);
    const then = g2('urn:p', 'picture', CANCELED, FILE, 2);
    const { captions } = await cameIn(
      t,
      'wire.xml',
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${text}${g2('urn:p', 'picture', USABLE, FILE)}${others}${then}</itemSet></newsMessage>`,
    );
    assert.deepEqual(captions, []);
  });

  const message = (...items: string[]) =>
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`;
  const showing = (src: string, link = '') =>
    g2(
      'urn:t',
      'text',
      USABLE + link,
      `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${ONE}</p><p><img src="${src}" alt="A boat"/></p></body></html></inlineXML>`,
    );
  const LINK = '<link residref="urn:p"/>';
  const held = g2('urn:p', 'picture', CANCELED, FILE, 2);
  const first = g2('urn:p', 'picture', USABLE, FILE);
  const nitf = g2(
    'urn:t',
    'text',
    USABLE,
    `<inlineXML><nitf><body><body.content><p>${ONE}</p><media media-type="image"><media-reference source="./boat.png"/></media></body.content></body></nitf></inlineXML>`,
  );
  for (const [how, items] of [
    ['in other letters', [showing('./boat.png', LINK), held]],
    ['without a link to its item', [showing('boat.png'), held]],
    ['within NITF', [nitf, held]],
    [
      'and its item says no class',
      [showing('', LINK), first, held.replace(/<itemClass[^>]*>/, '')],
    ],
    [
      'and the item before says one',
      [showing('', LINK), held.replace(/<itemClass[^>]*>/, ''), first],
    ],
    ['of a class with a space', [showing('', LINK), first, held.replace('picture"', 'picture "')]],
    ['whose id has a space', [showing('', LINK), first, held.replace('urn:p"', 'urn:p "')]],
    ['which names no file any more', [showing('boat.png', LINK), first, held.replace(FILE, '')]],
  ] as const)
    test(`G2: a canceled picture does not come in where the text shows it ${how}`, async (t) => {
      assert.deepEqual((await cameIn(t, 'wire.xml', message(...items))).captions, []);
    });

  test('1: an item within an item has a status of its own', async (t) => {
    const managed = (status: string) =>
      `<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20210402T080000</FirstCreated><Status FormalName="${status}"/></NewsManagement>`;
    const words = (text: string) =>
      `<ContentItem><MediaType FormalName="Text"/><DataContent><p>${text}</p></DataContent></ContentItem>`;
    const held = `<NewsItem>${managed('Withheld')}<NewsComponent><Role FormalName="Photo"/><NewsComponent><Role FormalName="Caption"/>${words(SECRET)}</NewsComponent><ContentItem Href="boat.png"><MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsItem>`;
    const found = await cameIn(
      t,
      'wire.xml',
      `<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:n</PublicIdentifier></NewsIdentifier></Identification>${managed('Usable')}<NewsComponent><NewsLines><HeadLine>The boat</HeadLine></NewsLines><NewsComponent><Role FormalName="Main"/>${words(ONE)}</NewsComponent><NewsComponent>${held}</NewsComponent></NewsComponent></NewsItem></NewsML>`,
    );
    assert.deepEqual(found, {
      captions: [],
      notes: [
        'one picture or recording passed over, kept back by the source: its status is “withheld”',
      ],
    });
    const body = `<html><body><p>${ONE}</p><p><img src="./boat.png" alt="A boat"/></p></body></html>`;
    const shown = await cameIn(
      t,
      'shown.xml',
      `<NewsML><NewsItem>${managed('Usable')}<NewsComponent><NewsLines><HeadLine>The boat</HeadLine></NewsLines><NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent>${body}</DataContent></ContentItem></NewsComponent><NewsComponent>${held}</NewsComponent></NewsComponent></NewsItem></NewsML>`,
    );
    assert.deepEqual(shown.captions, []);
  });
});

test('NITF: what is said of a picture', async (t) => {
  const media = (said: string) =>
    `<media media-type="image"><media-metadata name="pubstatus" value="${said}"/><media-reference source="boat.png"/><media-caption>${said === 'usable' ? 'The boat at noon.' : SECRET}</media-caption></media>`;
  assert.deepEqual(
    await cameIn(
      t,
      'wire.xml',
      `<nitf><head><docdata><date.issue norm="20210402T080000Z"/></docdata></head><body><body.head><hedline><hl1>The boat</hl1></hedline></body.head><body.content><p>${ONE}</p>${media('withheld')}${media('usable')}</body.content></body></nitf>`,
    ),
    {
      captions: ['The boat at noon.'],
      notes: [
        'one picture or recording passed over, kept back by the source: its status is “withheld”',
      ],
    },
  );
});

for (const [status, why] of [
  ['private', 'its status is “private”'],
  ['trash', 'its status is “trash”'],
  ['future', 'its status is “future”'],
] as const)
  test(`WordPress: a leading picture that is ${status} is counted`, async (t) => {
    const text = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Gazette</title><wp:wxr_version>1.2</wp:wxr_version><item><title>x</title><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>${status}</wp:status><wp:attachment_url>https://gazette.example/boat.png</wp:attachment_url><excerpt:encoded>${SECRET}</excerpt:encoded></item><item><title>The boat</title><link>https://gazette.example/boat</link><pubDate>Fri, 02 Apr 2021 08:00:00 +0000</pubDate><content:encoded><![CDATA[<p>${ONE}</p>]]></content:encoded><wp:post_id>9</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta></item></channel></rss>`;
    assert.deepEqual(await cameIn(t, 'dump.xml', text), {
      captions: [],
      notes: [`one picture or recording passed over, kept back by the source: ${why}`],
    });
  });

suite('feeds', () => {
  const URL = 'https://gazette.example/boat.png';
  const feed = (media: string, shown = '', item = '') =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><item><title>The boat</title><link>https://gazette.example/boat</link><pubDate>Fri, 02 Apr 2021 08:00:00 GMT</pubDate><content:encoded>&lt;p&gt;${ONE}&lt;/p&gt;${shown}</content:encoded>${media}${item}</item></channel></rss>`;
  const picture = (said: string, url = URL) =>
    `<media:content url="${url}" type="image/png"><media:description>${SECRET}</media:description>${said}</media:content>`;
  const valid = (start: string, end: string) =>
    `<dcterms:valid>start=${start}; end=${end}; scheme=W3C-DTF</dcterms:valid>`;

  for (const [said, why] of [
    [valid('2999-01-01T00:00Z', '2999-06-01T00:00Z'), 'it is embargoed until 2999-01-01T00:00Z'],
    [valid('2021-01-01T00:00Z', '2021-06-01T00:00Z'), 'it was valid until 2021-06-01T00:00Z'],
    ['<media:status state="blocked" reason="x"/>', 'its status is “blocked”'],
    [
      '<media:restriction relationship="allow" type="country">au us</media:restriction>',
      'it may not be shown everywhere (media:restriction)',
    ],
    [
      '<media:restriction relationship="deny">all</media:restriction>',
      'it may not be shown everywhere (media:restriction)',
    ],
  ] as const)
    test(`a picture of which ${why} is left out, and its item is not`, async (t) => {
      const beside = `<media:thumbnail url="https://gazette.example/small.png"/><media:credit>${SECRET}</media:credit><enclosure url="${URL}" type="image/png" length="1"/>`;
      const shown = `&lt;figure&gt;&lt;img src="${URL}" alt="x"&gt;&lt;/figure&gt;`;
      assert.deepEqual(await cameIn(t, 'feed.xml', feed(picture(said) + beside, shown)), {
        captions: [],
        notes: [`one picture or recording passed over, kept back by the source: ${why}`],
      });
      const group = `<media:group>${picture(said)}${picture('', 'https://gazette.example/a.png')}</media:group>`;
      const other =
        '<media:content url="boat.png"><media:title>x</media:title><media:description>The quay.</media:description></media:content>';
      assert.deepEqual(await cameIn(t, 'feed.xml', feed(group + other)), {
        captions: ['The quay.'],
        notes: [`one picture or recording passed over, kept back by the source: ${why}`],
      });
    });

  test('a picture that may be shown everywhere comes in', async (t) => {
    const said = `${valid('2021-01-01T00:00Z', '2999-06-01T00:00Z')}<media:status state="active"/><media:restriction relationship="deny">none</media:restriction><media:restriction relationship="allow">all</media:restriction>`;
    const text = feed(picture(said, 'boat.png').replace(SECRET, 'The boat.'));
    assert.deepEqual(await cameIn(t, 'feed.xml', text), { captions: ['The boat.'], notes: [] });
  });

  test('an item that is itself to come, or blocked, is passed over', async (t) => {
    for (const item of [
      valid('2999-01-01T00:00Z', '2999-06-01T00:00Z'),
      '<media:status state="blocked"/>',
    ]) {
      const text = feed(picture('', 'boat.png'), '', item);
      assert.deepEqual(
        await documentsIn(scratchFolder(t), 'feed.xml', { 'feed.xml': text, 'boat.png': BOAT }),
        [],
      );
    }
  });
});
