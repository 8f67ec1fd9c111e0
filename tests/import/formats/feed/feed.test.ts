import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readXmlFeed } from '../../../../src/import/formats/feed/feed.ts';
import { mediaIn } from '../../../../src/import/media/block-media.ts';
import { writeBody } from '../../../../src/import/writing/mdx.ts';

async function read(xml: string) {
  const [item] = readXmlFeed(xml, '0'.repeat(64));
  const reading = item?.();
  assert.ok(reading && 'document' in reading);
  const { mdx } = await writeBody(reading.document.body);
  return { ...reading.document, mdx };
}

const rss = (inside: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Courier</title><item><title>Boat</title><link>https://courier.example/boat?from=rss</link>${inside}</item></channel></rss>`;
const whole = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

suite('what stands in a feed beside the text', () => {
  test('a description that the text does not begin with is the standfirst', async () => {
    const { summary, mdx } = await read(
      rss(`<description>Two pilots were hurt.</description>${whole('<p>The boat left Holm.</p>')}`),
    );
    assert.deepEqual([summary, mdx], ['Two pilots were hurt.', 'The boat left Holm.\n']);
  });

  for (const description of ['The boat left', 'The boat left Holm and […]'])
    test(`“${description}” is the beginning of the text and no standfirst`, async () => {
      const { summary } = await read(
        rss(`<description>${description}</description>${whole('<p>The boat left Holm.</p>')}`),
      );
      assert.equal(summary, undefined);
    });

  test('captions are those of media, in the text and beside it', async () => {
    const { mdx, body, media, notes } = await read(
      rss(
        `${whole('<p>The boat left Holm.</p><figure><img src="b.jpg"/><figcaption>The boat. Photo: I. Brandt</figcaption></figure><p>It is back.</p>')}<media:content url="https://courier.example/c.jpg"><media:description>The mole at night</media:description></media:content>`,
      ),
    );
    assert.equal(mdx, 'The boat left Holm.\n\nIt is back.\n');
    assert.deepEqual(
      [...mediaIn(body), ...(media ?? [])].map(({ caption, creditLine }) => [caption, creditLine]),
      [
        ['The boat.', 'Photo: I. Brandt'],
        ['The mole at night', undefined],
      ],
    );
    assert.deepEqual(notes, []);
  });

  for (const trailer of [
    'The post <a href="https://courier.example/boat">Boat</a> appeared first on <a href="https://courier.example">The Courier</a>.',
    'Der Beitrag <a href="https://courier.example/boat/">Boat</a> stand zuerst auf <a href="https://courier.example/">The Courier</a>.',
  ])
    test(`“${trailer.slice(0, 11)}…” is WordPress’s own line`, async () => {
      const { mdx } = await read(rss(whole(`<p>The boat left Holm.</p><p>${trailer}</p>`)));
      assert.equal(mdx, 'The boat left Holm.\n');
    });
});

test('addresses of an Atom feed are relative to its bases', async () => {
  const { url, mdx } = await read(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/"><title>The Courier</title><entry xml:base="2031/"><title>Boat</title><id>tag:boat</id><link href="boat"/><updated>2031-05-06T09:00:00Z</updated><content type="html">&lt;p&gt;See &lt;a href="/holm"&gt;Holm&lt;/a&gt; and &lt;a href="mole"&gt;the mole&lt;/a&gt;.&lt;/p&gt;</content></entry></feed>`,
  );
  assert.equal(url, 'https://courier.example/2031/boat');
  assert.equal(
    mdx,
    'See [Holm](https://courier.example/holm) and [the mole](https://courier.example/2031/mole).\n',
  );
});
