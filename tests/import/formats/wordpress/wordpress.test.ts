import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { itemsOf } from '../../../../src/import/item.ts';
import type { WrittenDocument } from '../../../../src/import/source-document.ts';
import { restPost, type WordPressItem, wordPressExport } from '../../../support/exports.ts';
import { readingsOf } from '../../../support/readings.ts';

async function postOf(item: WordPressItem, ...others: WordPressItem[]): Promise<WrittenDocument> {
  const { stories, faults } = await readingsOf(wordPressExport([item, ...others]));
  assert.deepEqual(faults, []);
  assert.ok(stories[0]);
  return stories[0];
}

const term = (taxonomy: string, name: string, slug = name.toLowerCase()) =>
  `<category domain="${taxonomy}" nicename="${slug}"><![CDATA[${name}]]></category>`;
const TEXT = 'The lamp of Quern was lit.';

suite('a post of WordPress’s export', () => {
  test('its day, author, subjects, addresses', async () => {
    const document = await postOf({
      content: TEXT,
      title: 'The <em>Quern</em> &amp; Osk',
      id: '41',
      meta: [['_wp_old_slug', 'lamp']],
      more:
        term('category', 'Harbour') +
        term('post_tag', 'Lamps &amp; ships') +
        term('category', 'Uncategorized') +
        term('series', 'Lights'),
    });
    assert.equal(document.title, 'The Quern & Osk');
    assert.equal(document.published, '2031-04-07T10:00:00+02:00');
    assert.equal(document.author, 'Ismene Kott');
    assert.equal(document.publisher, 'Quern Courier');
    assert.deepEqual(document.subjects, ['Harbour', 'Lamps & ships']);
    assert.deepEqual(document.formerUrls, [
      'https://courier.example/?p=41',
      'https://courier.example/2031/lamp/',
    ]);
    assert.match(document.notes.join(), /the term “Lights” of series/);
  });

  test('several authors, with and without an account', async () => {
    const document = await postOf(
      { content: TEXT, more: term('author', 'imk', 'cap-imk') + term('author', 'osk', 'cap-osk') },
      {
        content: '',
        type: 'guest-author',
        meta: [
          ['cap-user_login', 'osk'],
          ['cap-display_name', 'Osk Tarn'],
        ],
      },
    );
    assert.equal(document.author, 'Ismene Kott, Osk Tarn');
  });

  test('an e-mail address is no name', async () => {
    const { author, notes } = await postOf({ content: TEXT, more: term('author', 'a@b.example') });
    assert.equal(author, undefined);
    assert.match(notes.join(), /by e-mail address alone/);
  });

  test('its summary: the excerpt, else what search engines are told', async () => {
    const meta: WordPressItem['meta'] = [
      ['rank_math_description', '%%excerpt%%'],
      ['_yoast_wpseo_metadesc', 'The lamp burns.'],
    ];
    assert.equal(
      (await postOf({ content: TEXT, excerpt: 'Lit <b>again</b>', meta })).summary,
      'Lit again',
    );
    assert.equal((await postOf({ content: TEXT, meta })).summary, 'The lamp burns.');
  });

  test('comments and custom fields are counted', async () => {
    const { notes } = await postOf({
      content: TEXT,
      meta: [
        ['mood', 'glad'],
        ['_edit_lock', '1'],
      ],
      more: '<wp:comment><wp:comment_content>First</wp:comment_content></wp:comment>',
    });
    assert.deepEqual(notes, ['one comment left out', '2 custom fields left out (mood)']);
  });

  test('footnotes stand at its end, those of blocks where their block does', async () => {
    const classic = await postOf({ content: `${TEXT}[footnote]Said on Monday.[/footnote] Again.` });
    assert.equal(classic.mdx, `${TEXT} \\[1] Again.\n\n1. Said on Monday.\n`);
    const blocks = await postOf({
      content: `<!-- wp:paragraph --><p>${TEXT}<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /--><!-- wp:paragraph --><p>Last.</p><!-- /wp:paragraph -->`,
      meta: [['footnotes', '[{"content":"Said at noon.","id":"a"}]']],
    });
    assert.equal(blocks.mdx, `${TEXT} \\[1]\n\n1. Said at noon.\n\nLast.\n`);
  });

  test('the caption and credit of its leading picture, which stands at the head', async () => {
    const { mdx, media } = await postOf(
      { content: TEXT, meta: [['_thumbnail_id', '9']] },
      {
        content: '',
        id: '9',
        type: 'attachment',
        status: 'inherit',
        excerpt: 'The lamp.',
        meta: [['_media_credit', 'Ada Varga']],
      },
    );
    assert.equal(mdx, `${TEXT}\n`);
    assert.equal(media?.[0]?.caption, 'The lamp.');
    assert.equal(media[0].creditLine, 'Ada Varga');
    assert.equal(media[0].position, 'head');
  });

  test('older text beside blocks keeps its paragraphs', async () => {
    const { mdx } = await postOf({
      content: 'First.\n\nSecond.\n\n<!-- wp:paragraph -->\n<p>Third.</p>\n<!-- /wp:paragraph -->',
    });
    assert.equal(mdx, 'First.\n\nSecond.\n\nThird.\n');
  });
});

suite('an export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuttings-test-'));
  const readFile = async (bytes: Uint8Array | string) => {
    const path = join(folder, 'export.xml');
    writeFileSync(path, bytes);
    const titles: string[] = [];
    for await (const {
      item: { reading },
    } of itemsOf({ name: 'export.xml', path }, undefined))
      titles.push('document' in reading ? `${reading.document.title}` : JSON.stringify(reading));
    return titles;
  };

  test('of many pieces, with letters that lie across them', async () => {
    const items = Array.from({ length: 60 }, (_, at) => ({
      title: `Ørnøya ${at}`,
      content: `漢字 ${'ø'.repeat(5000)}${at}`,
    }));
    const titles = await readFile(wordPressExport(items));
    assert.deepEqual(
      titles,
      items.map(({ title }) => title),
    );
  });

  test('in the encoding that it declares, or in UTF-16', async () => {
    const xml = wordPressExport([{ title: 'Ferja går', content: TEXT }]);
    const latin = Buffer.from(xml.replace('UTF-8', 'ISO-8859-1'), 'latin1');
    assert.deepEqual(await readFile(latin), ['Ferja går']);
    assert.deepEqual(await readFile(Buffer.from(`\ufeff${xml}`, 'utf16le')), ['Ferja går']);
  });

  test('that is not in the encoding that it declares is refused, with its line', async () => {
    const xml = wordPressExport([
      { title: 'One', content: 'a\nb' },
      { title: 'Går', content: TEXT },
    ]);
    assert.match((await readFile(Buffer.from(xml, 'latin1'))).join(), /Line \d+ is not UTF-8/);
  });

  test('that is cut off within a letter', async () => {
    const xml = Buffer.from(wordPressExport([{ title: 'One', content: TEXT }, { content: 'ø' }]));
    const at = xml.lastIndexOf(Buffer.from('ø'));
    const [one, cut] = await readFile(xml.subarray(0, at + 1));
    assert.equal(one, 'One');
    assert.match(`${cut}`, /Here the export is cut off .* The items before are whole/);
  });

  test.after(() => rmSync(folder, { recursive: true }));
});

suite('a post of WordPress’s REST API', () => {
  test('with what is embedded in it', async () => {
    const post = restPost(`<p>${TEXT}</p>`, {
      excerpt: { rendered: '<p>The lamp of Quern [&hellip;]</p>', protected: false },
      _embedded: {
        author: [{ name: 'Ismene Kott', status: 'inactive' }],
        'wp:term': [
          [{ taxonomy: 'category', name: 'Harbour' }],
          [{ taxonomy: 'post_tag', name: 'Lamps &amp; ships' }],
        ],
        'wp:featuredmedia': [{ status: 'inherit', caption: { rendered: '<p>The lamp.</p>' } }],
      },
    });
    const { stories } = await readingsOf(JSON.stringify(post));
    const [document] = stories;
    assert.equal(document?.title, 'Quern & Osk');
    assert.equal(document.published, '2021-04-07T10:00:00+02:00');
    assert.equal(document.author, 'Ismene Kott');
    assert.equal(document.summary, undefined);
    assert.deepEqual(document.subjects, ['Harbour', 'Lamps & ships']);
    assert.deepEqual(document.formerUrls, ['https://courier.example/?p=7']);
    assert.equal(document.mdx, `${TEXT}\n`);
    assert.equal(document.media?.[0]?.caption, 'The lamp.');
  });
});
