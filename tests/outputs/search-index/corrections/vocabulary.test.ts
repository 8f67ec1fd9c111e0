import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieceOf } from '../../../../src/domain/search/words/posting.ts';
import { Vocabulary } from '../../../../src/outputs/search-index/corrections/vocabulary.ts';

/** A term that so many articles have. */
const term = (articles: number, ...words: string[]) => ({
  words: new Set(words),
  pieces: [
    pieceOf(Array.from({ length: articles }, (_, article) => ({ article, sign: 1, places: [0] }))),
  ],
});
const person = (name: string, count: number, ...spellings: string[]) => ({
  ...{ kind: 'people' as const, name, count },
  spellings: [name, ...spellings],
});

function meantBy(articles: number, fill: (vocabulary: Vocabulary) => void) {
  const vocabulary = new Vocabulary();
  fill(vocabulary);
  return vocabulary.meant(articles);
}
const written = (articles: number, fill: (vocabulary: Vocabulary) => void) =>
  meantBy(articles, fill).map((one) => one.written);

test('what few articles of many have may be a misspelling itself, unless it belongs to a name', () => {
  const fill = (vocabulary: Vocabulary) => {
    vocabulary.addTerm(term(1, 'quernstone'));
    vocabulary.addTerm(term(40, 'harbour'));
    vocabulary.addTerm(term(1, 'halloran'));
    vocabulary.addRecord(person('Mira Halloran', 1));
  };
  assert.deepEqual(written(20_000, fill), ['Halloran', 'Mira Halloran', 'harbour']);
  assert.ok(written(30, fill).includes('quernstone'));
});

test('numbers, and words of two letters, are not guessed', () => {
  const fill = (vocabulary: Vocabulary) => {
    for (const word of ['1987', 'q4', 'of', 'mp3', 'ferry']) vocabulary.addTerm(term(9, word));
  };
  assert.deepEqual(written(10, fill), ['ferry']);
});

test('nothing is offered that finds nothing', () => {
  const fill = (vocabulary: Vocabulary) => {
    vocabulary.addRecord(person('Nobody Anywhere', 0));
    // “Esmenia” stands in no text, and stands for nobody.
    vocabulary.addRecord(person('Ismenia Varga', 3, 'Esmenia Vargha'));
  };
  assert.deepEqual(written(10, fill), ['Esmenia Vargha', 'Ismenia Varga', 'Varga']);
});

test('a name is written as it is most often, and as frequent as its word', () => {
  const [name] = meantBy(10, (vocabulary) => {
    vocabulary.addTerm(term(8, 'łodzki'));
    vocabulary.addTerm(term(8, 'lodzki'));
    vocabulary.addRecord(person('LODZKI', 1));
    vocabulary.addRecord(person('Łódzki', 5, 'Lodzki'));
  }).filter(({ letters, isName }) => letters === 'lodzki' && isName);
  assert.equal(name?.written, 'Łódzki');
  assert.equal(name?.count, 8);
});
