import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { toString as toText } from 'mdast-util-to-string';
import { readPage } from '../../../../src/import/formats/page/page.ts';
import { mediaIn } from '../../../../src/import/media/block-media.ts';
import type { SourceDocument } from '../../../../src/import/source-document.ts';
import { writeBody } from '../../../../src/import/writing/mdx.ts';

const LEFT =
  'The packet boat left Holm on Tuesday with ninety people aboard, a week after the flood.';
const STAYS = 'It will call at the three lower islands until the mole is mended, the pilots said.';
const FARE =
  'Nobody could tell on Tuesday what the mending would cost those who live by the water.';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Boat sails again</title>
<meta property="article:published_time" content="2031-05-06T09:00:00+02:00">
<link rel="canonical" href="https://courier.example/boat">${head}</head><body>${body}</body></html>`;

/** What a page gives: its body as MDX, its summary and its notes. */
async function read(html: string) {
  const reading = readPage(html, '0'.repeat(64));
  assert.ok('document' in reading);
  const { body, notes, summary } = reading.document as SourceDocument;
  const media = mediaIn(body);
  const written = await writeBody(body);
  return { mdx: written.mdx, summary, media, notes: [...notes, ...written.notes] };
}

const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const article = (inside: string) => `<article><h1>Boat sails again</h1>${inside}</article>`;

suite('the text of a page is whole', () => {
  test('forty comments before the page itself', async () => {
    const begun = process.cpuUsage().user;
    const { mdx } = await read(
      `${'<!-- part -->\n'.repeat(40)}${page(article(paragraphs(LEFT, STAYS)))}`,
    );
    assert.equal(mdx, `${LEFT}\n\n${STAYS}\n`);
    assert.ok(process.cpuUsage().user - begun < 2e6);
  });

  test('a standfirst that the markup calls so is the summary', async () => {
    const standfirst = 'Two pilots were hurt and ninety people waited for a week.';
    const { mdx, summary } = await read(
      page(
        `<article><header><h1>Boat sails again</h1><p class="dek">${standfirst}</p></header><div>${paragraphs(LEFT, STAYS, FARE)}</div></article>`,
      ),
    );
    assert.equal(summary, standfirst);
    assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
  });

  test('what says the same as the page’s description is its first paragraph', async () => {
    const lead = 'Two pilots were hurt and ninety people waited for a week on the quay.';
    const { mdx, summary } = await read(
      page(
        `<div><h1>Boat sails again</h1><div class="top"><span>${lead}</span></div></div><div>${paragraphs(LEFT, STAYS, FARE)}</div>`,
        `<meta name="description" content="${lead}">`,
      ),
    );
    assert.equal(summary, undefined);
    assert.equal(mdx, `${lead}\n\n${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
  });

  test('the article’s own words, and not the longer ones on consent below', async () => {
    const consent =
      'You have the right to ask a business that sells your personal information to third parties to stop, and to opt out at any time.';
    const { mdx, notes } = await read(
      page(
        `${article(paragraphs('The boat left on Tuesday.', 'It calls at three islands.'))}<div id="notice">${paragraphs(...Array.from({ length: 5 }, () => consent))}</div>`,
      ),
    );
    assert.equal(mdx, 'The boat left on Tuesday.\n\nIt calls at three islands.\n');
    assert.match(notes.join(), /words around the text left out: 5 lines of consent/);
  });

  test('the caption and the credit of a picture are those of a medium behind its paragraph', async () => {
    const { mdx, media, notes } = await read(
      page(
        article(
          `<p>${LEFT}</p><figure><img src="b.jpg" alt=""><figcaption>The boat at the mole. Photo: Ilse Brandt</figcaption></figure>${paragraphs(STAYS, FARE)}`,
        ),
      ),
    );
    assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
    const [{ place, ...medium } = {}, ...others] = media;
    assert.deepEqual(medium, {
      kind: 'photograph',
      references: ['b.jpg'],
      decorative: true,
      caption: 'The boat at the mole.',
      creditLine: 'Photo: Ilse Brandt',
    });
    assert.equal(typeof place === 'object' && toText(place), LEFT);
    assert.deepEqual([others, notes], [[], []]);
  });

  test('a text that stands in the page’s data alone', async () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      articleBody: [LEFT, STAYS, FARE].join('\n\n'),
    });
    const { mdx, notes } = await read(
      page(
        `<main><h1>Boat sails again</h1><p>Please wait while the page is being made ready for you.</p></main>`,
        `<script type="application/ld+json">${data}</script>`,
      ),
    );
    assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
    assert.match(notes.join(), /taken from the page’s data/);
  });

  test('lists, quotations, tables and subheads stay what they are', async () => {
    const { mdx } = await read(
      page(
        article(
          `<p>${LEFT}</p><h2>What is known</h2><ul><li>Holm at nine</li><li>Ansel at ten</li></ul><blockquote><p>“We waited a week,” the pilot said to us.</p></blockquote><table><tr><th>Isle</th><th>Calls</th></tr><tr><td>Holm</td><td>2</td></tr></table><p>${STAYS}</p>`,
        ),
      ),
    );
    assert.match(mdx, /^## What is known\n\n- Holm at nine\n- Ansel at ten\n\n> “We waited/mu);
    assert.match(mdx, /^\| Isle \| Calls \|$/mu);
  });

  test('text beside blocks, and between two line breaks, is text', async () => {
    const { mdx } = await read(
      page(`<div class="story">${LEFT}<br><br>${STAYS}<div>${FARE}</div></div>`),
    );
    assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
  });
});

suite('what stands around the text is not taken for it', () => {
  for (const [what, html] of Object.entries({
    comments: `<div class="comments">${paragraphs('I was on that boat, and it was very cold and wet the whole way over.')}</div>`,
    'links to other pages': `<p>Read also: <a href="/flood">How the flood came over the town in a night</a></p>`,
    sharing: '<ul class="share-bar"><li><a href="#">Facebook</a></li></ul>',
    'sign-up': `<p><a href="/news">Sign up for our newsletter</a> and get the day in your inbox.</p>`,
    byline: '<p>Published: Tuesday, 6 May 2031, 09:00 GMT</p>',
    navigation: '<nav><a href="/">Home</a></nav>',
    rights: '<p>© 2031 The Courier. All rights reserved.</p>',
  }))
    test(what, async () => {
      const { mdx, notes } = await read(
        page(article(`<p>${LEFT}</p>${html}${paragraphs(STAYS, FARE)}`)),
      );
      assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
      assert.match(notes.join(), new RegExp(`text left out: one line of ${what}`));
    });

  test('a quotation of what somebody shared is text', async () => {
    const { mdx } = await read(
      page(
        article(
          `<p>${LEFT}</p><div class="social-embed"><blockquote><p>The boat is back, and so are we all.</p></blockquote></div>${paragraphs(STAYS, FARE)}`,
        ),
      ),
    );
    assert.match(mdx, /^> The boat is back/mu);
  });

  test('paragraphs of which it is not known whether they belong are told', async () => {
    const { notes } = await read(
      page(
        `${article(paragraphs(LEFT, STAYS, FARE))}<div>${paragraphs('The mill at Ansel burnt down on Monday night, and nobody was in it, the keeper said.')}</div>`,
      ),
    );
    assert.match(notes.join(), /one paragraph of the page left out, from “The mill at Ansel/);
  });
});

suite('a part that Markdown cannot hold leaves the rest its shape', () => {
  test('emphasis within emphasis', async () => {
    const { mdx, notes } = await read(
      page(
        article(
          `<p>${LEFT}</p><h2>What is known</h2><ul><li>One</li><li>Two</li></ul><p><strong><em>Were you there? Write to us now.</em></strong></p><p>See <a href="/flood">the flood</a> and what it took.</p>`,
        ),
      ),
    );
    assert.equal(
      mdx,
      `${LEFT}\n\n## What is known\n\n- One\n- Two\n\n***Were you there? Write to us now.***\n\nSee [the flood](https://courier.example/flood) and what it took.\n`,
    );
    assert.deepEqual(notes, []);
  });

  test('a paragraph in a heading', async () => {
    const { mdx } = await read(
      page(
        article(
          `<p>${LEFT}</p><h3><p>What comes next</p></h3>${paragraphs(STAYS)}<ul><li>One</li></ul>`,
        ),
      ),
    );
    assert.equal(mdx, `${LEFT}\n\n### What comes next\n\n${STAYS}\n\n- One\n`);
  });
});

suite('text that the markup of a page hides', () => {
  const whole = paragraphs(LEFT, STAYS, FARE);
  const note = (notes: string[]) => notes.filter((one) => /that the page hides/.test(one));

  for (const [how, piece] of [
    ['hidden', '<p hidden>Zeppelin one is not for you.</p>'],
    [
      'display',
      '<p style="color: red; Display : NONE !important">Zeppelin one is not for you.</p>',
    ],
    ['visibility', '<div style="visibility:hidden"><p>Zeppelin one is not for you.</p></div>'],
    ['a few words', '<div hidden="">Zeppelin</div>'],
    ['a part of a sentence', `<p>${LEFT}<span style="display:none"> Zeppelin</span></p>`],
  ] as const)
    test(`is left out and counted: ${how}`, async () => {
      const { mdx, notes } = await read(
        page(article(`${paragraphs(LEFT, STAYS) + piece}<p>${FARE}</p>`)),
      );
      assert.doesNotMatch(mdx, /Zeppelin/);
      assert.match(mdx, /pilots said\.[\s\S]*live by the water\.\n$/);
      assert.doesNotMatch(notes.join(), /Zeppelin/);
      assert.deepEqual(note(notes), ['one piece of text that the page hides left out']);
    });

  test('is the article, where a script shows it; what is hidden in it stays out', async () => {
    for (const html of [
      article(`<div style="display:none">${whole}<p hidden>Zeppelin one.</p></div>`),
      article(whole.replaceAll('<p>', '<p style="visibility: hidden">')),
    ]) {
      const { mdx } = await read(page(`<p>Please wait, it is on its way.</p>${html}`));
      assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
    }
  });

  test('is not what is only passed over by those who listen, or found by a search', async () => {
    const { mdx, notes } = await read(
      page(
        article(
          `<p aria-hidden="true">${LEFT}</p><p hidden="until-found">${STAYS}</p><p style="display:block">${FARE}</p>`,
        ),
      ),
    );
    assert.equal(mdx, `${LEFT}\n\n${STAYS}\n\n${FARE}\n`);
    assert.deepEqual(note(notes), []);
  });
});
