import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readPage } from '../../../../src/import/formats/page/page.ts';
import type { SourceDocument } from '../../../../src/import/source-document.ts';
import { writeBody } from '../../../../src/import/writing/mdx.ts';

const BAKED = 'The bakery on Mill Lane sold its last loaf on Friday, ninety years after its first.';
const OVEN = 'Its oven, which the founder’s daughter fired at two each night, goes to a museum.';
const RENT = 'The rent had doubled in a year, she said, and nobody wanted to learn the trade.';
const STREET = 'Of eleven shops that the street once had, a chemist and a locksmith are left now.';
const SIGN =
  'Its sign, a loaf of painted tin, was taken down at noon while some forty people looked on.';
const OTHER =
  'A tram left the rails on Quay Street before dawn, and its eleven passengers walked home.';

const ALL = [BAKED, OVEN, RENT, STREET, SIGN];
const whole = ALL.map((text) => `<p>${text}</p>`).join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Last loaf sold</title><link rel="canonical" href="https://gazette.example/loaf"></head><body>${body}</body></html>`;

async function read(body: string) {
  const reading = readPage(page(body), '0'.repeat(64));
  assert.ok('document' in reading);
  const { body: root, notes } = reading.document as SourceDocument;
  return { mdx: (await writeBody(root)).mdx, notes: notes.join('\n') };
}
const TEXT = `${ALL.join('\n\n')}\n`;

/** Another article, as a list of articles shows it. */
const card = (link: string) =>
  `<article><h2>${link}</h2><p>${OTHER}</p><p>The line was closed until noon, and then ran again.</p></article>`;

suite('what stands around a text is none of it, and is told', () => {
  for (const [name, body, told] of [
    [
      'other articles, each with its headline as a link to it',
      `<article><h1>Last loaf sold</h1>${whole}</article>${card('<a href="/tram">Tram off the rails</a>')}`,
      /links to other pages/,
    ],
    [
      'such articles within the element of the article',
      `<article><h1>Last loaf sold</h1>${whole}${card('<a href="/tram" rel="bookmark">Tram off the rails</a>')}</article>`,
      /links to other pages/,
    ],
    [
      'the trail to the page, with a long headline at its end',
      `<article><h1>Last loaf sold</h1><nav id="breadcrumb"><a href="/">Home</a><em></em><a href="/town">Town</a><em></em><span>Last loaf sold at the bakery on Mill Lane after ninety years, and its oven goes to a museum</span></nav>${whole}</article>`,
      /breadcrumbs/,
    ],
    [
      'values that the page tells to programs alone',
      `<article><h1>Last loaf sold</h1>${whole}<span class="hidden"><span itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><span itemprop="url">https://gazette.example/a.jpg</span><span itemprop="height">540</span></span><span itemprop="publisher">jdadmin</span></span></article>`,
      /byline/,
    ],
    [
      'a list of tags of any length, on the line below its label',
      `<article><h1>Last loaf sold</h1>${whole}<div><strong>Tags<br>${Array.from({ length: 60 }, (_, at) => `<a href="/tag/${at}" rel="tag">bakeries of street ${at}</a>`).join(', ')}</strong></div></article>`,
      /navigation/,
    ],
    [
      'labels of boxes, and what a line asks of its reader',
      `<article><h1>Last loaf sold</h1>${whole}<h2>Breaking news</h2><p>Like this story? Share it with a friend!</p><h3>Recent articles</h3></article>`,
      /left out/,
    ],
  ] as const)
    test(name, async () => {
      const { mdx, notes } = await read(body);
      assert.equal(mdx, TEXT);
      assert.match(notes, told);
    });

  test('the headline again, in whatever element', async () => {
    const { mdx } = await read(`<div><p class="head">Last loaf sold</p>${whole}</div>`);
    assert.equal(mdx, TEXT);
  });

  test('lines of signs that nobody sees', async () => {
    const { mdx } = await read(
      `<article><h1>Last loaf sold</h1>${whole.replaceAll('</p>', '</p><p>\u200b</p>')}</article>`,
    );
    assert.equal(mdx, TEXT);
  });
});

suite('what only looks like another article stays', () => {
  test('entries that link to themselves, as those of a running report do', async () => {
    const entries = ALL.map(
      (text, at) =>
        `<article id="e${at}"><h2><a href="#e${at}">At ${at + 8} o’clock</a></h2><p>${text}</p></article>`,
    );
    const { mdx } = await read(`<main><h1>Last loaf sold</h1>${entries.join('')}</main>`);
    for (const text of ALL) assert.ok(mdx.includes(text), text);
  });

  test('an article whose headline stands outside, and whose subheads lead elsewhere', async () => {
    const { mdx } = await read(
      `<header><h1>Last loaf sold</h1></header><article>${whole}<h2><a href="https://museum.example/">The museum</a></h2><p>${OTHER}</p></article>`,
    );
    for (const text of [...ALL, OTHER]) assert.ok(mdx.includes(text), text);
  });
});
