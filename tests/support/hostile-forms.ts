import fc from 'fast-check';
import { hostileText } from './hostile.ts';

/** Inputs of every format that an import reads, with unusual values in their fields that some file will hold. */

/** Sentences that hold names and counts, so that there is something to suggest. */
const SENTENCES = [
  'Ada Varga spoke in Port Ansel on Monday.',
  'At least 30 sailors were killed in Port Ansel, the Harbour Board said.',
  'Between 3 and 5 people were hurt, and nearly 200 were displaced.',
  'The death toll rose to 81, Mr Brandt said, and dozens are missing.',
  'Port Ansel, Ansel and the Ansel Harbour Board are named here; Ansel is a place.',
  'One man was killed and one man was killed. ONE MAN WAS KILLED.',
  'US officials told us that the US State Department had 1,200 people detained.',
];

const sentence = fc.constantFrom(...SENTENCES);
const words = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 2, arbitrary: sentence },
  { weight: 2, arbitrary: fc.tuple(sentence, hostileText).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'x'.repeat(700), 'word '.repeat(300)) },
);

const TAGS =
  'p p p div h1 h2 h4 blockquote pre code em strong b i u q del a ul ol li table tr td th caption figure figcaption img br hr span sup bdo script style iframe section article math svg dl dt dd details'.split(
    ' ',
  );
const HREFS = [
  'https://a.example/x',
  '/y',
  '#z',
  'javascript:alert(1)',
  'mailto:a@b.example',
  'http://[',
  '//h.example',
  'data:text/html,x',
  'https://a.example/\u202e',
  'ftp://a.example',
  '?q',
  '',
];

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Markup, nested as nobody should nest it, with texts in it: as text, or as whatever they are. */
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    words.map(escaped),
    hostileText,
    fc
      .tuple(
        fc.constantFrom(...TAGS),
        fc.constantFrom(...HREFS),
        fc.array(tie('markup'), { maxLength: 4 }),
        fc.boolean(),
      )
      .map(
        ([tag, href, inside, isClosed]) =>
          `<${tag} href="${href}" src="x" id="i" style="x" onclick="y">${inside.join('')}${isClosed ? `</${tag}>` : ''}`,
      ),
  ),
}));
const html = fc
  .array(markup, { minLength: 1, maxLength: 5 })
  .map((parts) => `<p>${parts.join('</p>\n\n<p>')}</p>`);

const date = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '2031-04-02T08:00:00Z',
      '2031-04-02',
      'Wed, 02 Apr 2031 08:30:00 +0200',
      '20310402T083000Z',
      '2031-04-02 08:30:00',
      '2 April 2031',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '0000-01-01',
      '0001-01-01',
      '9999-12-31',
      '2031-02-30',
      '2031-13-01',
      '-2031-01-01',
      '2031-04-02T24:00:00Z',
      '2031-04-02T23:59:60Z',
      '2031-04-02T08:00:00+99:99',
      '12/04/2031',
      '',
    ),
  },
  { weight: 1, arbitrary: words },
);
const address = fc.oneof(
  { weight: 3, arbitrary: fc.nat(1e9).map((number) => `https://wire.example/${number}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'urn:a:b',
      'urn:',
      'https://u:p@h.example/',
      'https://a.example/ x',
      'https://a.example/\n',
      'https://',
      'http://xn--/',
      'HTTPS://A.EXAMPLE',
      'https://a.example/\u202e',
      'tag:a,2031:b',
      'https://example.invalid/%zz',
      `https://a.example/${'x'.repeat(3000)}`,
    ),
  },
  { weight: 1, arbitrary: words },
);
const language = fc.oneof(
  fc.constantFrom(
    'en',
    'en',
    'en',
    'en-GB',
    'ar',
    'he',
    'zh-Hant',
    'x-private',
    'i-klingon',
    'art-lojban',
    'qaa',
    'english',
    'en-u-ca-islamic',
    'EN_us',
    'en--',
    'root',
    'und',
    'zxx',
  ),
  words,
);
/** Numbers and other values where a text is expected. */
const anything = fc.oneof(
  { weight: 6, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      0,
      -1,
      1e21,
      Number.MAX_SAFE_INTEGER,
      true,
      null,
      [],
      {},
      ['a'],
      { name: 'a' },
      { constructor: 1 },
      '__proto__',
    ),
  },
);

const ninjs = fc
  .record({
    uri: address,
    title: anything,
    body: html,
    plain: words,
    names: fc.array(anything, { maxLength: 4 }),
    when: date,
    lang: language,
    version: fc.constantFrom(1, 2, 3),
    by: anything,
    place: anything,
  })
  .map(({ uri, title, body, plain, names, when, lang, version, by, place }) => {
    const named = names.map((name) => ({ name, literal: name }));
    const item =
      version === 1
        ? {
            uri,
            type: 'text',
            headline: title,
            body_xhtml: body,
            body_text: plain,
            person: named,
            place: named,
            organisation: named,
            versioncreated: when,
            language: lang,
            byline: by,
            located: place,
          }
        : version === 2
          ? {
              uri,
              type: 'text',
              headlines: [{ value: title }],
              bodies: [{ contenttype: 'text/html', value: body }],
              people: named,
              places: named,
              contentcreated: when,
              language: lang,
              by,
              located: place,
              infosources: [{ name: by }],
            }
          : {
              uri,
              type: 'text',
              headlines: [{ value: title }],
              bodies: [{ contentType: 'text/plain', value: plain }],
              people: named,
              organisations: named,
              contentCreated: when,
              language: lang,
              by,
              copyrightHolder: by,
              located: place,
            };
    return JSON.stringify(item);
  });

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]&gt;')}]]>`;

const rss = fc
  .record({
    title: words,
    body: html,
    url: address,
    when: date,
    by: words,
    lang: language,
    feed: words,
  })
  .map(
    ({ title, body, url, when, by, lang, feed }) =>
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escaped(feed)}</title><language>${escaped(lang)}</language><item><title>${cdata(title)}</title><link>${escaped(url)}</link><pubDate>${escaped(when)}</pubDate><dc:creator>${escaped(by)}</dc:creator><content:encoded>${cdata(body)}</content:encoded></item></channel></rss>`,
  );

const wordpress = fc
  .record({
    title: words,
    body: fc.oneof(html, words),
    url: address,
    when: date,
    by: words,
    lang: language,
    excerpt: words,
  })
  .map(
    ({ title, body, url, when, by, lang, excerpt }) =>
      `<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Q</title><language>${escaped(lang)}</language><item><title>${cdata(title)}</title><link>${escaped(url)}</link><dc:creator>${cdata(by)}</dc:creator><content:encoded>${cdata(body)}</content:encoded><excerpt:encoded>${cdata(excerpt)}</excerpt:encoded><wp:post_date>${escaped(when)}</wp:post_date><wp:post_date_gmt>2031-04-02 06:30:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
  );

const atom = fc
  .record({
    title: words,
    body: html,
    url: address,
    when: date,
    by: words,
    lang: language,
    type: fc.constantFrom('html', 'text', 'text/html'),
  })
  .map(
    ({ title, body, url, when, by, lang, type }) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(lang)}"><title>Q</title><entry><id>${escaped(url)}</id><title type="html">${escaped(title)}</title><link href="${escaped(url)}"/><published>${escaped(when)}</published><author><name>${escaped(by)}</name></author><content type="${type}">${escaped(body)}</content></entry></feed>`,
  );

const jsonFeed = fc
  .record({
    title: anything,
    body: html,
    plain: words,
    url: address,
    when: date,
    by: anything,
    lang: language,
    isPlain: fc.boolean(),
  })
  .map(({ title, body, plain, url, when, by, lang, isPlain }) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Q',
      language: lang,
      authors: [{ name: by }],
      items: [
        {
          id: url,
          url,
          title,
          date_published: when,
          ...(isPlain ? { content_text: plain } : { content_html: body }),
        },
      ],
    }),
  );

const page = fc
  .record({
    title: words,
    body: html,
    url: address,
    when: date,
    by: words,
    lang: language,
    about: fc.array(anything, { maxLength: 3 }),
  })
  .map(({ title, body, url, when, by, lang, about }) => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: title,
      datePublished: when,
      author: { name: by },
      mentions: about.map((name) => ({ '@type': 'Person', name })),
      publisher: { name: title },
    });
    return `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="canonical" href="${escaped(url)}"><meta property="article:published_time" content="${escaped(when)}"><script type="application/ld+json">${data.replaceAll('<', '\\u003c')}</script></head><body><article><h1>${escaped(title)}</h1>${body}<p>The lamp of Quern was lit again on Monday, and the harbour was full of boats from the holms.</p></article></body></html>`;
  });

const text = fc
  .record({
    title: words,
    when: date,
    source: words,
    by: words,
    body: fc.array(words, { minLength: 1, maxLength: 4 }),
    isHeaded: fc.boolean(),
    lang: language,
  })
  .map(({ title, when, source, by, body, isHeaded, lang }) =>
    isHeaded
      ? `Title: ${title}\nDate: ${when}\nSource: ${source}\nBy: ${by}\nLanguage: ${lang}\n\n${body.join('\n\n')}`
      : `date 2031-04-02 ${body.join('\n\n')}`,
  );

/** An input of any form. */
export const hostileInput = fc.oneof(text, page, ninjs, rss, atom, jsonFeed, wordpress);
