import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { importRuns } from '../../support/import-runs.ts';
import { bytesOf, documentsIn } from '../../support/located.ts';
import { png } from '../../support/picture.ts';
import { problemsIn } from '../../support/problems.ts';
import { scratchFolder, write } from '../../support/scratch.ts';

const BOAT = png(40, 30, 1);
const QUAY = png(40, 30, 2);
const ONE =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';

/** What the only document of a message says of its media, and which file each is. */
async function mediaOf(t: TestContext, xml: string, files: Record<string, Uint8Array> = {}) {
  const [document, ...others] = await documentsIn(scratchFolder(t), 'wire.xml', {
    'wire.xml': xml,
    ...files,
  });
  assert.ok(document);
  assert.deepEqual(others, []);
  return {
    text: document.paragraphs,
    notes: document.notes,
    media: (document.media ?? []).map(({ local, urls, name: _, ...words }) => ({
      ...words,
      ...(urls.length > 0 && { urls }),
      is: local && (bytesOf({ local, urls, kind: words.kind }).equals(BOAT) ? 'boat' : 'other'),
    })),
  };
}

const g2 = (id: string, kind: string, content: string, said = '', meta = '', status = 'usable') =>
  `<newsItem guid="${id}" xml:lang="en"><rightsInfo><copyrightHolder literal="Agency of Quern"/><usageTerms>Not after 2040.</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:${kind}"/><versionCreated>2021-04-02T10:00:00Z</versionCreated><pubStatus qcode="stat:${status}"/>${meta}</itemMeta><contentMeta><contentCreated>2021-04-02T09:00:00Z</contentCreated><headline>The boat</headline>${said}</contentMeta><contentSet>${content}</contentSet></newsItem>`;
const g2Message = (...items: string[]) =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`;
const TEXT = `<inlineData contenttype="text/plain">${ONE}</inlineData>`;
const SIZES =
  '<remoteContent rendition="rnd:thumb" href="thumb.png" contenttype="image/png" width="40" height="30"/><remoteContent rendition="rnd:high" href="boat.png" contenttype="image/png" width="4000" height="3000"/>';
const SAID =
  '<description role="drol:caption">The boat at noon.</description><description role="drol:altText">A boat at a mole</description><creditline>Ilse Brandt / AQ</creditline>';
const AS_SAID = {
  kind: 'photograph',
  caption: 'The boat at noon.',
  altText: 'A boat at a mole',
  creditLine: 'Ilse Brandt / AQ',
};

suite('pictures in NewsML-G2', () => {
  test('files beside a text: the largest size that is there, with what the item says of it', async (t) => {
    const { media, notes } = await mediaOf(
      t,
      g2Message(
        g2(
          'urn:t',
          'text',
          `${TEXT}${SIZES}<remoteContent href="text.html" contenttype="text/html"/>`,
          SAID,
        ),
      ),
      { 'boat.png': BOAT, 'thumb.png': QUAY },
    );
    assert.deepEqual(media, [{ ...AS_SAID, position: 'head', is: 'boat' }]);
    assert.match(notes.join(), /one file beside its text left out/);
    const smaller = await mediaOf(t, g2Message(g2('urn:t', 'text', `${TEXT}${SIZES}`, SAID)), {
      'thumb.png': QUAY,
    });
    assert.deepEqual(
      smaller.media.map(({ is }) => is),
      ['other'],
    );
  });

  test('files of one form are pictures of their own, and words are then of none', async (t) => {
    const form = (href: string) =>
      `<remoteContent rendition="rnd:web" href="${href}" contenttype="image/png"/>`;
    const { media } = await mediaOf(
      t,
      g2Message(g2('urn:t', 'text', `${TEXT}${form('boat.png')}${form('quay.png')}`, SAID)),
      { 'boat.png': BOAT, 'quay.png': QUAY },
    );
    assert.deepEqual(media, [
      { kind: 'photograph', position: 'head', is: 'boat' },
      { kind: 'photograph', is: 'other' },
    ]);
  });

  test('items of their own, wherever they stand, where the text links to them and they are usable', async (t) => {
    const own = '<creator><name>Ilse Brandt</name></creator>';
    const links = ['urn:p', 'urn:held', 'urn:none']
      .map((id) => `<link rel="irel:seeAlso" residref="${id}"/>`)
      .join('');
    const { media } = await mediaOf(
      t,
      g2Message(
        g2('urn:t', 'text', TEXT, '', links),
        g2('urn:p', 'picture', SIZES.replaceAll('href="', 'href="https://aq.example/'), SAID + own),
        g2('urn:held', 'picture', SIZES, SAID, '', 'withheld'),
        g2('urn:other', 'picture', SIZES, SAID),
      ),
    );
    assert.deepEqual(media, [
      {
        ...AS_SAID,
        creator: 'Ilse Brandt',
        copyrightNotice: 'Agency of Quern',
        usageTerms: 'Not after 2040.',
        dateCreated: '2021-04-02',
        reason: 'Its source names its address on the web, and the file did not come with it.',
        position: 'head',
        urls: ['https://aq.example/boat.png', 'https://aq.example/thumb.png'],
        is: undefined,
      },
    ]);
  });

  test('comes from the web where that is asked for, and a build takes it', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    write(source, {
      'wire.xml': g2Message(
        g2('urn:t', 'text', TEXT + SIZES.replaceAll('href="', 'href="https://aq.example/'), SAID),
      ),
    });
    const asked: string[][] = [];
    await runs('wire.xml', {
      fetch: async ({ urls }) => {
        asked.push(urls);
        return { bytes: BOAT };
      },
    });
    assert.deepEqual(asked, [['https://aq.example/boat.png', 'https://aq.example/thumb.png']]);
    const [only] = fieldsOf('articles/2021/04/02/the-boat.mdx').media ?? [];
    assert.equal(only?.file, 'the-boat/boat.png');
    assert.deepEqual(await problemsIn(root), []);
  });
});

const component = (role: string, inside: string) =>
  `<NewsComponent>${role && `<Role FormalName="${role}"/>`}${inside}</NewsComponent>`;
const content = (href: string, width = 0, type = 'Photo') =>
  `<ContentItem Href="${href}"><MediaType FormalName="${type}"/>${width > 0 ? `<Characteristics><SizeInBytes>9</SizeInBytes><Property FormalName="Width" Value="${width}"/><Property FormalName="Height" Value="${width}"/></Characteristics>` : ''}</ContentItem>`;
const words = (text: string) =>
  `<ContentItem><MediaType FormalName="Text"/><DataContent><p>${text}</p></DataContent></ContentItem>`;
const newsml = (inside: string) =>
  `<NewsML Version="1.2"><NewsItem><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20210402T091500+0000</FirstCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>The boat</HeadLine></NewsLines>${inside}</NewsComponent></NewsItem></NewsML>`;

suite('pictures in NewsML 1', () => {
  test('a component with its sizes and caption, before or behind the text; the caption is no text', async (t) => {
    const lines =
      '<NewsLines><HeadLine>Boat at Holm</HeadLine><ByLine>Ilse Brandt</ByLine><CreditLine>AQ</CreditLine><CopyrightLine>© Agency of Quern</CopyrightLine></NewsLines>';
    const photo = component(
      'Photo',
      lines +
        component('Caption', words('The boat at noon.')) +
        component('Thumbnail', content('thumb.png', 40)) +
        component('HighRes', content('boat.png', 4000)),
    );
    const text = component('Main', words(ONE));
    for (const inside of [photo + text, text + photo]) {
      const found = await mediaOf(t, newsml(inside), { 'boat.png': BOAT, 'thumb.png': QUAY });
      assert.deepEqual(found.text, [ONE]);
      assert.deepEqual(found.media, [
        {
          kind: 'photograph',
          caption: 'The boat at noon.',
          creditLine: 'AQ',
          creator: 'Ilse Brandt',
          copyrightNotice: '© Agency of Quern',
          position: 'head',
          is: 'boat',
        },
      ]);
      assert.doesNotMatch(found.notes.join(), /further text/);
    }
  });

  test('files beside the text in its own component, and components of one role, are a picture each', async (t) => {
    const { media, text } = await mediaOf(
      t,
      newsml(
        words(ONE) +
          content('boat.png') +
          component(
            '',
            component('Photo', content('quay.png')) +
              component('Photo', content('https://aq.example/q.png')),
          ),
      ),
      { 'boat.png': BOAT, 'quay.png': QUAY },
    );
    assert.deepEqual(text, [ONE]);
    assert.deepEqual(
      media.map(({ is, urls }) => [is, urls]),
      [
        ['boat', undefined],
        ['other', undefined],
        [undefined, ['https://aq.example/q.png']],
      ],
    );
  });
});
