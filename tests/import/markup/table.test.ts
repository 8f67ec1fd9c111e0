import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toString as toText } from 'mdast-util-to-string';
import { foldSpace } from '../../../src/domain/article/paragraph.ts';
import { bodyOfHtml, textOfHtml } from '../../../src/import/markup/markup.ts';

test('paragraphs and lines of a cell, a heading and a headline are words with a space between', () => {
  const cell = '<p>first</p><p>second</p>one<br>two<div>three</div>four';
  const html = `<table><tr><th>a</th></tr><tr><td>${cell}</td></tr></table><h2>Weir<br>closed</h2>`;
  const [table, heading] = bodyOfHtml(html, undefined).body.children;
  assert.equal(table?.type, 'table');
  assert.equal(
    table.type === 'table' && foldSpace(toText(table.children[1])),
    'first second one two three four',
  );
  assert.equal(foldSpace(toText(heading)), 'Weir closed');
  assert.equal(foldSpace(textOfHtml('Weir<br>closed')), 'Weir closed');
});

test('what is only marked in a word parts nothing', () => {
  const html = '<ruby>川辺<rt>かわべ</rt></ruby>の<tt>we</tt><strike>ir</strike>';
  assert.equal(textOfHtml(html), '川辺のweir');
});
