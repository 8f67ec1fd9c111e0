import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyOfHtml } from '../../../src/import/markup/markup.ts';
import { writeBody } from '../../../src/import/writing/mdx.ts';

const written = (html: string) => writeBody(bodyOfHtml(html, 'https://courier.example/boat').body);

test('a table with more links than an archive reads in one loses them, and nothing else does', async () => {
  const cells = Array.from({ length: 40 }, (_, at) => `<td><a href="/${at}">Isle ${at}</a></td>`);
  const head = `<tr>${cells.join('').replaceAll('td>', 'th>')}</tr>`;
  const rows = head + `<tr>${cells.join('')}</tr>`.repeat(52);
  const { mdx, notes } = await written(
    `<h2>All calls</h2><table>${rows}</table><p>See <a href="/flood">the flood</a>.</p>`,
  );
  assert.match(mdx, /^## All calls\n\n\| Isle 0 +\| Isle 1 /u);
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
