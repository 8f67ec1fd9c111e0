/** Exports of an invented newspaper in the forms of content systems; of each item only what a test says of it differs. */

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const field = (name: string, value: string) => `<wp:${name}>${cdata(value)}</wp:${name}>`;

/** What an item of WordPress’s export says; what is not named is as of a post that is published. */
export interface WordPressItem {
  content: string;
  title?: string;
  excerpt?: string;
  id?: string;
  status?: string;
  type?: string;
  password?: string;
  meta?: [key: string, value: string][];
  /** Elements beside these. */
  more?: string;
}

const metaOf = (meta: readonly [key: string, value: string][] = []) =>
  meta
    .map(
      ([key, value]) =>
        `<wp:postmeta>${field('meta_key', key)}${field('meta_value', value)}</wp:postmeta>`,
    )
    .join('');

const wordPressItem = (item: WordPressItem, at: number) =>
  `<item><title>${cdata(item.title ?? `Quern ${at}`)}</title><link>https://courier.example/2031/quern-${at}/</link><guid isPermaLink="false">https://courier.example/?p=${item.id ?? at}</guid><dc:creator>${cdata('imk')}</dc:creator><content:encoded>${cdata(item.content)}</content:encoded><excerpt:encoded>${cdata(item.excerpt ?? '')}</excerpt:encoded>${field('post_id', item.id ?? `${at}`)}${field('post_name', `quern-${at}`)}${field('post_date', '2031-04-07 10:00:00')}${field('post_date_gmt', '2031-04-07 08:00:00')}${item.status === '' ? '' : field('status', item.status ?? 'publish')}${field('post_type', item.type ?? 'post')}${field('post_password', item.password ?? '')}${metaOf(item.meta)}${item.more ?? ''}</item>`;

/** WordPress’s export with these items. */
export const wordPressExport = (items: readonly WordPressItem[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Quern Courier</title><link>https://courier.example</link><pubDate>Tue, 08 Apr 2031 08:00:00 +0000</pubDate><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://courier.example</wp:base_blog_url><wp:author>${field('author_login', 'imk')}${field('author_display_name', 'Ismene Kott')}</wp:author>${items.map((item, at) => wordPressItem(item, at + 1)).join('\n')}</channel></rss>`;

/** An export of Ghost with these posts and tables. */
export const ghostExport = (posts: readonly object[], tables: object = {}): string =>
  JSON.stringify({
    db: [
      {
        meta: { version: '5.80.0' },
        data: {
          posts: posts.map((post, at) => ({
            id: `p${at}`,
            title: `Quern ${at}`,
            slug: `quern-${at}`,
            type: 'post',
            status: 'published',
            visibility: 'public',
            published_at: '2020-04-07T08:00:00.000Z',
            ...post,
          })),
          ...tables,
        },
      },
    ],
  });

/** A post as WordPress’s REST API answers. */
export const restPost = (content: string, said: object = {}): object => ({
  id: 7,
  date: '2021-04-07T10:00:00',
  date_gmt: '2021-04-07T08:00:00',
  guid: { rendered: 'https://courier.example/?p=7' },
  status: 'publish',
  type: 'post',
  link: 'https://courier.example/2031/quern/',
  title: { rendered: 'Quern &amp; Osk' },
  content: { rendered: content, protected: false },
  excerpt: { rendered: '', protected: false },
  ...said,
});

const escaped = (html: string) =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Blogger’s export with these entries: what each says of itself, and its text. */
export const bloggerExport = (entries: readonly [said: string, html: string][]): string =>
  `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-7.archive</id><title>Quern Courier</title><updated>2031-04-08T08:00:00Z</updated><link rel='alternate' href='https://courier.example/'/>${entries
    .map(
      ([said, html], at) =>
        `<entry><id>tag:blogger.com,1999:blog-7.post-${at}</id><title>Quern ${at}</title><author><name>Ismene Kott</name></author><content type='html'>${escaped(html)}</content>${said.includes('<published>') ? '' : '<published>2031-04-07T00:30:00.000+02:00</published>'}${said}</entry>`,
    )
    .join('')}</feed>`;

/** What an entry of Blogger’s older export is. */
export const bloggerKind = (name: string): string =>
  `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${name}'/>`;
