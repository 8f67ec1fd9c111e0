import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withWords } from '../../src/archive/correction.ts';
import { paragraphId } from '../../src/archive/paragraph.ts';
import { withParatext } from '../../src/archive/paratext.ts';
import {
  holdsName,
  noticesOf,
  unwithheldText,
  type Withholding,
  withheldText,
  withholdingsSchema,
} from '../../src/archive/withholding.ts';

const withhold = (name: string, as = 'a minor'): Withholding => ({
  name,
  as,
  reason: 'The family asked for it.',
  date: '2032-01-15',
});

// biome-ignore format: a table, a case a row
const SHOWN: [what: string, text: string, names: string[], shown: string][] = [
  ['a name', 'Perrin Quaile left.', ['Perrin Quaile'], '[a minor] left.'],
  ['every occurrence', 'Quaile and Quaile', ['Quaile'], '[a minor] and [a minor]'],
  ['before a possessive ending', 'Quaile’s boat, Quaile\'s oar', ['Quaile'], '[a minor]’s boat, [a minor]\'s oar'],
  ['not inside a longer word', 'Quailes, Quailest Street and McQuaile', ['Quaile'], 'Quailes, Quailest Street and McQuaile'],
  ['in capitals throughout', 'PERRIN QUAILE LOST', ['Perrin Quaile'], '[a minor] LOST'],
  ['not in small letters, which mean something else', 'a quaile pie', ['Quaile'], 'a quaile pie'],
  ['across line breaks and wide spaces', 'Perrin\nQuaile, Perrin\u00a0 Quaile', ['Perrin Quaile'], '[a minor], [a minor]'],
  ['accents stored apart', 'E\u0301lodie Marais', ['Élodie Marais'], '[a minor]'],
  ['accents stored together', 'Élodie Marais', ['E\u0301lodie Marais'], '[a minor]'],
  ['any apostrophe', 'Dunstane O\'Keel, Dunstane O’Keel', ['Dunstane OʼKeel'], '[a minor], [a minor]'],
  ['with a soft hyphen in it', 'Quai\u00adle', ['Quaile'], '[a minor]'],
  ['the longer of two', 'Perrin Quaile and Quaile', ['Quaile', 'Perrin Quaile'], '[a minor] and [a minor]'],
  ['Arabic, with a particle attached', 'قال وليلى مرزوق', ['ليلى مرزوق'], 'قال و[a minor]'],
  ['Arabic, not inside another word', 'ليلى مرزوقات', ['ليلى مرزوق'], 'ليلى مرزوقات'],
  ['Chinese, which has no spaces', '昨天林小河到了', ['林小河'], '昨天[a minor]到了'],
  ['Cyrillic', 'Анна Рогова и Рогова', ['Рогова'], 'Анна [a minor] и [a minor]'],
  ['nothing where nothing is withheld', 'Perrin Quaile', [], 'Perrin Quaile'],
];

for (const [what, text, names, shown] of SHOWN) {
  test(`withholds ${what}`, () => {
    const withheld = names.map((name) => withhold(name));
    assert.equal(withheldText(text, withheld), shown);
  });
}

test('what stands for a name is text, whatever signs it has', () => {
  const as = '$& a *nun* of <b>St_Orra</b> \\1';
  const withheld = [withhold('Dunstane', as)];
  assert.equal(withheldText('By Dunstane.', withheld), `By [${as}].`);
  assert.equal(unwithheldText(`By [${as}].`, withheld), 'By Dunstane.');
});

test('the words are put back the same, whether they were left in place or taken out by hand', () => {
  const withheld = [withhold('Perrin Quaile'), withhold('Jane $& Roe', 'a witness')];
  for (const text of ['Perrin Quaile met Jane $& Roe.', '[a minor] met [a witness].'])
    assert.equal(unwithheldText(text, withheld), 'Perrin Quaile met Jane $& Roe.');
});

test('what was withheld does not hold the name in whatever form, and what is withheld is put back', () => {
  const part = fc.constantFrom(
    'Quaile',
    'QUAILE',
    'Quailes',
    'Perrin',
    'said',
    '’s',
    '-',
    '\n',
    '港',
  );
  const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(' '));
  const withheld = [withhold('Quaile')];
  fc.assert(
    fc.property(text, (words) => {
      const shown = withheldText(words, withheld);
      assert.ok(!holdsName(shown, 'Quaile'), shown);
      assert.equal(withheldText(shown, withheld), shown);
      assert.equal(unwithheldText(shown, withheld), words.replaceAll('QUAILE', 'Quaile'));
    }),
    { numRuns: 500 },
  );
});

test('a name is given away by its words in any capitals, accents and signs, and by no others', () => {
  const forms = [
    'the Ada Varga case',
    'ada-varga',
    'ADA VARGA',
    'áda_várga',
    '/people/ada-varga/',
    'Ａｄａ Ｖａｒｇａ',
  ];
  for (const text of forms) assert.ok(holdsName(text, 'Ada Varga'), text);
  for (const text of ['Ada Vargas', 'Varga, Ada', 'Nada Varga', ''])
    assert.ok(!holdsName(text, 'Ada Varga'), text);
  assert.ok(holdsName('见到林小河了', '林小河'));
});

test('readers are told everything but the words, each thing once', () => {
  const notices = noticesOf([
    withhold('Perrin Quaile'),
    withhold('Quaile'),
    withhold('Roe', 'a witness'),
  ]);
  assert.deepEqual(
    notices.map(({ as }) => as),
    ['a minor', 'a witness'],
  );
  assert.ok(!JSON.stringify(notices).includes('Quaile'));
});

test('a name has three letters, or two where its script sets no spaces', () => {
  const isSound = (name: string) => withholdingsSchema.safeParse([withhold(name)]).success;
  for (const name of ['Ada', 'A. D. A.', '林河', '17 Weir Row']) assert.ok(isSound(name), name);
  for (const name of ['Al', 'A. V.', '林', '--- ', '']) assert.ok(!isSound(name), name);
});

test('a correction of withheld words has the id of the words that are shown', () => {
  const text = 'Perrin Quaile left.';
  const correction = {
    date: '2031-05-07',
    note: 'A name.',
    typo: false,
    text,
    was: `${paragraphId(text)}-2`,
  };
  const shown = withWords(correction, (words) => withheldText(words, [withhold('Perrin Quaile')]));
  assert.equal(shown.text, '[a minor] left.');
  assert.equal(shown.was, `${paragraphId('[a minor] left.')}-2`);
  const title = withWords({ ...correction, was: 'title' }, () => 'Other words');
  assert.deepEqual([title.was, title.text], ['title', 'Other words']);
});

test('all words around a text are changed, and no id, date or address', () => {
  const words = {
    title: 'Quaile',
    summary: 'Quaile',
    source: { publisher: 'Quaile', author: 'Quaile', url: 'https://quaile.example/Quaile', published: '2031-05-06' },
    figures: [
      {
        id: 'quaile', measure: 'missing', qualifier: 'exact', best: 1, place: 'weir', countType: 'incident',
        asOf: '2031-05-06', countedBy: 'unknown', asStated: 'Quaile', basis: 'Quaile', verification: 'Quaile',
        cause: 'Quaile', actor: 'Quaile', revisionNote: 'Quaile', group: { label: 'Quaile', status: 'unknown' },
      } as const,
    ],
    corrections: [{ date: '2031-05-07', note: 'Quaile', was: 'title', text: 'Quaile', typo: false }],
  }; // biome-ignore format: a list reads better than a column
  const before = JSON.stringify(words);
  const changed = JSON.stringify(withParatext(words, () => 'X'));
  assert.equal(before.match(/"Quaile"/g)?.length, 13);
  assert.equal(changed, before.replaceAll('"Quaile"', '"X"'));
});
