import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOfWords } from '../../../src/content/markdown/text-digest.ts';
import { foldSpace, paragraphId } from '../../../src/domain/article/paragraph.ts';

const WORDS = [
  '',
  'Ferry lost',
  'Cafe\u0301',
  'Café',
  '字',
  '𝄞',
  'a\u00a0b',
  '\u2126 \u212b',
  'A\n\tb ',
  'x'.repeat(9999),
];

for (const words of WORDS)
  test(`the id of ${JSON.stringify(words.slice(0, 20))} is the same on a server as in a browser`, () => {
    assert.equal(idOfWords(foldSpace(words)), paragraphId(words));
  });
