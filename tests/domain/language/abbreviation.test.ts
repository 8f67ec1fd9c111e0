import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withoutFullStop } from '../../../src/domain/language/abbreviation.ts';
import { openingWords, sentencesOf } from '../../../src/domain/language/sentence.ts';

suite('a full stop of an abbreviation ends no sentence', () => {
  // biome-ignore format: a table, a case a row
  const WHOLE: [lang: string, text: string][] = [
    ['en', 'Tarnmouth Chronicle, 1911-03-13, p. 1'],
    ['en', 'Tarnmouth Chronicle, vol. IV, No. 12, pp. 3–4'],
    ['en', 'TARNMOUTH CHRONICLE, NO. 12, P. A1'],
    ['en', 'The pier of St. Bride, c. 1911'],
    ['en', 'MR. LIND with J. R. Varga Jr. Esq.'],
    ['en', 'The harbour on 3 Mar. 1911'],
    ['en', 'Map of the isles (fig. 3)'],
    ['en', 'U.S. Navy, e.g. Tarnmouth'],
    ['en', '1. The ferry'],
    ['en', 'Fig. 2. The ferry'],
    ['de', 'Tarnmünder Zeitung, 13. März 1911, S. 1'],
    ['de', 'Der Hafen im 19. Jahrhundert, Bd. 2, Nr. 4'],
    ['de', 'Der Hafen, 13. 3. 1911'],
    ['de-AT', 'Hr. Lind, z. B. am Hafen'],
    ['fr', 'M. Lind et MM. Varga, vol. 3, p. 12'],
    ['es', 'Sra. Lind, núm. 3, pág. 12'],
    ['it', 'Sig. Lind, pag. 12'],
    ['nb', 'Avisen, nr. 3, s. 12'],
    ['nn', 'Kart, bd. 3'],
    ['pl', 'Ul. Morska, nr 3, str. 12'],
    ['ru', 'Проф. Линд, с. 12'],
    ['ar', 'د. ليند في الميناء'],
    ['hi', 'डॉ. लिंड'],
    // A language that nobody has listed has those of all.
    ['cy', 'Y Cronicl, vol. 3, p. 1'],
  ];

  for (const [lang, text] of WHOLE)
    test(`${lang}: ${text}`, () => assert.equal(openingWords(text, lang, 90), text));

  // biome-ignore format: a table, a case a row
  const PARTED: [lang: string, sentences: string[]][] = [
    ['en', ['He said no. ', 'The ferry left.']],
    ['en', ['It left at 5 p.m. ', 'The pier was empty.']],
    ['en', ['They lay in the sun. ', '12 BOATS.']],
    ['en', ['There were boats, nets, etc. ', 'The pier was empty.']],
    ['de', ['Es kamen 13. ', 'Die Fähre legte ab.']],
    // What is a word in one language is an abbreviation in another.
    ['en', ['He took the ball and hit the sig. ', 'Lind left.']],
  ];

  for (const [lang, sentences] of PARTED)
    test(`and others do: ${sentences.join('')}`, () =>
      assert.deepEqual(
        sentencesOf(sentences.join(''), lang).map(({ text }) => text),
        sentences,
      ));
});

test('a title loses the full stop of a sentence, and none of an abbreviation', () => {
  const same = [
    'The quay',
    'A wave...',
    'The quay of Lind & Co.',
    'J. Varga Jr.',
    'Boats, nets, etc.',
    'At 5 p.m.',
    'The U.S.',
    'In 3 vols.',
    'Why?',
  ];
  for (const text of same) assert.equal(withoutFullStop(text, 'en'), text);
  assert.equal(withoutFullStop('The quay.', 'en'), 'The quay');
  assert.equal(withoutFullStop('Tarnmouth Chronicle, p. 1.', 'en'), 'Tarnmouth Chronicle, p. 1');
  assert.equal(withoutFullStop('She said no.', 'en'), 'She said no');
  assert.equal(withoutFullStop('Netze usw.', 'de'), 'Netze usw.');
  assert.equal(withoutFullStop('', 'en'), '');
});
