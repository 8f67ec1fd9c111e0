import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readingsOf } from '../../../support/readings.ts';

/** A zip as far as its first entry. */
const entryOf = (name: string, text = '') =>
  Buffer.concat([
    Buffer.from('PK\u0003\u0004'),
    Buffer.alloc(22),
    Buffer.from([name.length, 0, 0, 0]),
    Buffer.from(name + text),
  ]);

/** Files that are no text of an article, and the words by which each is refused. */
const FOREIGN: Record<string, [words: RegExp, file: string | Uint8Array]> = {
  CSV: [/CSV/, 'title,date,place\n"Quern",2031-04-02,"The lamp,\n\nagain."\n'],
  'CSV with spaces': [/CSV/, 'Title, Date, Author\nQuern, 2031-04-02, Ismene Kott\n'],
  'CSV of two columns': [/CSV/, 'headline;author\nQuern;Ismene Kott.\n'],
  'CSV of codes': [/CSV/, 'nr,ort,wert,quelle\n1,Quern,40,a\n2,Osk,41,b\n'],
  TSV: [/TSV/, 'id\tname\tcount\n1\tQuern\t40\n'],
  EndNote: [/EndNote/, '%0 Newspaper Article\n%T Quern\n'],
  PubMed: [/PubMed/, 'PMID- 1\nTI  - Quern\n'],
  ARC: [/ARC/, 'filedesc://a.arc 0.0.0.0 20310402 text/plain 77\n'],
  'an answer of a server': [/web server/, 'HTTP/2 200\ncontent-type: text/html\n\n<p>Quern</p>'],
  DocBook: [
    /DocBook/,
    '<article xmlns="http://docbook.org/ns/docbook"><title>Quern</title></article>',
  ],
  METS: [/METS/, '<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/"/>'],
  'a sitemap': [
    /sitemap/,
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
  ],
  OPML: [/OPML/, '<?xml version="1.0"?><opml version="2.0"/>'],
  SVG: [
    /SVG\); what is imported is articles.*npm run new -- --media/,
    '<svg xmlns="http://www.w3.org/2000/svg"><text>Quern</text></svg>',
  ],
  'XML of nobody': [/XML \(<quern>\)/, '<?xml version="1.0"?><quern><p>Lit.</p></quern>'],
  NewsAPI: [/NewsAPI/, '{"status":"ok","articles":[{"title":"Quern","content":"Lit"}]}'],
  'an article of NewsAPI': [
    /NewsAPI/,
    '{"title":"Quern","publishedAt":"2031-04-02","content":"Lit."}',
  ],
  'posts of an API': [/content API/, '{"posts":[{"name":"Quern","text":"Lit."}]}'],
  'Drupal’s JSON:API': [/JSON:API/, '{"jsonapi":{"version":"1.0"},"data":[]}'],
  'JSON-LD': [
    /JSON-LD/,
    '{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"Lit."}',
  ],
  GeoJSON: [/GeoJSON/, '{"type":"FeatureCollection","features":[]}'],
  'JSON of nobody': [/neither a ninjs item/, '{"quern":"lit"}'],
  'a PDF': [/PDF/, '%PDF-1.7\nThe lamp'],
  'a zip of nobody': [/office document/, 'PK\u0003\u0004word/document.xml'],
  'a presentation': [/presentation/, entryOf('ppt/presentation.xml')],
  'a document of Pages': [/Pages/, entryOf('Index/Document.iwa')],
  'a book': [/EPUB/, entryOf('mimetype', 'application/epub+zip')],
  'rich text': [/rich text/, '{\\rtf1\\ansi The lamp was lit.}'],
  LaTeX: [
    /LaTeX/,
    '% a\n\\documentclass{article}\n\\begin{document}The lamp was lit.\\end{document}',
  ],
  'a dump of MySQL': [
    /SQL/,
    "-- MySQL dump 10.13\n--\n\n/*!40101 SET NAMES utf8 */;\nINSERT INTO `wp_posts` VALUES (1,'Lit');",
  ],
  'a dump of a table': [/SQL/, 'CREATE TABLE posts (id int);\nINSERT INTO posts VALUES (1);'],
  'rows of a table': [/SQL/, "insert into wp_posts (id, post_content) values (1, 'Lit');"],
  'a script': [/script/, '#!/bin/sh\necho Quern\n'],
  PHP: [/PHP/, '<?php echo "Quern";'],
  'a patch': [/patch/, 'diff --git a/q b/q\n--- a/q\n+++ b/q\n'],
  subtitles: [/subtitles/, '1\n00:00:01,000 --> 00:00:02,000\nThe lamp was lit.\n'],
  'a calendar': [/calendar/, 'BEGIN:VCALENDAR\nVERSION:2.0\n'],
  'a key': [/key/, '-----BEGIN PGP MESSAGE-----\n\nabc\n'],
  PostScript: [/PostScript/, '%!PS-Adobe-3.0\n'],
  'a picture': [/picture/, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  'a picture of a camera': [/picture/, Buffer.from('II*\0\x08\0\0\0', 'latin1')],
  'a film': [/film/, Buffer.from('\0\0\0\x18ftypmp42', 'latin1')],
  'a database': [/database/, Buffer.from('SQLite format 3\0', 'latin1')],
  'a tar archive': [/tar/, Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar')])],
  'bytes of nobody': [/no text/, Buffer.from([1, 0, 0, 2, 0, 7, 0, 0, 9])],
  'a piece of a page': [/piece of a web page/, '<li><a href="/quern">Quern</a></li>'],
  'a picture of a page': [/piece of a web page/, '<img src="quern.jpg" alt="The lamp">'],
};

suite('what is no text of an article is refused by its name', () => {
  for (const [name, [words, file]] of Object.entries(FOREIGN)) {
    test(name, async () => {
      for (const mark of typeof file === 'string' ? ['', '\uFEFF', '\n\n'] : ['']) {
        if (mark === '\n\n' && /^(?:%PDF|%!|PK|\{\\rtf)/.test(`${file}`)) continue;
        const { stories, skipped, faults } = await readingsOf(
          typeof file === 'string' ? mark + file : file,
        );
        assert.deepEqual([stories, skipped], [[], []]);
        assert.match(faults.join(), words);
        assert.match(faults.join(), /^It is .*[.;] /, 'it says what to do');
      }
    });
  }
});

/** Texts that begin as something else does. */
const INNOCENT = [
  'From: our correspondent in Quern\n\nThe lamp was lit on Monday, and nobody came.',
  'To: all who were there\nThe board thanks you.\n\nThe lamp was lit.',
  'From the harbour master, Mon Apr 2: no ferry sails.\n\nThe gale goes on.',
  'Ferry, storm, lamp: three words of a year.\n\nThe board met on Monday.',
  'Bread, milk, eggs\nButter, cheese, salt\n\nThe list was found in a coat.',
  'Kott, Brandt and Varga met, spoke, and left.\nNobody was hurt, they said, and the lamp was lit.',
  '“@courier.example is our address,” said the editor.\n\nMails came.',
  '@IsmeneKott wrote that the lamp was lit.\n\nOthers agreed.',
  '--- The lamp was lit on Monday.\n\nThe board said so.',
  '---\nThe lamp was lit on Monday.\n---\n\nThe board said so.',
  '+++ Breaking: the lamp was lit +++\n\nThe board said so.',
  '# The lamp of Quern\n\nIt was lit on Monday.',
  '% of the votes were counted by Monday.\n\nThe rest are at sea.',
  '-- and so it ended.\n\nThe lamp was lit.',
  'Insert into the lock the key, and turn: so the manual says.\n\nThe lamp was lit.',
  'Create table settings for forty guests: this was the order.\n\nThey came.',
  'Begin: the play opened on Monday.\n\nThe hall was full.',
  '{The editor writes:} the lamp was lit.\n\nThe board said so.',
  '[The editor writes] the lamp was lit.\n\nThe board said so.',
  '<3 is what the children wrote on the wall.\n\nThe lamp was lit.',
  '< 40 people came, the board said.\n\nThe lamp was lit.',
  'RIFFRAFF was the word that the mayor used.\n\nHe said sorry.',
  'ID3 is the name of the boat.\n\nShe sailed on Monday.',
  'PMID is the name of the board.\n\nIt met.',
  'TY is the name of the boat.\n\nShe sailed.',
  '1\nThe lamp was lit on Monday.\n\n2\nThe board said so.',
  'HTTP is what the children say instead of hello.\n\nThe lamp was lit.',
  'Subject: ferry\nThe ferry to Quern sails again.\n\nThe board said so.',
  'The lamp; the ferry; the board.\nThe lamp was lit; the ferry sailed; nobody came.',
  'Date: 2031-04-02\nTitle: MIME-Version: 1.0, and other words\n\nThe lamp was lit.',
];

suite('what only looks like it is taken, word for word', () => {
  test('a piece of a page that speaks of JATS, and one in XHTML', async () => {
    const words =
      'The board of Quern wrote of JATS, of docbook and of NLM//DTD, and nobody understood a word of it.';
    for (const page of [
      `<article><h1>Quern</h1><p>${words}</p><p>${words}</p></article>`,
      `<div xmlns="http://www.w3.org/1999/xhtml"><p>${words}</p><p>${words}</p></div>`,
    ]) {
      const { stories, faults } = await readingsOf(page);
      assert.deepEqual([stories.length, faults], [1, []]);
    }
  });

  test('a text whose head has a line that mails have', async () => {
    const { stories } = await readingsOf(
      'Title: Quern\nDate: 2031-04-02\nMessage-ID: 7 of the desk\nSource: Q\n\nIt was lit.',
    );
    assert.equal(stories[0]?.publisher, 'Q');
  });

  for (const text of INNOCENT) {
    test(JSON.stringify(text.slice(0, 40)), async () => {
      const { stories, faults } = await readingsOf(text);
      assert.deepEqual(faults, []);
      const words = stories.map(({ paragraphs }) => paragraphs.join(' '));
      const expected = text
        .replace(/^Date: .*\nTitle: .*\n/, '')
        .replace(/\s+/g, ' ')
        .trim();
      assert.deepEqual(words, [expected]);
    });
  }
});

suite('a feed’s teaser is no article', () => {
  const rss = (inside: string) =>
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Q</title><item><title>Quern</title><pubDate>Wed, 02 Apr 2031 08:00:00 GMT</pubDate>${inside}</item></channel></rss>`;
  const whole = (text: string) => rss(`<content:encoded><![CDATA[${text}]]></content:encoded>`);
  const described = (text: string) => rss(`<description><![CDATA[${text}]]></description>`);
  const atom = (inside: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Q</title><entry><id>urn:q:1</id><title>Quern</title><updated>2031-04-02T08:00:00Z</updated>${inside}</entry></feed>`;
  const json = (fields: object) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Q',
      items: [{ id: 'urn:q:1', date_published: '2031-04-02', ...fields }],
    });
  const TRAILER =
    '<p>The post <a href="https://q.example">Quern</a> appeared first on <a href="https://q.example">Q</a>.</p>';

  for (const feed of [
    described('The lamp of Quern was lit again on Monday.'),
    described('<img src="a.jpg"><p>The lamp of Quern was lit again on Monday.</p>'),
    described(`<p>The lamp was lit.</p><p>Nobody came […]</p>${TRAILER}`),
    described(
      '<p>The lamp was lit.</p><p>Nobody came.</p><a href="https://q.example">Continue reading...</a>',
    ),
    whole(
      '<p>The lamp was lit.</p><p>Nobody came.</p><p><a href="https://q.example">Read more</a></p>',
    ),
    whole(`<p>The lamp was lit [&#8230;]</p>${TRAILER}`),
    whole('The lamp was lit, and then…'),
    atom('<summary>The lamp was lit.</summary>'),
    atom('<content type="html">&lt;p&gt;The lamp was lit […]&lt;/p&gt;</content>'),
    json({ summary: 'The lamp was lit.' }),
    json({ content_text: 'The lamp was lit [...]' }),
  ]) {
    test(feed.slice(-160), async () => {
      const { stories, skipped } = await readingsOf(feed);
      assert.deepEqual(stories, []);
      assert.deepEqual(
        skipped.map(({ of: _, ...told }) => told),
        [
          {
            skipped: 'the feed has only a summary of it: save the page, and import that',
            as: 'summary',
          },
        ],
      );
    });
  }

  for (const feed of [
    described('<p>The lamp of Quern was lit again on Monday.</p><p>Nobody came.</p>'),
    described('The lamp was lit.\n\nNobody came.'),
    described(`The lamp was lit. ${'Nobody came to see it that night. '.repeat(20)}`),
    whole('The lamp was lit.'),
    whole(`<p>The lamp was lit.</p>${TRAILER}`),
    whole('<p>“I thought…”</p><p>She read more than others, and then…</p>'),
    atom('<summary>The lamp.</summary><content>The lamp was lit.</content>'),
    json({ content_text: 'The lamp was lit.', summary: 'The lamp' }),
  ]) {
    test(`a text: ${feed.slice(-160)}`, async () =>
      assert.equal((await readingsOf(feed)).stories.length, 1));
  }
});
