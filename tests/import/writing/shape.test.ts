import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOfHtml } from '../../../src/import/markup/markup.ts';
import { writeBody } from '../../../src/import/writing/mdx.ts';

const written = (html: string) => writeBody(bodyOfHtml(html, 'https://courier.example/boat').body);

test('a paragraph with more links than an archive reads in one loses them, and nothing else does', async () => {
  const links = Array.from({ length: 2001 }, (_, at) => `<a href="/${at}">a</a>`).join(' ');
  const { mdx, notes } = await written(
    `<h2>All calls</h2><p>${links}</p><p>See <a href="/flood">the flood</a>.</p>`,
  );
  assert.match(mdx, /^## All calls\n\na a a /u);
  assert.match(mdx, /See \[the flood\]\(https:\/\/courier\.example\/flood\)\.\n$/u);
  assert.deepEqual(notes, ['of one part of its text the words are kept, the layout could not be']);
});

test('emphasis in emphasis is written in the order that Markdown reads', async () => {
  const { mdx, notes } = await written(
    '<p><strong><em>Both</em></strong> and <b>two <b>strong</b> ones</b></p>',
  );
  assert.equal(mdx, '***Both*** and **two strong ones**\n');
  assert.deepEqual(notes, []);
});
