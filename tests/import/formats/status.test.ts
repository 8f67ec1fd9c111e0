import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { PassedOver } from '../../../src/import/formats/skipped.ts';
import { type Readings, readingsOf } from '../../support/readings.ts';

/** Exports and feeds of an invented newspaper, the Quern Courier, which hold more than it ever published. */

const PUBLIC = 'The lighthouse of Quern was lit again on Monday.';
const SECRET = 'The harbour master is to be accused on Friday.';

const shown = ({ stories, skipped }: Readings) => JSON.stringify([stories, skipped]);

/** An item of an export, with what it says of itself. */
const item = (text: string, said: string, prefix = 'wp', attributes = '') =>
  `<item${attributes}><title>Quern</title><link>https://courier.example/${text.length}</link><pubDate>Mon, 07 Apr 2031 08:00:00 +0000</pubDate><content:encoded><![CDATA[${text}\n\nA second paragraph.]]></content:encoded>${said.replaceAll('wp:', `${prefix}:`)}</item>`;

const NAMESPACE = 'http://wordpress.org/export/1.2/';
const exported = (items: string, prefix = 'wp', namespace = NAMESPACE) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:${prefix}="${namespace}" xmlns:x="urn:x"><channel><title>Quern Courier</title><pubDate>Tue, 08 Apr 2031 08:00:00 +0000</pubDate><${prefix}:wxr_version>1.2</${prefix}:wxr_version>${items}</channel></rss>`;

const field = (name: string, value: string) => `<wp:${name}>${value}</wp:${name}>`;
const POST = field('post_type', 'post');
const PUBLISH = field('status', 'publish');

/** Ways of writing one word in XML. */
const WRITTEN: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `<![CDATA[${word}]]>`,
  (word) => `\n    ${word}\t\n`,
  (word) => word.toUpperCase(),
  (word) => `${word.slice(0, 2)}<!-- publish -->${word.slice(2)}`,
  (word) => `${word.slice(0, 2)}<![CDATA[${word.slice(2)}]]>`,
  (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`,
];

const STATUSES: readonly [word: string, as: PassedOver][] = [
  ['draft', 'draft'],
  ['auto-draft', 'draft'],
  ['private', 'private'],
  ['future', 'scheduled'],
  ['pending', 'pending'],
  ['trash', 'binned'],
  ['inherit', 'unknown'],
  ['embargo-desk', 'unknown'],
  ['publish\u200b', 'unknown'],
  ['pub lish', 'unknown'],
];

/** What an item says that must not be published, and why it is passed over. */
const HOSTILE: readonly [name: string, said: string, as: PassedOver][] = [
  ...STATUSES.flatMap(([word, as]) =>
    WRITTEN.map((write, at): [string, string, PassedOver] => [
      `${word}, written in way ${at}`,
      POST + field('status', write(word)),
      as,
    ]),
  ),
  ...STATUSES.flatMap(([word, as]): [string, string, PassedOver][] => [
    [`publish, then ${word}`, POST + PUBLISH + field('status', word), as],
    [`${word}, then publish`, POST + field('status', word) + PUBLISH, as],
    [`${word} in another namespace`, `${POST}${PUBLISH}<x:status>${word}</x:status>`, as],
  ]),
  ['a password', POST + PUBLISH + field('post_password', 'quay'), 'password'],
  ['a password of one space', POST + PUBLISH + field('post_password', '<![CDATA[ ]]>'), 'password'],
  [
    'two passwords',
    POST + PUBLISH + field('post_password', '') + field('post_password', 'q'),
    'password',
  ],
  ['no status', POST, 'unknown'],
  ['a blank status', POST + field('status', ''), 'unknown'],
  [
    'a status with an element in it',
    POST + field('status', 'publish<x:b>private</x:b>'),
    'unknown',
  ],
  ['an item in an item', POST + PUBLISH + item(SECRET, POST + field('status', 'draft')), 'draft'],
  ['no type', PUBLISH, 'kind'],
  ['an attachment', field('post_type', 'attachment') + field('status', 'inherit'), 'attachment'],
  ['a menu item', field('post_type', 'nav_menu_item') + PUBLISH, 'kind'],
  ['a revision', field('post_type', 'revision') + PUBLISH, 'kind'],
  ['a post, then an attachment', POST + field('post_type', 'attachment') + PUBLISH, 'attachment'],
  ['a style sheet', field('post_type', 'custom_css') + PUBLISH, 'kind'],
  [
    'a day after the export',
    POST + PUBLISH + field('post_date', '2999-01-01 00:00:00'),
    'scheduled',
  ],
  [
    'a moment after the export',
    POST + PUBLISH + field('post_date_gmt', '2031-04-08 08:00:01'),
    'scheduled',
  ],
];

suite('WordPress’s export', () => {
  assert.ok(HOSTILE.length >= 100);
  for (const [at, [name, said, as]] of HOSTILE.entries()) {
    test(`${name}: nothing of it is read`, async () => {
      // Prefixes differ, and mean what their namespaces mean.
      const prefix = at % 3 === 0 ? 'export' : 'wp';
      const items = [
        item(PUBLIC, POST + PUBLISH, prefix),
        item(SECRET, said, prefix),
        item(`${PUBLIC} Again.`, PUBLISH + field('post_password', '') + POST, prefix),
      ];
      const version = ['1.0', '1.1', '1.2'][at % 3];
      const found = await readingsOf(
        exported(items.join(''), prefix, `http://wordpress.org/export/${version}/`),
      );
      assert.ok(!shown(found).includes('accused'), shown(found));
      assert.deepEqual(found.faults, []);
      assert.deepEqual(
        found.skipped.map((one) => one.as),
        [as],
      );
      assert.equal(found.stories.length, 2);
    });
  }

  for (const [name, spoilt] of [
    ['a tag that is not closed', (xml: string) => xml.replace('</wp:status>', '')],
    ['a prefix without a namespace', (xml: string) => xml.replaceAll('wp:status', 'zz:status')],
    ['an entity for a status', (xml: string) => xml.replace('>draft<', '>&publish;<')],
    ['a second export behind it', (xml: string) => xml + xml],
  ] as const) {
    test(`${name}: it is refused whole`, async () => {
      const items = item(PUBLIC, POST + PUBLISH) + item(SECRET, POST + field('status', 'draft'));
      const found = await readingsOf(spoilt(exported(items)));
      assert.deepEqual([found.stories, found.skipped], [[], []]);
      assert.match(
        found.faults.join(),
        /^It is a WordPress export and no well-formed XML \(\d+:\d+: /,
      );
    });
  }

  test('cut off at its end: what is whole comes in, and the cut is told', async () => {
    const items = item(PUBLIC, POST + PUBLISH) + item(SECRET, POST + PUBLISH);
    const xml = exported(items);
    for (const end of [xml.length - 60, xml.indexOf('accused'), xml.indexOf(']]>', -1) + 1]) {
      const found = await readingsOf(xml.slice(0, end));
      assert.ok(!shown(found).includes('accused'), shown(found));
      assert.match(found.faults.join(), /^Here the export is cut off \(/);
    }
    const { stories } = await readingsOf(xml.slice(0, -60));
    assert.equal(stories.length, 1);
  });

  test('what it publishes: its own day, its authors by name, its paragraphs', async () => {
    const said = `${POST}${PUBLISH}${field('post_date', '2031-04-08 00:30:00')}${field('post_date_gmt', '2031-04-07 22:30:00')}<dc:creator xmlns:dc="urn:dc">imk</dc:creator>`;
    const author = `<wp:author>${field('author_login', 'imk')}${field('author_display_name', 'Ismene Kott')}</wp:author>`;
    const text =
      'First.\nStill first.\n\nSecond.\n<blockquote>Said.</blockquote>\n<pre>a\n\nb</pre>\n[gallery ids="1"]';
    const { stories } = await readingsOf(exported(author + item(text, said)));
    const [document] = stories;
    assert.equal(document?.date, '2031-04-08');
    assert.equal(document.published, '2031-04-08T00:30:00+02:00');
    assert.equal(document.author, 'Ismene Kott');
    assert.equal(
      document.mdx,
      'First. Still first.\n\nSecond.\n\n> Said.\n\n```\na\n\nb\n```\n\nA second paragraph.\n',
    );
    assert.match(
      document.notes.join(),
      /one picture of a gallery left out, which the export does not have/,
    );
  });
});

/** An Atom entry, with what it says of itself. */
const entry = (text: string, said: string) =>
  `<entry><id>urn:quern:${text.length}</id><title>Quern</title><published>2031-04-07T08:00:00Z</published><content type="html">${text}</content>${said}</entry>`;
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:old="http://purl.org/atom/app#" xmlns:blogger="http://schemas.google.com/blogger/2018" xmlns:media="http://search.yahoo.com/mrss/"><title>Quern Courier</title>${entries}</feed>`;
const kind = (name: string) =>
  `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;

suite('Atom, and Blogger’s exports', () => {
  for (const [said, as] of [
    ['<app:control><app:draft>yes</app:draft></app:control>', 'draft'],
    ['<app:control><app:draft/></app:control>', 'draft'],
    ['<old:control><old:draft> Yes </old:draft></old:control>', 'draft'],
    [
      `${kind('post')}<app:control><app:draft>no</app:draft><app:draft>yes</app:draft></app:control>`,
      'draft',
    ],
    [kind('comment'), 'kind'],
    [kind('settings'), 'kind'],
    [kind('template'), 'kind'],
    ['<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>', 'draft'],
    ['<blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>', 'binned'],
    ['<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>', 'kind'],
    [
      '<blogger:status>LIVE</blogger:status><blogger:trashed>2031-04-07T09:00:00Z</blogger:trashed>',
      'binned',
    ],
    ['<media:status state="blocked"/>', 'withdrawn'],
    ['<visibility>members</visibility>', 'private'],
  ] as const) {
    test(said, async () => {
      const found = await readingsOf(
        atom(entry(PUBLIC, '') + entry(SECRET, said) + entry(`${PUBLIC} Again.`, kind('post'))),
      );
      assert.ok(!shown(found).includes('accused'), shown(found));
      assert.deepEqual(
        found.skipped.map((one) => one.as),
        [as],
      );
      assert.equal(found.stories.length, 2);
    });
  }

  test('what is published says so in many ways', async () => {
    const said = [
      '<app:control><app:draft>no</app:draft></app:control>',
      '<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><blogger:trashed/>',
      '<media:status state="active"/>',
      '<content xmlns="urn:other"><draft xmlns="http://www.w3.org/1999/xhtml">yes</draft></content>',
    ];
    const found = await readingsOf(atom(said.map((one) => entry(PUBLIC, one)).join('')));
    assert.equal(found.stories.length, said.length, shown(found));
  });
});

suite('JSON', () => {
  for (const [fields, as] of [
    [{ status: 'draft' }, 'draft'],
    [{ Status: ' Draft ' }, 'draft'],
    [{ _cms: { state: 1, status: 'private' } }, 'private'],
    [{ _cms: { post: { draft: true } } }, 'draft'],
    [{ _draft: true }, 'draft'],
    [{ visibility: 'paid' }, 'private'],
    [{ published: false }, 'draft'],
    [{ password: 'quay' }, 'password'],
    [{ status: { name: 'scheduled' } }, 'scheduled'],
    [{ status: 'somewhere' }, 'unknown'],
    [{ embargoed: '2999-01-01' }, 'embargoed'],
  ] as const) {
    test(`${JSON.stringify(fields)} in a JSON Feed, and in ninjs`, async () => {
      const plain = {
        id: 'urn:quern:1',
        content_text: PUBLIC,
        date_published: '2031-04-07',
        status: 'published',
        draft: false,
      };
      const feed = {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Quern Courier',
        items: [plain, { id: 'urn:quern:2', content_text: SECRET, ...fields }],
      };
      const wire = { type: 'text', contentcreated: '2031-04-07', pubstatus: 'usable' };
      const ninjs = [
        { ...wire, uri: 'urn:quern:3', body_text: PUBLIC, embargoed: null },
        { ...wire, uri: 'urn:quern:4', body_text: SECRET, ...fields },
      ];
      for (const form of [feed, ninjs]) {
        const found = await readingsOf(JSON.stringify(form));
        assert.ok(!shown(found).includes('accused'), shown(found));
        assert.deepEqual(
          found.skipped.map((one) => one.as),
          [as],
        );
        assert.equal(found.stories.length, 1);
      }
    });
  }

  test('of two spellings of a ninjs status the one that withholds counts', async () => {
    for (const statuses of [
      { pubstatus: 'usable', pubStatus: 'withheld' },
      { pubStatus: 'canceled', pubstatus: 'usable' },
      { pubStatus: ' Stat:Withheld ' },
    ]) {
      const found = await readingsOf(
        JSON.stringify({ uri: 'urn:quern:5', type: 'text', body_text: SECRET, ...statuses }),
      );
      assert.deepEqual([found.stories, found.skipped.map(({ as }) => as)], [[], ['withdrawn']]);
    }
  });

  test('an export that is not read is named', async () => {
    const drupal = { jsonapi: { version: '1.0' }, data: [{ attributes: { body: SECRET } }] };
    const { stories, faults } = await readingsOf(JSON.stringify(drupal));
    assert.deepEqual(stories, []);
    assert.match(faults.join(), /^It is an answer of a JSON:API, .* which is not read\. /);
  });
});

suite('texts and pages', () => {
  for (const line of [
    'Status: draft',
    'DRAFT: yes',
    'Embargo: 2999-01-01',
    'Visibility: staff only',
  ]) {
    test(`${line} at the head of a text`, async () => {
      for (const text of [
        `Title: Quern\n${line}\nDate: 2031-04-07\n\n${SECRET}`,
        `${line}\nTitle: Quern\n\n${SECRET}`,
        `Title: Quern\nDate: 2031-04-07\n${line}\n\n${SECRET}`,
      ]) {
        const found = await readingsOf(text);
        assert.deepEqual([found.stories.length, found.skipped.length], [0, 1], text);
      }
    });
  }

  test('a word of prose is no status', async () => {
    const { stories } = await readingsOf(`Status: quo, said the board.\n\n${PUBLIC}`);
    assert.equal(stories.length, 1);
  });

  test('a preview that says it is a draft', async () => {
    const page = (status: string) =>
      `<!doctype html><html><head><meta charset="utf-8"><title>Q</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Q","datePublished":"2031-04-07","creativeWorkStatus":"${status}"}</script></head><body><article><h1>Q</h1><p>${SECRET} ${PUBLIC}</p><p>${PUBLIC}</p></article></body></html>`;
    assert.deepEqual(
      (await readingsOf(page('Draft'))).skipped.map(({ as }) => as),
      ['draft'],
    );
    assert.equal((await readingsOf(page('Published'))).stories.length, 1);
  });

  const page = ({ head = '', body = '', article = '', beside = '' }) =>
    `<!doctype html><html><head><meta charset="utf-8"><title>Q</title>${head}</head><body class="${body}"><main><article class="post ${article}"><h1>Q</h1><p>${SECRET} ${PUBLIC}</p><p>${PUBLIC}</p></article></main>${beside}</body></html>`;

  const MARKED: [Parameters<typeof page>[0], PassedOver][] = [
    [{ head: '<meta name="status" content="draft">' }, 'draft'],
    [
      {
        head: '<meta property="article:status" content="publish"><meta name="post_status" content="private">',
      },
      'private',
    ],
    [{ body: 'single status-draft' }, 'draft'],
    [{ article: 'type-post status-private' }, 'private'],
    [{ article: 'Status-Future' }, 'scheduled'],
    [{ article: 'status-pending' }, 'pending'],
    [{ article: 'status-trash' }, 'binned'],
    [{ article: 'status-publish post-password-required' }, 'password'],
  ];
  for (const [marks, as] of MARKED)
    test(`a saved page that says of itself: ${JSON.stringify(marks)}`, async () => {
      const { stories, skipped } = await readingsOf(page(marks));
      assert.deepEqual([stories.length, skipped.map((one) => one.as)], [0, [as]]);
    });

  const UNMARKED: Parameters<typeof page>[0][] = [
    { head: '<meta name="status" content="published">', article: 'status-publish' },
    { head: '<meta name="http-status" content="200"><meta name="app-status" content="on">' },
    { body: 'status-bar no-status', article: 'has-status-line draft private' },
    { beside: '<article class="status-private post-password-required"><p>Next</p></article>' },
    { beside: '<div class="status-draft">Next</div>' },
  ];
  for (const marks of UNMARKED)
    test(`a saved page of which nothing says so: ${JSON.stringify(marks)}`, async () => {
      assert.equal((await readingsOf(page(marks))).stories.length, 1);
    });
});
