import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleSchema, headingOf } from '../../../src/domain/article/article.ts';
import { paragraphId } from '../../../src/domain/article/paragraph.ts';

const least = { date: '2031-04-02', text: 'verbatim' };
const isSound = (fields: object) => articleSchema.safeParse({ ...least, ...fields }).success;

test('a day and the kind of text are enough, and lists are empty where left out', () => {
  const article = articleSchema.parse(least);
  assert.deepEqual([article.people, article.figures, article.corrections], [[], [], []]);
  assert.equal(article.draft, false);
  assert.equal(article.title, undefined);
});

test('a headline is the heading; without one the opening words are, and it is said', () => {
  const date = '2031-04-02';
  assert.deepEqual(headingOf({ title: 'Storm', date }, 'It rained.', 'en'), {
    text: 'Storm',
    stated: true,
  });
  assert.deepEqual(headingOf({ date }, 'It rained. It poured.', 'en'), {
    text: 'It rained.',
    stated: false,
  });
  const long = headingOf({ date }, 'It rained and '.repeat(20), 'en');
  assert.ok(long.text.length <= 90 && long.text.endsWith('…'));
  assert.deepEqual(headingOf({ date }, '', 'en'), { text: date, stated: false });
});

test('a language is a tag that is registered, in its usual case', () => {
  for (const lang of ['en', 'ar', 'pt-BR', 'zh-Hant', 'sr-Latn-RS', 'haw'])
    assert.ok(isSound({ lang }), lang);
  for (const lang of ['', 'EN', 'en_GB', 'pt-br', 'english', 'xx', 'x'])
    assert.ok(!isSound({ lang }), lang);
});

test('the address of a source may be a URN; a copy of it is on the web', () => {
  const url = 'https://gazette.example/1';
  for (const source of [{ url }, { url: 'urn:isbn:0' }, { archivedUrl: url }])
    assert.ok(isSound({ source }));
  for (const bad of ['javascript:alert(1)', 'gazette.example', '/1', 'https://', '', 'data:,x'])
    assert.ok(!isSound({ source: { url: bad } }), bad);
  assert.ok(!isSound({ source: { archivedUrl: 'urn:isbn:0' } }));
});

test('a text for people is one line, neither blank nor padded, of seen characters', () => {
  for (const title of ['x', 'x'.repeat(300), 'مرحبا \u200Fبكم', '港', '😀'])
    assert.ok(isSound({ title }), title);
  const others = [
    '',
    ' ',
    '\u200B',
    ' x',
    'x ',
    'x\ny',
    'x\ty',
    'x\0',
    'x\u007F',
    '\u202Ex',
    '\uD800',
  ];
  for (const title of [...others, 'x'.repeat(301)])
    assert.ok(!isSound({ title }), JSON.stringify(title));
});

test('a correction names what it changes; the words of a paragraph make its id, with a number where they are repeated', () => {
  const correction = { date: '2031-04-03', note: 'A name.', text: 'Old words.' };
  const id = paragraphId(correction.text);
  for (const was of [id, `${id}-2`, 'f-dead', 'title', 'date', 'text', 'source.author'])
    assert.ok(isSound({ corrections: [{ ...correction, was }] }), was);
  for (const was of [
    'p-abcdefgh',
    `${id}a`,
    'dead',
    'abcdefgh',
    'p-abc',
    'p-ABCDEFGH',
    'p-abcdefg1',
    '#p-abcdefgh',
  ])
    assert.ok(!isSound({ corrections: [{ ...correction, was }] }), was);
});
