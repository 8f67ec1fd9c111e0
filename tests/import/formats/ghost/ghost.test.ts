import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bloggerExport, bloggerKind, ghostExport } from '../../../support/exports.ts';
import { readingsOf } from '../../../support/readings.ts';

const TEXT = 'The lamp of Quern was lit.';

suite('Ghost', () => {
  test('an export: authors and tags by their tables, the local day, the leading caption', async () => {
    const { stories } = await readingsOf(
      ghostExport(
        [
          {
            html: `<p>${TEXT} <a href="__GHOST_URL__/osk/">Osk</a></p>`,
            published_at: '2020-04-06T22:30:00.000Z',
            custom_excerpt: 'Lit again',
            locale: 'nb',
          },
        ],
        {
          users: [
            { id: 'u1', name: 'Ismene Kott', email: 'imk@courier.example' },
            { id: 'u2', name: 'Osk Tarn' },
          ],
          tags: [
            { id: 't1', name: 'Harbour', visibility: 'public' },
            { id: 't2', name: '#front', visibility: 'internal' },
          ],
          posts_authors: [
            { post_id: 'p0', author_id: 'u2', sort_order: 1 },
            { post_id: 'p0', author_id: 'u1', sort_order: 0 },
          ],
          posts_tags: [
            { post_id: 'p0', tag_id: 't2', sort_order: 0 },
            { post_id: 'p0', tag_id: 't1', sort_order: 1 },
          ],
          posts_meta: [{ post_id: 'p0', feature_image_caption: 'The <i>lamp</i>.' }],
          settings: [
            { key: 'title', value: 'Quern Courier' },
            { key: 'timezone', value: 'Europe/Oslo' },
          ],
        },
      ),
    );
    const [document] = stories;
    assert.equal(document?.author, 'Ismene Kott, Osk Tarn');
    assert.deepEqual(document.subjects, ['Harbour']);
    assert.equal(document.published, '2020-04-07T00:30:00+02:00');
    assert.equal(document.date, '2020-04-07');
    assert.equal(document.publisher, 'Quern Courier');
    assert.equal(document.lang, 'nb');
    assert.equal(document.summary, 'Lit again');
    assert.equal(document.mdx, `${TEXT} Osk\n`);
    assert.equal(document.media?.[0]?.caption, 'The lamp.');
    assert.match(document.notes.join(), /one address within its site left out.*: \/osk\//);
    assert.ok(!JSON.stringify(document).includes('imk@'));
  });

  test('an answer of the API for readers', async () => {
    const answer = {
      posts: [
        {
          slug: 'quern',
          title: 'Quern',
          url: 'https://courier.example/quern/',
          html: `<p>${TEXT} <a href="__GHOST_URL__/osk/">Osk</a></p>`,
          visibility: 'public',
          published_at: '2020-04-07T10:00:00.000+02:00',
          authors: [{ name: 'Ismene Kott' }],
          tags: [{ name: 'Harbour' }, { name: '#front' }],
        },
      ],
      meta: { pagination: { page: 1 } },
    };
    const [document] = (await readingsOf(JSON.stringify(answer))).stories;
    assert.equal(document?.url, 'https://courier.example/quern/');
    assert.deepEqual(document.subjects, ['Harbour']);
    assert.equal(document.mdx, `${TEXT} [Osk](https://courier.example/osk/)\n`);
  });

  test('the trees of both editors, where there is no HTML', async () => {
    const text = (text: string, format = 0) => ({ type: 'extended-text', text, format });
    const lexical = {
      root: {
        type: 'root',
        children: [
          { type: 'extended-heading', tag: 'h2', children: [text('Head')] },
          {
            type: 'paragraph',
            children: [
              text('The '),
              text('lamp', 1),
              text(' of '),
              { type: 'link', url: 'https://osk.example/', children: [text('Osk', 2)] },
              text(' <b>'),
            ],
          },
          { type: 'list', tag: 'ol', children: [{ type: 'listitem', children: [text('Tea')] }] },
        ],
      },
    };
    const mobiledoc = {
      version: '0.3.1',
      atoms: [['soft-return', '', {}]],
      cards: [],
      markups: [['strong'], ['a', ['href', 'https://osk.example/']], ['em'], ['script']],
      sections: [
        [1, 'h2', [[0, [], 0, 'Head']]],
        [
          1,
          'p',
          [
            [0, [], 0, 'The '],
            [0, [0], 1, 'lamp'],
            [1, [], 0, 0],
            [0, [3], 1, 'of '],
            [0, [1, 2], 2, 'Osk'],
            [0, [], 0, ' <b>'],
          ],
        ],
        [3, 'ol', [[[0, [], 0, 'Tea']]]],
      ],
    };
    for (const tree of [
      { lexical: JSON.stringify(lexical) },
      { mobiledoc: JSON.stringify(mobiledoc) },
    ]) {
      const [document] = (await readingsOf(ghostExport([tree]))).stories;
      assert.equal(
        document?.mdx,
        '## Head\n\nThe **lamp** of [*Osk*](https://osk.example/) \\<b>\n\n1. Tea\n',
      );
    }
  });
});

suite('Blogger’s export', () => {
  test('its day, labels, author and address', async () => {
    const said = `${bloggerKind('post')}<category scheme='http://www.blogger.com/atom/ns#' term='Lamps &amp; ships'/><link rel='alternate' href='https://courier.example/2031/quern.html'/>`;
    const [document] = (await readingsOf(bloggerExport([[said, `${TEXT}<br /><br />Again.`]])))
      .stories;
    assert.equal(document?.published, '2031-04-07T00:30:00.000+02:00');
    assert.equal(document.date, '2031-04-07');
    assert.deepEqual(document.subjects, ['Lamps & ships']);
    assert.equal(document.author, 'Ismene Kott');
    assert.equal(document.publisher, 'Quern Courier');
    assert.equal(document.url, 'https://courier.example/2031/quern.html');
    assert.equal(document.mdx, `${TEXT}\n\nAgain.\n`);
  });

  test('that of Takeout, which has the path of a post', async () => {
    const said = `<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><blogger:filename>/2031/04/quern.html</blogger:filename><category scheme='tag:blogger.com,1999:blog-7' term='Lamps'/>`;
    const [document] = (await readingsOf(bloggerExport([[said, `<p>${TEXT}</p>`]]))).stories;
    assert.equal(document?.url, 'https://courier.example/2031/04/quern.html');
    assert.deepEqual(document.subjects, ['Lamps']);
  });
});
