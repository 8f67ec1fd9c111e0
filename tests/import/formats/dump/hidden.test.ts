import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  bloggerExport,
  bloggerKind,
  ghostExport,
  restPost,
  type WordPressItem,
  wordPressExport,
} from '../../../support/exports.ts';
import { readingsOf } from '../../../support/readings.ts';

/** Exports in which drafts and texts for some readers hide among what was published: none of them comes out. */

const PUBLIC = 'The lighthouse of Quern was lit again on Monday.';
const SECRET = 'The harbour master is to be accused on Friday.';

async function refused(input: string, stories: number) {
  const found = await readingsOf(input);
  const shown = JSON.stringify([found.stories, found.skipped]);
  assert.ok(!shown.includes('accused'), shown);
  assert.deepEqual(found.faults, []);
  assert.equal(found.stories.length, stories, shown);
  return found;
}

const META: [key: string, value: string][] = [
  ['_jetpack_newsletter_access', 'subscribers'],
  ['_jetpack_newsletter_access', 'paid_subscribers'],
  ['_members_access_role', 'editor'],
  ['_wpmem_block', '1'],
  ['rcp_user_level', 'Subscriber'],
  ['rcp_access_level', '2'],
  ['members_only', 'yes'],
  ['_paywall', 'on'],
  ['Members_Only', '1'],
  ['memberful_acl', 'a:1:{i:0;s:3:"any";}'],
];
const STATUSES =
  'draft auto-draft private future pending trash inherit spam members paid subscriber publish-later PRIVATE published? ""'.split(
    ' ',
  );
const TYPES =
  'attachment revision nav_menu_item custom_css wp_template wp_global_styles customize_changeset oembed_cache user_request wp_block feedback flamingo_inbound shop_order guest-author newsletter'.split(
    ' ',
  );

const ITEMS: Record<string, Omit<WordPressItem, 'content'>> = {
  ...Object.fromEntries(STATUSES.map((status) => [`status ${status}`, { status }])),
  ...Object.fromEntries(TYPES.map((type) => [`type ${type}`, { type }])),
  ...Object.fromEntries(
    META.map(([key, value]) => [
      `${key} ${value}`,
      {
        meta: [
          ['a', ''],
          [key, value],
        ],
      },
    ]),
  ),
  'a password': { password: 'quay' },
  'no status': { status: '' },
  'a later day': { more: '<wp:post_date>2999-01-01 00:00:00</wp:post_date>' },
  'a second status': { more: '<wp:status>private</wp:status>' },
  'its field twice': {
    meta: [
      ['_jetpack_newsletter_access', 'everybody'],
      ['_jetpack_newsletter_access', 'subscribers'],
    ],
  },
};

/** Parts of a text that only some readers saw. */
const PARTS = [
  `[restrict]${SECRET}[/restrict]`,
  `[members_only level="2"]\n\n${SECRET}\n\n[/members_only]`,
  `[restrict]a[/x]${SECRET}[/restrict]`,
  `[b a="1"][restrict]a[/b]${SECRET}[/restrict]`,
  `[restrict]a[restrict]b[/restrict]${SECRET}[/restrict]`,
  `[restrict a="]"]${SECRET}[/restrict]`,
  `[S2If current_user_can(access_s2member_level1)]${SECRET}[/s2If]`,
  `[paywall]\n\n${SECRET}`,
  `[caption id="a"][private]${SECRET}[/private]<img src="x">Seen[/caption]`,
  `[password_protect pass='q']<p>${SECRET}</p>[/password_protect]`,
  `<!-- wp:jetpack/paywall /-->\n<!-- wp:paragraph --><p>${SECRET}</p><!-- /wp:paragraph -->`,
  `<!-- wp:jetpack/paywall -->x<!-- /wp:jetpack/paywall -->\n<p>${SECRET}</p>`,
  `<!-- wp:premium-content/container --><!-- wp:paragraph --><p>${SECRET}</p><!-- /wp:paragraph --><!-- /wp:premium-content/container -->`,
  `<!-- wp:x/members-only --><!-- /wp:group --><!-- /wp:paragraph --><p>${SECRET}</p><!-- /wp:x/members-only -->`,
  `<!-- wp:group {"metadata":{"blockVisibility":false}} --><p>${SECRET}</p><!-- /wp:group -->`,
  `<!-- wp:group {"blockVisibility":{"hideBlock":true}} --><p>${SECRET}</p><!-- /wp:group -->`,
  `<!-- wp:acf/note {"hidden":true,"data":{"text":"${SECRET}"}} /-->`,
  `<!-- wp:shortcode -->[restrict]<!-- /wp:shortcode --><!-- wp:paragraph --><p>${SECRET}</p><!-- /wp:paragraph --><!-- wp:shortcode -->[/restrict]<!-- /wp:shortcode -->`,
  `<!-- ${SECRET} -->`,
  `<!-- wp:member {"a":"--\\u003e"} -->${SECRET}`,
];

suite('WordPress’s export', () => {
  for (const [name, said] of Object.entries(ITEMS))
    test(name, async () => {
      const { skipped } = await refused(
        wordPressExport([
          { content: PUBLIC },
          { content: SECRET, title: SECRET, excerpt: SECRET, ...said },
          {
            content: `${PUBLIC} Again.`,
            more: `<wp:comment><wp:comment_content>${SECRET}</wp:comment_content></wp:comment>`,
          },
        ]),
        2,
      );
      assert.equal(skipped.length, 1);
    });

  for (const part of PARTS)
    test(part.slice(0, 90), async () => {
      const { stories } = await refused(
        wordPressExport([{ content: `${PUBLIC}\n\n${part}`, excerpt: part }]),
        1,
      );
      assert.ok(stories[0]?.mdx.includes(PUBLIC));
    });

  test('the caption of a picture that was binned, or has a password', async () => {
    const picture = { type: 'attachment', content: '', excerpt: SECRET };
    await refused(
      wordPressExport([
        { content: `${PUBLIC}\n\n[gallery ids="8,9"]` },
        { ...picture, id: '8', status: 'trash' },
        { ...picture, id: '9', status: 'inherit', password: 'quay' },
      ]),
      1,
    );
  });
});

const POSTS: object[] = [
  ...['draft', 'scheduled', 'sent', '', 'Published?', null].map((status) => ({ status })),
  ...['members', 'paid', 'tiers', 'label:gold', ['public'], {}].map((visibility) => ({
    visibility,
  })),
  { published_at: '2999-01-01T00:00:00.000Z' },
  { email_only: true },
  { access: false },
  { password: 'quay' },
  { deleted: true },
  { status: 'published', Status: 'draft' },
];

suite('Ghost', () => {
  for (const said of POSTS)
    test(JSON.stringify(said), async () => {
      for (const text of [
        { html: `<p>${SECRET}</p>` },
        {
          html: null,
          lexical: JSON.stringify({ root: { children: [{ type: 'text', text: SECRET }] } }),
        },
      ])
        await refused(
          ghostExport([
            { html: `<p>${PUBLIC}</p>` },
            { ...text, title: SECRET, custom_excerpt: SECRET, ...said },
          ]),
          1,
        );
    });

  test('a status of a table beside', async () => {
    await refused(
      ghostExport([{ html: `<p>${SECRET}</p>` }], {
        posts_meta: [{ post_id: 'p0', email_only: 1 }],
      }),
      0,
    );
  });

  test('an answer of the API without a word of who may read it', async () => {
    const post = { slug: 'quern', title: 'Quern', html: `<p>${SECRET}</p>` };
    await refused(JSON.stringify({ posts: [post] }), 0);
    await refused(
      JSON.stringify({ posts: [{ ...post, visibility: 'public', status: 'draft' }] }),
      0,
    );
  });

  const card = (said: object) =>
    JSON.stringify({
      root: {
        type: 'root',
        children: [
          { type: 'paragraph', children: [{ type: 'extended-text', text: PUBLIC }] },
          said,
        ],
      },
    });
  for (const said of [
    { type: 'html', html: `<p>${SECRET}</p>`, visibility: { web: { nonMember: false } } },
    { type: 'call-to-action', textValue: SECRET, visibility: { web: {} } },
    { type: 'html', html: SECRET, visibility: { showOnWeb: false } },
    { type: 'email', html: SECRET },
    { type: 'email-cta', html: SECRET, buttonText: SECRET },
  ])
    test(`a card ${JSON.stringify(said)}`, async () => {
      await refused(ghostExport([{ html: '', lexical: card(said) }]), 1);
    });

  for (const said of ['nonMember:false memberSegment:"status:free"', 'memberSegment:""', ''])
    test(`a gated block ${said}`, async () => {
      const html = `<p>${PUBLIC}</p><!--kg-gated-block:begin ${said} --><p>${SECRET}</p><!--kg-gated-block:end-->`;
      await refused(ghostExport([{ html }]), 1);
      await refused(ghostExport([{ html: html.replace('<!--kg-gated-block:end-->', '') }]), 1);
    });
});

suite('WordPress’s REST API', () => {
  for (const said of [
    { status: 'draft' },
    { status: 'private' },
    { status: 'future' },
    { status: undefined },
    { type: 'attachment' },
    { type: 'wp_block' },
    { type: undefined },
    { password: 'quay' },
    { content: { rendered: SECRET, protected: true } },
    { content: { rendered: SECRET } },
    { meta: { _jetpack_newsletter_access: 'subscribers' } },
    { meta: { _members_only: true } },
  ])
    test(JSON.stringify(said), async () => {
      const posts = [restPost(`<p>${PUBLIC}</p>`), restPost(`<p>${SECRET}</p>`, said)];
      await refused(JSON.stringify(posts), 1);
      await refused(posts.map((post) => JSON.stringify(post)).join('\n'), 1);
    });
});

suite('Blogger’s export', () => {
  const takeout = (type: string, status: string) =>
    `<blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status>`;
  for (const said of [
    '',
    bloggerKind('comment'),
    bloggerKind('settings'),
    bloggerKind('template'),
    bloggerKind('post') + bloggerKind('comment'),
    `${bloggerKind('post')}<app:control><app:draft>yes</app:draft></app:control>`,
    `${bloggerKind('post')}<published>2999-01-01T00:00:00Z</published>`,
    takeout('POST', 'DRAFT'),
    takeout('POST', 'SCHEDULED'),
    takeout('POST', 'SOFT_TRASHED'),
    takeout('PAGE', 'DRAFT'),
    takeout('COMMENT', 'LIVE'),
    takeout('POST', 'LIVE') + takeout('POST', 'DRAFT'),
    '<blogger:type>POST</blogger:type>',
  ])
    test(said, async () => {
      const { skipped } = await refused(
        bloggerExport([
          [bloggerKind('post'), `<p>${PUBLIC}</p>`],
          [said, `<p>${SECRET}</p>`],
          [takeout('PAGE', 'LIVE'), `<p>${PUBLIC} Again.</p>`],
        ]),
        2,
      );
      assert.equal(skipped.length, 1);
    });
});
