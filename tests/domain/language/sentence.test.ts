import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutAtWord, openingWords, sentenceAround } from '../../../src/domain/language/sentence.ts';

/** The sentence around the words between two `|`. */
function around(marked: string, lang = 'en') {
  const [before = '', match = '', after = ''] = marked.split('|');
  const text = before + match + after;
  return sentenceAround(text, before.length, before.length + match.length, lang);
}

// biome-ignore format: a table, a case a row
const CASES: [what: string, marked: string, lang: string, sentence: string][] = [
  ['the sentence alone', 'It rained. Then |Lind| left! It cleared.', 'en', 'Then [Lind] left!'],
  ['a first and only one', '|Lind| left', 'en', '[Lind] left'],
  ['a title before the name', 'It rained. Dr. |Varga| met Mrs. Lind. It cleared.', 'en', 'Dr. [Varga] met Mrs. Lind.'],
  ['an initial', 'It rained. The pilot A. |Varga| left.', 'en', 'The pilot A. [Varga] left.'],
  ['an abbreviated state', 'It rained. The U.S. Navy met |Lind| there.', 'en', 'The U.S. Navy met [Lind] there.'],
  ['words across two sentences', 'Gone. |Lind left. Varga| stayed. Gone.', 'en', '[Lind left. Varga] stayed.'],
  ['Arabic', 'غادر القارب. وصل |لِند| إلى الميناء. انتهى.', 'ar', 'وصل [لِند] إلى الميناء.'],
  ['Hebrew', 'הסירה עזבה. |לוין| הגיע לנמל? כן.', 'he', '[לוין] הגיע לנמל?'],
  ['Japanese', '船が出た。|林|さんが着いた。終わり。', 'ja', '[林]さんが着いた。'],
];

for (const [what, marked, lang, sentence] of CASES)
  test(`shows ${what}`, () => {
    const { before, match, after } = around(marked, lang);
    assert.equal(`${before}[${match}]${after}`, sentence);
  });

test('a very long sentence is cut at words on both sides', () => {
  const { before, match, after } = around(`${'before '.repeat(99)}|Lind|${' after'.repeat(99)}.`);
  assert.match(before, /^… (?:before )+$/);
  assert.equal(match, 'Lind');
  assert.match(after, /^(?: after)+ …$/);
  assert.ok(before.length <= 162 && after.length <= 162);
});

test('what is shown is the text, and no character is cut in two', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '. ', ' ', '港', '😀', 'Mr. ', '؟ '),
    maxLength: 900,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(9), (original, at, length) => {
      const start = at % (original.length + 1);
      const [head, words] = [original.slice(0, start), original.slice(start, start + length)];
      fc.pre(head.isWellFormed() && words.isWellFormed());
      const { before, match, after } = sentenceAround(original, start, start + length, 'en');
      assert.equal(match, words);
      assert.ok(head.endsWith(before.replace(/^… ?/u, '')));
      assert.ok(original.slice(start + length).startsWith(after.replace(/ ?…$/u, '')));
      assert.ok(before.isWellFormed() && after.isWellFormed());
    }),
    { numRuns: 300 },
  );
});

test('opening words are the first sentence, cut at a word with an ellipsis', () => {
  assert.equal(openingWords('The ferry left. It rained.', 'en', 90), 'The ferry left.');
  assert.equal(openingWords('Dr. Varga left. It rained.', 'en', 90), 'Dr. Varga left.');
  assert.equal(openingWords('The ferry left the port', 'en', 15), 'The ferry left…');
  assert.equal(openingWords('港'.repeat(30), 'zh', 10), `${'港'.repeat(9)}…`);
  assert.equal(openingWords('', 'en', 90), '');
});

test('a cut text is never longer than asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 3, max: 40 }),
      (text, longest) => {
        const cut = cutAtWord(text, longest);
        assert.ok(cut.length <= longest && cut.isWellFormed());
        assert.ok(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1))));
      },
    ),
    { numRuns: 300 },
  );
});
